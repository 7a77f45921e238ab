"""The derived pipeline says of every token what the stock one says."""

import json
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import stock_model
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.adapters.french.pipelines import FUSED
from jumelage_bot.bot import Bot

SEED = 20_261_125
MANY = 5_000
WORDS = (
    *("est-elle", "est-il", "a-t-on", "Qu'est-ce", "qu’est-ce", "c’est", "l'", "d’", "aujourd'hui"),
    *(
        "jumelée",
        "jumelee",
        "JUMELAGE",
        "États-Unis",
        "rez-de-chaussée",
        "sous-préfet",
        "entr'acte",
    ),
    *(
        "Châlons-en-Champagne",
        "Saint-Denis-de-l'Hôtel",
        "anti‑gel",
        "belles–lettres",
        "vingt-et-un",
    ),
    *("780 000", "12.500", "n°", "M.", "Mme.", "1er", "2e", "199X", "10h30", "3,14", "50%", "€"),
    *(
        "http://exemple.fr/a?b=c",
        "a@b.fr",
        ":-)",
        "👍🏽",
        "👨‍👩‍👧",
        "İzmir",
        "ﬁn",
        "œuvre",
        "ÇA",
        "DET",
    ),
    *(
        "...",
        "…",
        "?!",
        "«",
        "»",
        "(",
        ")",
        "[",
        "/",
        "--",
        "—",
        "\n",
        "  ",
        "\u00a0",
        "\u2011",
        "l'l'l'",
    ),
)
ALPHABET = "aàâbcçdeéèêfghiîjklmnoôpqrstuùûvwxyzœABCDEÉ0123456789'’-‑–.,;:!?()/ \u00a0\n\u0301😀"


@pytest.fixture(scope="session")
def texts_given(pytestconfig: pytest.Config) -> list[str]:
    """The texts of the files that `--texts` names: one a line, or JSON Lines of questions."""
    lines = [
        line
        for file in pytestconfig.getoption("--texts")
        for line in Path(file).read_text(encoding="utf-8").splitlines()
    ]
    return [text for line in lines for text in _texts_of(line)]


@pytest.fixture(scope="session")
def examples(bot: Bot) -> list[str]:
    return [e for i in bot.grammar.language.intents.values() for e in i.examples]


def _texts_of(line: str) -> Iterator[str]:
    if not line.startswith("{"):
        yield line
        return
    question = json.loads(line)
    for turn in question.get("turns", [question]):
        yield next(turn[key] for key in ("q", "text", "question", "user") if key in turn)


def noisy(examples: list[str], number: int) -> Iterator[str]:
    """Yield strings that look like French, always the same: words, slips, signs."""
    rng = random.Random(SEED)
    words = [word for example in examples for word in example.split()]
    for _ in range(number):
        said = rng.choices([*words, *WORDS], k=rng.randint(1, 12))
        if rng.random() < 0.3:
            said = [rng.choice((str.upper, str.title, str.lower))(word) for word in said]
        text = rng.choice((" ", " ", " ", "", "  ")).join(said)
        for _ in range(rng.choice((0, 0, 1, 2, 5))):
            at = rng.randrange(len(text) + 1)
            text = text[:at] + rng.choice(ALPHABET) + text[at + rng.randint(0, 2) :]
        yield text


@pytest.fixture(scope="session")
def assert_same(parser: SpacyParser) -> Callable[[list[str]], None]:
    """What fails on the first text of which both pipelines do not say the same."""
    assert parser.trouble == ""
    assert parser._nlp.get_pipe("tok2vec").model.name == "fast_vectors"  # type: ignore[attr-defined] # noqa: SLF001

    def check(texts: list[str]) -> None:
        run = subprocess.run(
            [sys.executable, stock_model.__file__],
            input=json.dumps([texts, FUSED]),
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        nlp = parser._nlp  # noqa: SLF001 - what is inside is what is compared
        for text, stock in zip(texts, json.loads(run.stdout), strict=True):
            assert (text, stock_model.annotations(nlp, text)) == (text, stock)

    return check


def test_on_some_examples_and_some_noise(
    examples: list[str], assert_same: Callable[[list[str]], None]
) -> None:
    assert_same([*examples[::10], *noisy(examples, 200), *WORDS, ""])


@pytest.mark.slow
def test_on_every_example(examples: list[str], assert_same: Callable[[list[str]], None]) -> None:
    assert_same([*examples, *map(str.lower, examples), *map(str.upper, examples)])


@pytest.mark.slow
def test_on_much_noise(examples: list[str], assert_same: Callable[[list[str]], None]) -> None:
    assert_same(list(noisy(examples, MANY)))


def test_on_the_texts_given(
    texts_given: list[str], assert_same: Callable[[list[str]], None]
) -> None:
    if not texts_given:
        pytest.skip("no file was named with --texts")

    assert_same(texts_given)
