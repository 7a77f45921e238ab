"""What is said does not depend on how the question is typed, nor on what is chatted around it."""

import random
from collections.abc import Iterator, Mapping

import pytest

from behaviour.asking import SEED, Asker, count, part, shown
from behaviour.contents import contents
from behaviour.disturbing import TYPED, framed
from behaviour.topics import Book
from support import plain

SAMPLE, SAMPLE_FRAMED = 130, 50
MIN_KEPT = 0.99
MIN_KEPT_FRAMED = 0.95


def typed(book: Book) -> Iterator[tuple[str, str]]:
    """Yield a question in one of its forms with itself as others would type it, in each way."""
    rng = random.Random(SEED)
    for topic in book.topics():
        questions = list(book.questions(topic))
        for disturb in TYPED.values() if questions else ():
            question = rng.choice(questions)
            yield question, disturb(question)


def chatty(book: Book) -> Iterator[tuple[str, str]]:
    """Yield what is asked by its label with the same in a frame."""
    rng = random.Random(SEED)
    for topic in book.topics():
        for asked in book.noun_phrases(topic):
            yield asked, framed(asked, book.language, rng)


def changed(case: tuple[str, str], asker: Asker) -> str | None:
    """Return what shows that the answer changed; what it quotes may be typed otherwise."""
    before, after = map(asker, case)
    is_kept = (before.status, plain(before.text)) == (after.status, plain(after.text))
    return None if is_kept else f"{case[0]!r}: {shown(case[1], after)}"


@pytest.mark.parametrize(("content", "which"), contents())
def test_an_answer_does_not_depend_on_how_it_is_typed(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(case: tuple[str, str]) -> str | None:
        return changed(case, asker)

    count(part(typed(Book.of(asker)), which, SAMPLE), fault).keep_to(MIN_KEPT)


@pytest.mark.parametrize(("content", "which"), contents())
def test_an_answer_does_not_depend_on_what_is_chatted_around(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(case: tuple[str, str]) -> str | None:
        return changed(case, asker)

    count(part(chatty(Book.of(asker)), which, SAMPLE_FRAMED), fault).keep_to(MIN_KEPT_FRAMED)
