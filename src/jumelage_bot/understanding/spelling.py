"""Correct misspelt words towards the words of the content."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage_bot.domain.utterance import Token
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.slips import slip_cost, twins

MIN_CORRECTED = 5
"""Letters a word must have before a misspelling of it is guessed."""
MIN_TWICE_CORRECTED = 9
"""Letters from which two edits are allowed instead of one."""


def correct_words(
    tokens: Sequence[Token], spared: AbstractSet[int], forms: AbstractSet[str], parser: Parser
) -> tuple[Token, ...]:
    """Return the tokens with misspelt words replaced by the nearest of the known forms.

    A French word stays, but for its twins ("viles" is "villes"); so do the words of a name
    (`spared`, by index), and one with a capital inside the message: a name that is not ours.
    Distances are OSA: a transposition is one edit.
    """
    return tuple(
        token if index in spared or token.is_capitalised else _correct(token, forms, parser)
        for index, token in enumerate(tokens)
    )


def _correct(token: Token, forms: AbstractSet[str], parser: Parser) -> Token:
    form = token.folded
    if len(form) < MIN_CORRECTED or not form.isalpha() or form in forms:
        return token
    best = _twin(form, forms) if token.is_known else _nearest(form, forms, parser)
    return replace(token, folded=best, lemmas=parser.lemmas(best)) if best else token


def _twin(form: str, forms: AbstractSet[str]) -> str | None:
    return min((twin for twin in twins(form) if twin in forms), default=None)


def _nearest(form: str, forms: AbstractSet[str], parser: Parser) -> str | None:
    """Return the nearest form; none where two words are as near ("aites": "faites", "aides")."""
    cutoff = 2 if len(form) >= MIN_TWICE_CORRECTED else 1
    near = [
        (slip_cost(form, word, distance), word)
        for word, distance, _ in process.extract(
            form, forms, scorer=OSA.distance, score_cutoff=cutoff, limit=None
        )
        if len(word) >= MIN_CORRECTED - 1
    ]
    if not near:
        return None
    least = min(near)[0]
    nearest = sorted(word for cost, word in near if cost == least)
    shared = frozenset.intersection(*map(parser.lemmas, nearest))
    return nearest[0] if shared or len(nearest) == 1 else None
