"""Compare a reply with what was expected of it."""

import re
from collections.abc import Iterator

from jumelage_bot.domain.answer import Answer
from jumelage_bot.measuring.cases import Question, Trait
from jumelage_bot.measuring.faults import (
    Fault,
    Lacks,
    NoReply,
    OtherIntent,
    OtherStatus,
    Says,
    TooLong,
)
from jumelage_bot.understanding.normalise import fold

_PLAIN_SIGNS = str.maketrans("’‘ʼ‐‑–", "'''---")
_INSIDE_A_NUMBER = re.compile(r"(?<=\d)[ .](?=\d{3}\b)")


def normalise(text: str) -> str:
    """Return a text in lower case, without accents, with plain signs and whole numbers.

    "50 000" and "50.000" become "50000".
    """
    plain = re.sub(r"\s+", " ", fold(text).translate(_PLAIN_SIGNS))
    return _INSIDE_A_NUMBER.sub("", plain)


def literal(text: str) -> Trait:
    """Return the trait of a reply that holds a text."""
    return Trait(text, re.compile(re.escape(normalise(text))))


def find_faults(question: Question, answer: Answer | None) -> Iterator[Fault]:
    """Yield what is wrong with the answer to a question."""
    if answer is None or not answer.text.strip():
        yield NoReply()
        return
    text = normalise(answer.text)
    if question.max_length is not None and len(text) > question.max_length:
        yield TooLong(len(text), question.max_length)
    if answer.status not in question.statuses:
        yield OtherStatus(answer.status, question.statuses)
    if question.intent is not None and answer.intent != question.intent:
        yield OtherIntent(answer.intent, question.intent)
    for group in question.must:
        if not any(_holds(text, trait) for trait in group):
            yield Lacks(group)
    for trait in question.must_not:
        if _holds(text, trait):
            yield Says(trait)


def _holds(text: str, trait: Trait) -> bool:
    return trait.pattern.search(text) is not None
