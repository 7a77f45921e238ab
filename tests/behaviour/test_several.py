"""Two questions in one message are both answered."""

from collections.abc import Iterator, Mapping

import pytest

from behaviour.asking import Asker, count, is_answered, part, says, shown
from behaviour.contents import contents
from behaviour.topics import Book, Topic

SAMPLE = 50
MIN_BOTH = 0.95

Pair = tuple[Topic, Topic]


def pairs(book: Book) -> Iterator[Pair]:
    """Yield two things that are recorded of one partner, and each answered alone."""
    known = [t for t in book.topics() if book.is_recorded(t) and [*book.questions(t)]]
    yield from (
        (first, second)
        for first in known
        for second in known
        if first.partner == second.partner and first != second
    )


def message(pair: Pair, book: Book) -> str:
    return " Et ".join(book.main_question(topic) for topic in pair)


@pytest.mark.parametrize(("content", "which"), contents())
def test_both_questions_of_a_message_are_answered(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(pair: Pair) -> str | None:
        answer = asker(message(pair, book))
        is_whole = is_answered(answer) and all(book.is_said(t, answer.text) for t in pair)
        return None if is_whole else shown(message(pair, book), answer)

    count(part(pairs(book), which, SAMPLE), fault).keep_to(MIN_BOTH)


@pytest.mark.parametrize(("content", "which"), contents())
def test_neither_question_brings_in_another_partner(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(pair: Pair) -> str | None:
        answer = asker(message(pair, book))
        own = " ".join(s for topic in pair for s in book.statements(topic))
        others = {value for topic in pair for value in book.others(topic)}
        is_mixed_up = any(says(answer.text, v) and not says(own, v) for v in others)
        return shown(message(pair, book), answer) if is_mixed_up else None

    count(part(pairs(book), which, SAMPLE), fault).keep_to(1)
