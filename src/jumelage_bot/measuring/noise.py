"""Write a question as people do who are in a hurry."""

import random
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import assert_never

from jumelage_bot.measuring.cases import Case

SEED = 1
MIN_MISSPELT = 5
"""Letters of a word in which a slip leaves it recognisable."""

_KEYBOARD = ("azertyuiop", "qsdfghjklm", "wxcvbn")
_SIGNS = re.compile(r"[?!,;…«»\"“”()\[\]'’]|(?<!\w)[.:]|[.:](?!\w)")
_MEANT_AS_IT_IS = re.compile(r"[@#<].*|.*://.*|.*@.*|:\w+:")
"""A mention, a channel, an address, the code of an emoji: their signs are no punctuation."""


class Noise(StrEnum):
    """What is done to a question."""

    ACCENTS = "accents"
    CAPITALS = "capitals"
    PUNCTUATION = "punctuation"
    TYPO = "typo"


def disturb(case: Case, noise: Noise) -> Case:
    """Return a case with its questions rewritten, always in the same way."""
    # Chance with a seed of its own: the other questions of a file change nothing.
    rng = random.Random(f"{SEED} {case.id}")  # noqa: S311 - it keeps no secret
    questions = (replace(q, text=rewrite(q.text, noise, rng)) for q in case.questions)
    return replace(case, questions=tuple(questions))


def rewrite(text: str, noise: Noise, rng: random.Random) -> str:
    """Return a text with one noise."""
    match noise:
        case Noise.ACCENTS:
            return without_accents(text)
        case Noise.CAPITALS:
            return text.upper()
        case Noise.PUNCTUATION:
            return without_punctuation(text)
        case Noise.TYPO:
            return with_a_slip(text, rng)
        case _:
            assert_never(noise)


def without_accents(text: str) -> str:
    """Return a text without accents or ligatures; its capitals stay."""
    decomposed = unicodedata.normalize("NFD", text.replace("œ", "oe").replace("Œ", "OE"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def without_punctuation(text: str) -> str:
    """Return the words of a text, hyphens kept; an apostrophe leaves a blank."""
    pieces = [p if _MEANT_AS_IT_IS.fullmatch(p) else _SIGNS.sub(" ", p) for p in text.split()]
    return " ".join(" ".join(pieces).split())


def with_a_slip(text: str, rng: random.Random) -> str:
    """Return a text with one slip in one of its longer words, or as it is if it has none."""
    words = [m for m in re.finditer(r"[^\W\d_]+", text) if len(m[0]) >= MIN_MISSPELT]
    if not words:
        return text
    word = rng.choice(words)
    return text[: word.start()] + _slip(word[0], rng) + text[word.end() :]


def _slip(word: str, rng: random.Random) -> str:
    """Return a word with one letter left out, doubled, swapped with the next, or beside it."""
    # The first letter of a word is seldom the one that slips.
    place = rng.randrange(1, len(word) - 1)
    before, letter, following, after = (
        word[:place], word[place], word[place + 1], word[place + 2 :]
    )  # fmt: skip
    slips = [
        before + following + after,
        before + letter + letter + following + after,
        before + following + letter + after,
        before + rng.choice(_neighbours(letter)) + following + after,
    ]
    return rng.choice([slip for slip in slips if slip != word])


def _neighbours(letter: str) -> Sequence[str]:
    """Return the letters beside one on a French keyboard."""
    plain = without_accents(letter).lower()
    for row in _KEYBOARD:
        if plain in row:
            place = row.index(plain)
            return [row[i] for i in (place - 1, place + 1) if 0 <= i < len(row)]
    return "e"
