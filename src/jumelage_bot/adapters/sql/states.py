"""How far a question and a letter have come."""

from enum import StrEnum


class QuestionState(StrEnum):
    """From received to answered."""

    NEW = "new"
    CLAIMED = "claimed"
    """A worker has it, until its lease ends."""
    ANSWERED = "answered"
    """Its answer is in the outbox."""
    CANCELLED = "cancelled"
    """Its author deleted it first."""


OPEN = (QuestionState.NEW, QuestionState.CLAIMED)
"""Not answered yet."""


class LetterState(StrEnum):
    """From written to sent."""

    PENDING = "pending"
    SENDING = "sending"
    """A sender has it, until its lease ends."""
    SENT = "sent"
    UNKNOWN = "unknown"
    """It may have been sent, and may not be sent twice."""
    FAILED = "failed"
    CANCELLED = "cancelled"
