"""What a reply can have wrong."""

from dataclasses import dataclass

from jumelage_bot.domain.answer import Status
from jumelage_bot.measuring.cases import Trait


@dataclass(frozen=True, slots=True)
class NoReply:
    """Nothing is said."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """It says more than was asked."""

    length: int
    limit: int


@dataclass(frozen=True, slots=True)
class OtherStatus:
    """It stands to the question as it should not."""

    got: Status
    expected: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class OtherIntent:
    """It answers something else."""

    got: str | None
    expected: str


@dataclass(frozen=True, slots=True)
class Lacks:
    """It leaves out what it should say."""

    alternatives: tuple[Trait, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """It says what it should not."""

    trait: Trait


Fault = NoReply | TooLong | OtherStatus | OtherIntent | Lacks | Says


def is_untrue(fault: Fault) -> bool:
    """Return whether an answer with this fault is false; with the others, it falls short."""
    match fault:
        case Says():
            return True
        case OtherStatus(got):
            return got is Status.ANSWERED
        case _:
            return False
