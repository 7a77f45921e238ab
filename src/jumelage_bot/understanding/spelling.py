"""Correct misspelt words towards the words of the content."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage_bot.domain.utterance import Token
from jumelage_bot.ports import Parser

MIN_CORRECTED = 5
"""Letters a word must have before a misspelling of it is guessed."""
MIN_TWICE_CORRECTED = 9
"""Letters from which two edits are allowed instead of one."""


def correct_words(
    tokens: Sequence[Token], spared: AbstractSet[int], forms: AbstractSet[str], parser: Parser
) -> tuple[Token, ...]:
    """Return the tokens with misspelt words replaced by the nearest of the known forms.

    A French word stays, whatever it resembles; so do the words of a name (`spared`, by
    index). Distances are OSA: a transposition is one edit.
    """
    return tuple(
        token if index in spared else _correct(token, forms, parser)
        for index, token in enumerate(tokens)
    )


def _correct(token: Token, forms: AbstractSet[str], parser: Parser) -> Token:
    form = token.folded
    is_fit = len(form) >= MIN_CORRECTED and form.isalpha() and not token.is_known
    if not is_fit or form in forms:
        return token
    cutoff = 2 if len(form) >= MIN_TWICE_CORRECTED else 1
    near = [
        (distance, word[0] != form[0], word)
        for word, distance, _ in process.extract(
            form, forms, scorer=OSA.distance, score_cutoff=cutoff, limit=3
        )
        if len(word) >= MIN_CORRECTED - 1
    ]
    if not near:
        return token
    _, _, best = min(near)
    return replace(token, folded=best, lemmas=parser.lemmas(best))
