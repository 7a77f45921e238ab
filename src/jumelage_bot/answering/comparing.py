"""Put facts in order, take differences, keep what meets conditions."""

from collections.abc import Iterator

from jumelage_bot.answering.records import Records
from jumelage_bot.answering.truth import meets
from jumelage_bot.domain.analysis import Month
from jumelage_bot.domain.knowledge import Fact, Role
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import (
    Compared,
    Filtered,
    Gathered,
    Nothing,
    NotRecorded,
    Outcome,
    Ranked,
    Stated,
    Totalled,
)
from jumelage_bot.domain.reading import Order, Query, Relation
from jumelage_bot.domain.values import Moment, Period, Quantity, Text

FEWEST_RANKED = 2
"""An order needs as many values at least."""

Measure = tuple[int, ...]
"""A number, or a date as year, month, day (0 where the source does not say)."""


def rank(query: Query, records: Records) -> Outcome:
    """Return the subjects in order, or that too few values are known for one."""
    assert query.order is not None  # noqa: S101 - such a query always has one
    kept = tuple(s for s in query.subjects if meets(s, query.conditions, records) is True)
    is_whole = query.select is Select.RANKING
    return _rank(kept, query.order, records, is_whole=is_whole, is_free=bool(query.conditions))


def rank_all(order: Order, records: Records) -> Iterator[Ranked]:
    """Yield all our partners in an order, if enough values are known for one."""
    partners = records.knowledge.with_role(Role.PARTNER)
    outcome = _rank(partners, order, records, is_whole=False, is_free=False)
    if isinstance(outcome, Ranked):
        yield outcome


def _rank(
    subjects: tuple[str, ...], order: Order, records: Records, *, is_whole: bool, is_free: bool
) -> Outcome:
    """Return an order; one that conditions leave free may be of a single subject."""
    facts, missing = _measured(subjects, order.property, records)
    if not subjects:
        return Filtered((), (), order.property, (), ())
    if not facts or (len(facts) < FEWEST_RANKED and not is_free):
        return NotRecorded(missing or subjects, order.property, facts)
    ordered = sorted(facts, key=_measure, reverse=order.is_descending)
    return Ranked(order.property, tuple(ordered), missing, is_whole)


def compare(query: Query, records: Records) -> Outcome:
    """Return the difference between two subjects, or whose value is not known."""
    property_id = query.properties[0]
    facts, missing = _measured(query.subjects, property_id, records)
    if missing:
        return NotRecorded(missing, property_id, facts)
    first, second = facts
    difference = abs(_measure(first)[0] - _measure(second)[0])
    return Compared(property_id, (first, second), difference)


def add_up(query: Query, records: Records) -> Outcome:
    """Return the sum of a property over the subjects, or of whom it is not known."""
    property_id = query.properties[0]
    facts, missing = _measured(query.subjects, property_id, records)
    if len(facts) < FEWEST_RANKED:
        return NotRecorded(missing or query.subjects, property_id, facts)
    return Totalled(property_id, facts, sum(_measure(f)[0] for f in facts), missing)


def keep(query: Query, records: Records) -> Outcome:
    """Return the subjects that keep the conditions, and those that cannot be told."""
    truths = {s: meets(s, query.conditions, records) for s in query.subjects}
    kept = tuple(s for s, truth in truths.items() if truth is True)
    open_ended = {Relation.MENTIONS, Relation.RECORDED}
    is_open = any(c.relation in open_ended or isinstance(c.said, Month) for c in query.conditions)
    unsettled = [s for s, truth in truths.items() if truth is None and not is_open]
    asked = query.conditions[0].property
    missing = tuple(s for s in unsettled if not records.facts(s, asked))
    # A rounded number may be on either side of a limit: it is told, for the reader to judge.
    near_limit = [f for s in unsettled for f in _measured((s,), asked, records)[0]]
    parts = dict.fromkeys(p for s in kept for p in _shown(s, query, records))
    return Filtered(
        _ordered(kept, query, records),
        tuple(parts),
        asked,
        missing,
        (*_contrary(truths.keys() - set(kept), query, records), *near_limit),
        () if set(records.knowledge.with_role(Role.PARTNER)) <= set(truths) else query.subjects,
    )


def happened(query: Query, records: Records) -> Iterator[Outcome]:
    """Yield the facts of a date, or that none is known."""
    period = query.conditions[0].said
    found = records.knowledge.dated(period) if isinstance(period, Period) else ()
    yield from (Stated(f) for f in found)
    if not found:
        yield Nothing()


def _ordered(kept: tuple[str, ...], query: Query, records: Records) -> tuple[str, ...]:
    """Return what was kept, in the order of the dates or numbers it was kept for."""
    facts, missing = _measured(kept, query.conditions[0].property, records)
    if missing:
        return kept
    return tuple(f.subject for f in sorted(facts, key=_measure))


def _shown(subject: str, query: Query, records: Records) -> Iterator[Stated | Gathered]:
    for condition in query.conditions:
        asked = records.knowledge.properties[condition.property]
        yield from records.look_up(subject, asked)


def _contrary(others: set[str], query: Query, records: Records) -> Iterator[Fact]:
    """Yield what shows that the others are not in the state that is assumed of the rest."""
    for condition in query.conditions:
        asked = records.knowledge.properties[condition.property]
        if isinstance(condition.said, Text) and asked.unless_said == condition.said.content:
            for subject in query.subjects:
                if subject in others:
                    yield from records.facts(subject, asked.id)


def _measured(
    subjects: tuple[str, ...], property_id: str, records: Records
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Return the measurable facts about the subjects, and the subjects without one."""
    facts: list[Fact] = []
    missing: list[str] = []
    for subject in subjects:
        found = records.facts(subject, property_id)
        measured = [f for f in found if isinstance(f.values[0], Quantity | Moment)]
        facts.extend(measured)
        if not measured:
            missing.append(subject)
    return tuple(facts), tuple(missing)


def _measure(fact: Fact) -> Measure:
    match fact.values[0]:
        case Quantity(number):
            return (number,)
        case Moment(year, month, day):
            return (year, month or 0, day or 0)
        case _:
            message = f"{fact.property} is no measure"
            raise TypeError(message)
