"""The short pattern of what is one token matches what the long one does."""

import random
import re
from pathlib import Path

import pytest
import srsly

from jumelage_bot.adapters.french.derivation import MODEL
from jumelage_bot.adapters.french.token_pattern import shorten_pattern
from jumelage_bot.adapters.keeping import package_folder

ALPHABET = "aàbcdeéiîlmnorstuçœABÉ'’-–—‐‑ ßİıſKЖ1_"
STEMS = ("est", "sous", "États", "black", "grand", "r", "entr", "prud", "anti", "château", "a")
LINKS = ("les", "la", "de", "des", "saint", "près", "aux", "xyz")


@pytest.fixture(scope="module")
def stored() -> str:
    (installed,) = package_folder(MODEL).glob(f"{MODEL}-*")
    tokenizer = srsly.msgpack_loads(Path(installed / "tokenizer").read_bytes())
    return str(tokenizer["token_match"])


def words(number: int) -> list[str]:
    rng = random.Random(20_261_125)

    def letters() -> str:
        return "".join(rng.choices(ALPHABET, k=rng.randint(0, 8)))

    return [
        word
        for _ in range(number)
        for sign in rng.choice("-–‑'’")
        for word in (
            letters(),
            f"{rng.choice(STEMS)}{sign}{letters()}",
            f"{letters()}{sign}{rng.choice(LINKS)}{sign}{rng.choice(('', 'l’'))}{letters()}",
            f"{letters()}{sign}out{letters()}",
        )
    ]


def test_it_matches_the_same(stored: str) -> None:
    long, short = re.compile(stored), re.compile(shorten_pattern(stored))
    tried = [w for word in words(5_000) for w in (word, word.upper(), word.title())]

    differing = [w for w in tried if bool(long.match(w)) != bool(short.match(w))]

    assert sum(bool(short.match(w)) for w in tried) > 1_000
    assert differing == []


def test_it_is_short(stored: str) -> None:
    assert len(shorten_pattern(stored)) < len(stored) / 50


@pytest.mark.parametrize("pattern", ["(?iu)(?:^a|b$)|(?:c)", "(?iu)(?:a(?:b)|(?:c)d)", "a|b", ""])
def test_a_pattern_of_another_make_stays_as_it_is(pattern: str) -> None:
    assert shorten_pattern(pattern) == pattern
