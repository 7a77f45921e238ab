"""What is said, and the whole exchange it ends."""

from dataclasses import dataclass
from enum import StrEnum

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.outcome import Outcome
from jumelage_bot.domain.reading import Candidate, Decision


class Status(StrEnum):
    """How a reply stands to the question; best first."""

    ANSWERED = "answered"
    CLARIFY = "clarify"
    UNKNOWN = "unknown"
    CHITCHAT = "chitchat"
    OUT_OF_SCOPE = "out_of_scope"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a part of an answer was read."""

    title: str
    url: str | None
    excerpt: str
    """Verbatim."""
    as_of: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said; `text` stands alone, the rest travels beside it."""

    text: str
    status: Status
    intent: str | None = None
    confidence: float | None = None
    """Of the winning candidate, 0 to 1."""
    entities: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One question of a message, with every step that led to what is found."""

    analysis: Analysis
    """Of the question with what it leaves unsaid, if the conversation tells it."""
    candidates: tuple[Candidate, ...]
    decision: Decision
    outcomes: tuple[Outcome, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange: the questions of a message, the answer, and what is remembered."""

    parts: tuple[Part, ...]
    """In order; at least one."""
    answer: Answer
    state: DialogueState
