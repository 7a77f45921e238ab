"""A question that hangs on another says what it would say alone, and of no other city."""

import datetime as dt
from collections.abc import Iterator, Mapping
from itertools import permutations

import pytest

from behaviour.asking import Asker, count, is_answered, part, says, shown
from behaviour.contents import contents
from behaviour.topics import Book, Topic
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.dialogue import MEMORY
from jumelage_bot.domain.utterance import Utterance
from support import NOW
from wordings import same

SAMPLE = 22
MIN_FOLLOWED = 0.95
STRANGER = "Korvenne"
POSSESSIVES = {"le ": "son ", "la ": "sa ", "l'": "son ", "les ": "ses "}

Chain = tuple[Topic, Topic, Topic]
"""What is asked of a partner, the same of another, then something else of that one."""


def chains(book: Book) -> Iterator[Chain]:
    topics = [t for t in book.topics() if [*book.noun_phrases(t)]]
    of = {(t.partner, t.property.id): t for t in topics}
    properties = list(dict.fromkeys(t.property.id for t in topics))
    for first, second in permutations(dict.fromkeys(t.partner for t in topics), 2):
        for number, asked in enumerate(properties):
            other = properties[number - 1]
            if {(first, asked), (second, asked), (second, other)} <= of.keys():
                yield of[first, asked], of[second, asked], of[second, other]


def possessive(label: str) -> str:
    """Return a label as what belongs to what was spoken of: "sa population"."""
    article = next(each for each in POSSESSIVES if label.startswith(each))
    return POSSESSIVES[article] + label.removeprefix(article)


def follow(chain: Chain, asker: Asker, book: Book) -> Iterator[tuple[Topic, str, Answer, Answer]]:
    """Yield what is asked in passing of the second partner: said in passing, and alone."""
    first, second, third = chain
    name = book.knowledge.entities[second.partner].name
    messages = [
        book.main_question(first),
        f"et {name} ?",
        f"et {possessive(third.property.label)} ?",
    ]
    said = asker.converse(*messages)
    yield second, " / ".join(messages[:2]), said[1], asker(book.main_question(second))
    yield third, " / ".join(messages), said[2], asker(next(book.noun_phrases(third)) + " ?")


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_is_asked_in_passing_is_answered_as_alone(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    turns = [t for c in part(chains(book), which, SAMPLE) for t in follow(c, asker, book)]

    def fault(turn: tuple[Topic, str, Answer, Answer]) -> str | None:
        _, messages, passing, alone = turn
        is_kept = same(passing, alone) or not (is_answered(alone) or is_answered(passing))
        return None if is_kept else f"{shown(messages, passing)} alone: {alone.text[:60]!r}"

    count(turns, fault).keep_to(MIN_FOLLOWED)


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_was_said_of_another_partner_is_left_behind(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    turns = [t for c in part(chains(book), which, SAMPLE) for t in follow(c, asker, book)]

    def fault(turn: tuple[Topic, str, Answer, Answer]) -> str | None:
        topic, messages, passing, _ = turn
        is_other = any(says(passing.text, value) for value in book.others(topic))
        return shown(messages, passing) if is_other else None

    count(turns, fault).keep_to(1)


@pytest.mark.parametrize(("content", "which"), contents())
def test_a_city_that_is_not_ours_inherits_nothing(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])

    def fault(chain: Chain) -> str | None:
        first, _, third = chain
        asked = book.main_question(first)
        passing = (
            f"et à {STRANGER} ?",
            f"et {third.property.label} de {STRANGER} ?",
            f"Bon, et {STRANGER} ?",
        )
        for message in passing:
            answer = asker.converse(asked, message)[1]
            if is_answered(answer):
                return shown(f"{asked} / {message}", answer)
        return None

    count(part(chains(book), which, SAMPLE), fault).keep_to(1)


@pytest.mark.parametrize(("content", "which"), contents())
def test_after_a_long_silence_nothing_is_remembered(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker, book = askers[content], Book.of(askers[content])
    late = NOW + MEMORY + dt.timedelta(minutes=1)

    def fault(chain: Chain) -> str | None:
        first, _, third = chain
        asked = book.main_question(first)
        state = asker.bot.reply(Utterance(asked, NOW)).state
        for message in (f"{third.property.label} ?", f"et {possessive(third.property.label)} ?"):
            answer = asker.bot.reply(Utterance(message, late), state).answer
            if not same(answer, asker(message)):
                return shown(f"{asked} / … / {message}", answer)
        return None

    count(part(chains(book), which, SAMPLE), fault).keep_to(1)
