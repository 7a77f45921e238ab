"""Questions with what a right reply to them is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from jumelage_bot.domain.answer import Status, Turn

UNDERSTOOD = frozenset({Status.ANSWERED, Status.CHITCHAT})
"""The statuses of a reply that no other intent can lead to than the one that was meant."""


@dataclass(frozen=True, slots=True)
class Trait:
    """What is sought in the normalised text of a reply."""

    text: str
    """As its author wrote it."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Question:
    """One message and what a right reply to it is."""

    text: str
    statuses: tuple[Status, ...]
    """Those that are right."""
    must: tuple[tuple[Trait, ...], ...] = ()
    """Of every group, one at least is there."""
    must_not: tuple[Trait, ...] = ()
    intent: str | None = None
    """The one that must win, where it is known."""
    max_length: int | None = None
    """Characters of a reply beyond which it says more than was asked."""

    @property
    def asks_for_a_reading(self) -> bool:
        """Whether it is right only if the bot understands it."""
        return bool(UNDERSTOOD.intersection(self.statuses))


@dataclass(frozen=True, slots=True)
class Case:
    """A question alone, or a conversation: right when each of its turns is."""

    id: str
    category: str
    questions: tuple[Question, ...]


class Ask(Protocol):
    """Whoever answers."""

    def __call__(self, texts: Sequence[str], /) -> Sequence[Turn | None]:
        """Return the turn that each message of one conversation leads to; None for a bug."""
        ...
