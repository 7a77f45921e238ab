"""What is recorded of a partner is said in every generic form; what is not, is not made up."""

from collections.abc import Iterator, Mapping

import pytest

from behaviour.asking import Asker, count, is_answered, is_presented, part, says, shown
from behaviour.contents import contents
from behaviour.topics import Book, Topic

SAMPLE = 220
MIN_AS_RECORDED = 0.9
"""Share of the questions answered if they can be, and said to be unknown if not.

Most of the others call a property by a label of which the schema has no cue.
"""
KNOWN_OTHERWISE = {
    "shipped-first": "2 of 220: a verb, a homonym cue or an assumed state answers for the label",
    "shipped-rest": "33 of 2200: the same",
    "invented-first": "1 of 220: the same",
    "invented-rest": "2 of 902: the same",
}


def cases(book: Book) -> Iterator[tuple[Topic, str]]:
    for topic in book.topics():
        yield from ((topic, question) for question in book.questions(topic))


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_is_recorded_is_said(askers: Mapping[str, Asker], content: str, which: str) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(case: tuple[Topic, str]) -> str | None:
        topic, question = case
        answer = asker(question)
        is_said = is_answered(answer) and book.is_said(topic, answer.text)
        is_unknown = not is_answered(answer) and not book.is_recorded(topic)
        return None if is_said or is_unknown else shown(question, answer)

    count(part(cases(book), which, SAMPLE), fault).keep_to(MIN_AS_RECORDED)


@pytest.mark.parametrize(("content", "which"), contents(KNOWN_OTHERWISE))
def test_nothing_else_is_said_for_it(askers: Mapping[str, Asker], content: str, which: str) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(case: tuple[Topic, str]) -> str | None:
        topic, question = case
        answer = asker(question)
        is_right = book.is_said(topic, answer.text) or is_presented(asker, answer)
        return shown(question, answer) if is_answered(answer) and not is_right else None

    count(part(cases(book), which, SAMPLE), fault).keep_to(1)


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_is_true_of_another_partner_is_never_said(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(case: tuple[Topic, str]) -> str | None:
        topic, question = case
        answer = asker(question)
        is_mixed_up = any(says(answer.text, value) for value in book.others(topic))
        return shown(question, answer) if is_mixed_up else None

    count(part(cases(book), which, SAMPLE), fault).keep_to(1)
