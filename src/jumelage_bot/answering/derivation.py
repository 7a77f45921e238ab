"""Work out what no source says but follows from its dates: ages, spans, anniversaries."""

import datetime as dt

from jumelage_bot.domain.knowledge import Fact, Kind, Property
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.values import Exactness, Moment, Quantity, Value, period_of

ROUND = 10
"""Years between two anniversaries that are worth a celebration."""


def derive(
    subject: str,
    derived: Property,
    knowledge: KnowledgeBase,
    today: dt.date,
    jubilee: int | None = None,
) -> Fact | None:
    """Return a derived fact, cited where its dates are; None when one of them is unknown.

    An anniversary is the next round one, or the one of a number of years (`jubilee`).
    """
    bases = [knowledge.fact(subject, p) for p in derived.derived_from]
    dates = [f.values[0] for f in bases if f and isinstance(f.values[0], Moment)]
    if not bases or len(dates) < len(bases) or bases[0] is None:
        return None
    match derived.kind:
        case Kind.AGE:
            value: Value | None = _years_between(dates[0], _moment(today), derived, knowledge)
        case Kind.SPAN:
            value = _years_between(dates[0], dates[1], derived, knowledge)
        case _:
            value = _anniversary(dates[0], today, jubilee)
    base = bases[0]
    return Fact(subject, derived.id, (value,), base.source, base.excerpt) if value else None


def _years_between(
    first: Moment, last: Moment, derived: Property, knowledge: KnowledgeBase
) -> Quantity:
    """Return the whole years from one date to another; "environ" when they are not certain."""
    start, end = period_of(first), period_of(last)
    fewest, most = _years(start.last, end.first), _years(start.first, end.last)
    if fewest == most:
        return Quantity(most, derived.unit)
    about = next((q for q, e in knowledge.qualifiers.items() if e is Exactness.ABOUT), "")
    return Quantity(last.year - first.year, derived.unit, about)


def _years(start: dt.date, end: dt.date) -> int:
    return end.year - start.year - ((end.month, end.day) < (start.month, start.day))


def _anniversary(since: Moment, today: dt.date, jubilee: int | None) -> Moment:
    """Return the date of an anniversary, as precise as the first date."""
    year = since.year + (jubilee or ROUND)
    while jubilee is None and period_of(Moment(year, since.month, _day(since))).last < today:
        year += ROUND
    return Moment(year, since.month, _day(since))


def _day(since: Moment) -> int | None:
    """Return the day of an anniversary: that of a leap day is the day before."""
    return 28 if (since.month, since.day) == (2, 29) else since.day


def _moment(day: dt.date) -> Moment:
    return Moment(day.year, day.month, day.day)
