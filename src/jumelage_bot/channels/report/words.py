"""The words in which a measure is told."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from babel.numbers import format_decimal

from jumelage_bot.answering.french import LOCALE
from jumelage_bot.measuring.cases import Question, Trait
from jumelage_bot.measuring.faults import (
    Fault,
    Lacks,
    NoReply,
    OtherIntent,
    OtherStatus,
    Says,
    TooLong,
)
from jumelage_bot.measuring.grasp import Grasp
from jumelage_bot.measuring.noise import Noise

NO_BREAK = "\u00a0"
NOISES: Mapping[Noise, str] = {
    Noise.ACCENTS: "sans accents",
    Noise.CAPITALS: "en capitales",
    Noise.PUNCTUATION: "sans ponctuation",
    Noise.TYPO: "avec une faute de frappe",
}
GRASPS: Mapping[Grasp, str] = {
    Grasp.RECALLED: "dites comme un exemple",
    Grasp.UNDERSTOOD: "dites autrement",
    Grasp.UNREAD: "sans rien à comprendre",
}
"""How a question stands to the examples."""


def percent(share: float) -> str:
    """Return "97,9 %"."""
    return f"{format_decimal(share, '0.0', LOCALE)}{NO_BREAK}%"


def points(difference: float) -> str:
    """Return "−1,7 point", "+2,1 points", "0,0 point"."""
    size = format_decimal(abs(difference), "0.0", LOCALE)
    sign = "" if size == "0,0" else "−" if difference < 0 else "+"
    plural = "s" if abs(difference) >= 2 else ""  # noqa: PLR2004 - as French counts
    return f"{sign}{size}{NO_BREAK}point{plural}"


def count(number: int) -> str:
    """Return "1 234"."""
    return format_decimal(number, locale=LOCALE).replace("\u202f", NO_BREAK)


def wording(fault: Fault) -> str:
    """Return what is wrong, as one says it."""
    match fault:
        case NoReply():
            return "rien n'est répondu"
        case TooLong(length, limit):
            return f"réponse trop longue : {count(length)} caractères, {count(limit)} au plus"
        case OtherStatus(got, expected):
            return f"le statut est {got}, au lieu de {' ou '.join(expected)}"
        case OtherIntent(got, expected):
            won = f"l'intention est {got}" if got else "il n'y a pas d'intention"
            return f"{won}, au lieu de {expected}"
        case Lacks(alternatives):
            return f"il manque {_any_of(alternatives)}"
        case Says(trait):
            return f"il ne fallait pas dire « {trait.text} »"
        case _:
            assert_never(fault)


def expectations(question: Question) -> str:
    """Return what was expected of a reply."""
    return " ; ".join(_expectations(question))


def _expectations(question: Question) -> Iterator[str]:
    yield " ou ".join(question.statuses)
    if question.intent:
        yield f"intention {question.intent}"
    yield from map(_any_of, question.must)
    if question.must_not:
        yield f"pas {_any_of(question.must_not)}"


def _any_of(traits: tuple[Trait, ...]) -> str:
    return " ou ".join(f"« {trait.text} »" for trait in traits)
