"""What is asked of a city that is not ours, or what the page never gives, is never answered."""

from collections.abc import Iterator, Mapping

import pytest

from behaviour.asking import Asker, count, is_answered, is_presented, part, shown
from behaviour.contents import contents
from behaviour.topics import Book
from jumelage_bot.answering.french import Name

SAMPLE = 130
INVENTED = ("Korvenne", "Saint-Aubrel", "Drostheim", "Vélizac-sur-Brume", "Ozgorod")
KNOWN_ANSWERED = {
    "shipped-rest": "2 of 1060: what a verb evokes, of an area that is not ours",
}


def elsewhere(book: Book) -> Iterator[str]:
    """Yield each question about names that are not ours, invented or like ours."""
    names = [Name(name) for name in (*INVENTED, *book.knowledge.homonyms)]
    for number, asked in enumerate({t.property.id: t.property for t in book.topics()}.values()):
        for name in (names[number % len(INVENTED)], names[-1 - number % len(names)]):
            yield from book.questions_by_label(asked, name)
            if question := book.question_about_a_name(asked, name):
                yield question


def never_given(book: Book) -> Iterator[str]:
    """Yield what is asked of our partners and that no page tells."""
    for topic in book.topics(covered=False):
        yield from book.questions(topic)


@pytest.mark.parametrize(("content", "which"), contents(KNOWN_ANSWERED))
def test_nothing_is_answered_about_another_city(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(question: str) -> str | None:
        answer = asker(question)
        return shown(question, answer) if is_answered(answer) else None

    count(part(elsewhere(Book.of(asker)), which, SAMPLE), fault).keep_to(1)


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_the_page_never_gives_is_never_answered(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(question: str) -> str | None:
        answer = asker(question)
        is_wrong = is_answered(answer) and not is_presented(asker, answer)
        return shown(question, answer) if is_wrong else None

    count(part(never_given(Book.of(asker)), which, SAMPLE), fault).keep_to(1)
