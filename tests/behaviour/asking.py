"""Ask a bot many generated questions, and tell which answers break a rule."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Language, Select
from support import converse, plain

SEED = 20_200_705
"""Of the month in which CheckList was published; any other would do."""
FIRST, REST = "first", "rest"
"""What `make test` asks, and what `make test-all` asks besides."""
MANY = 10
"""How many times as many that is, at most."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asker:
    """A bot, and what it said to each question: the same one serves in several tests."""

    bot: Bot
    _said: dict[tuple[str, ...], list[Answer]] = field(default_factory=dict)

    def __call__(self, text: str) -> Answer:
        """Return the answer to a message that stands alone."""
        return self.converse(text)[0]

    def converse(self, *texts: str) -> list[Answer]:
        """Return the answers to the messages of one conversation."""
        if texts not in self._said:
            self._said[texts] = converse(self.bot, *texts)
        return self._said[texts]

    @property
    def knowledge(self) -> KnowledgeBase:
        return self.bot.grammar.knowledge

    @property
    def language(self) -> Language:
        return self.bot.grammar.language


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions were asked, and what is to be said of those that break a rule."""

    asked: int
    faults: tuple[str, ...]

    def keep_to(self, share: float) -> None:
        """Fail, with every fault, if fewer than a share of the questions keep the rule."""
        said = f"{len(self.faults)} of {self.asked} questions\n" + "\n".join(self.faults)
        print(said)  # noqa: T201 - to be read with `pytest -rP`
        assert self.asked > 0
        assert len(self.faults) <= (1 - share) * self.asked + 1e-9, said


def count(cases: Sequence[T], fault: Callable[[T], str | None]) -> Count:
    """Return how many cases there are, and the faults found in them."""
    return Count(len(cases), tuple(said for case in cases if (said := fault(case))))


def part(cases: Iterator[T], which: str, size: int) -> list[T]:
    """Return a sample of the cases drawn by lot, always the same, or many of the others."""
    drawn = list(cases)
    random.Random(SEED).shuffle(drawn)
    return drawn[:size] if which == FIRST else drawn[size : size * (1 + MANY)]


def shown(question: str, answer: Answer) -> str:
    """Return one line that shows an exchange to the reader of a failed test."""
    return f"{question!r} -> {answer.status} {answer.text[:110]!r}"


def is_answered(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED


def says(text: str, sentence: str) -> bool:
    """Return whether a text holds the words of another, whatever its end and its capitals."""
    wanted = plain(sentence).strip(" .")
    return bool(re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", plain(text)))


def verdict(answer: Answer, replies: Mapping[str, str]) -> str | None:
    """Return the name of the reply by which an answer begins, if it is a verdict."""
    words = {name: text for name, text in replies.items() if name.startswith("verdict_") and text}
    return next((name for name, text in words.items() if answer.text.startswith(text)), None)


def is_presented(asker: Asker, answer: Answer) -> bool:
    """Return whether an answer presents its subject as a whole, whatever was asked of it."""
    intent = asker.language.intents.get(answer.intent or "")
    return intent is not None and intent.select is Select.DESCRIPTION
