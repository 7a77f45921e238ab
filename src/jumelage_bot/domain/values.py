"""The kinds of value a fact may have."""

import calendar
import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of French; `{id}` in it stands for the name of an entity."""

    content: str


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a web page."""

    url: str


class Exactness(StrEnum):
    """What a qualifier says of a number: where the true one may lie."""

    ABOUT = "about"
    """On either side of it ("environ")."""
    UNDER = "under"
    """Not above it ("près de")."""
    OVER = "over"
    """Above it ("plus de")."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what the page says of its exactness ("près de", "environ")."""

    number: int
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with the precision its source gives: a day, a month, a year or a decade."""

    year: int
    """For a decade, its first year."""
    month: int | None = None
    day: int | None = None
    is_decade: bool = False
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Another entity."""

    entity: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time: a day, a month, a year, a decade, a century."""

    first: dt.date
    last: dt.date

    def covers(self, other: "Period") -> bool:
        """Return whether another period lies in this one."""
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: "Period") -> bool:
        """Return whether the two share a day."""
        return self.first <= other.last and other.first <= self.last


def period_of(moment: Moment) -> Period:
    """Return the stretch of time in which a date lies, as precise as it is."""
    if moment.is_decade:
        return years(moment.year, moment.year + 9)
    first = dt.date(moment.year, moment.month or 1, moment.day or 1)
    if moment.day:
        return Period(first, first)
    if moment.month:
        _, length = calendar.monthrange(moment.year, moment.month)
        return Period(first, first.replace(day=length))
    return years(moment.year, moment.year)


def years(first: int, last: int) -> Period:
    """Return the period from the first day of a year to the last day of another."""
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


Value = Text | Link | Quantity | Moment | Reference
