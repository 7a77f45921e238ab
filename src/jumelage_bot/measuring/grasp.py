"""Tell a question that an example repeats from one that was understood.

A bot to which a question was given as an example answers it from memory: its accuracy on
such questions says nothing of those that nobody has thought of.
"""

from collections.abc import Iterable
from enum import StrEnum
from itertools import groupby

from rapidfuzz import fuzz

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.answer import Turn
from jumelage_bot.domain.reading import Candidate, Decline
from jumelage_bot.measuring.cases import Question
from jumelage_bot.understanding.examples import SLOT
from jumelage_bot.understanding.normalise import words

SAME = 85
"""How alike, from 0 to 100, an example and a question are that say it in the same words.

"quelle est la … de …" still is "quel est … de …". The score of a candidate could not tell: it
compares what is left once synonyms are one, and is 100 for nine questions understood in ten.
"""
_BLANK = "_"
"""What stands for a slot: it weighs next to nothing beside the words."""


class Grasp(StrEnum):
    """How the bot came by its reply."""

    RECALLED = "recalled"
    """By an example that is nearly the question itself."""
    UNDERSTOOD = "understood"
    """Otherwise; or not at all, where it should have."""
    UNREAD = "unread"
    """It read nothing, and there was nothing to be read."""


def grasp_of(question: Question, turn: Turn | None) -> Grasp:
    """Return how the bot came by its reply to a question."""
    likenesses = [
        likeness(part.analysis, part.decision.candidate)
        for part in (turn.parts if turn else ())
        if not isinstance(part.decision, Decline)
    ]
    if not likenesses:
        return Grasp.UNDERSTOOD if question.asks_for_a_reading else Grasp.UNREAD
    return Grasp.RECALLED if min(likenesses) >= SAME else Grasp.UNDERSTOOD


def likeness(analysis: Analysis, candidate: Candidate) -> float:
    """Return how alike a question and the nearest example of an intent are, from 0 to 100.

    What fills a slot is left out of the question, and the slot out of the example: to
    change a name is not to say it in other words.
    """
    asked = _blanked_question(analysis, candidate)
    examples = {candidate.example, *candidate.intent.examples}
    return max(fuzz.token_sort_ratio(asked, _blanked_example(e)) for e in examples)


def _blanked_question(analysis: Analysis, candidate: Candidate) -> str:
    """Return the words of a question, with blanks for those that fill a slot."""
    filling = {
        token
        for index in candidate.fill.essential
        for unit in (analysis.units[index],)
        for token in range(unit.start, unit.end)
    }
    tokens = enumerate(analysis.parse.tokens)
    return _joined(_BLANK if index in filling else token.folded for index, token in tokens)


def _blanked_example(example: str) -> str:
    """Return the words of an example, with blanks for its slots."""
    pieces = SLOT.sub(f" {_BLANK} ", example).split()
    return _joined(w for p in pieces for w in ((_BLANK,) if p == _BLANK else words(p)))


def _joined(said: Iterable[str]) -> str:
    """Return words as one text; blanks in a row count as one."""
    return " ".join(word for word, _ in groupby(said))
