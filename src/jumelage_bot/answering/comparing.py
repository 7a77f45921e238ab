"""Put facts in order, take differences, keep what is within a limit."""

from jumelage_bot.domain.knowledge import Fact
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Comparator, Select
from jumelage_bot.domain.outcome import Compared, Filtered, NotRecorded, Outcome, Ranked
from jumelage_bot.domain.reading import Condition, Query
from jumelage_bot.domain.values import Moment, Quantity

FEWEST_RANKED = 2
"""An order needs as many values at least."""

Measure = tuple[int, ...]
"""A number, or a date as year, month, day (0 where the source does not say)."""


def rank(query: Query, knowledge: KnowledgeBase) -> Outcome:
    """Return the subjects in order, or that too few values are known for one."""
    assert query.order is not None  # noqa: S101 - such a query always has one
    facts, missing = _known(query.subjects, query.order.property, knowledge)
    if len(facts) < FEWEST_RANKED:
        return NotRecorded(missing, query.order.property, facts)
    ordered = sorted(facts, key=_measure, reverse=query.order.is_descending)
    is_whole = query.select is Select.RANKING
    return Ranked(query.order.property, tuple(ordered), missing, is_whole)


def compare(query: Query, knowledge: KnowledgeBase) -> Outcome:
    """Return the difference between two subjects, or whose value is not known."""
    property_id = query.properties[0]
    facts, missing = _known(query.subjects, property_id, knowledge)
    if missing:
        return NotRecorded(missing, property_id, facts)
    first, second = facts
    difference = abs(_measure(first)[0] - _measure(second)[0])
    return Compared(property_id, (first, second), difference)


def keep(query: Query, knowledge: KnowledgeBase) -> Outcome:
    """Return the subjects that keep a condition, and those that cannot be told."""
    assert query.condition is not None  # noqa: S101 - such a query always has one
    facts, missing = _known(query.subjects, query.condition.property, knowledge)
    kept = tuple(f for f in sorted(facts, key=_measure) if _keeps(f, query.condition))
    return Filtered(kept, query.condition.property, missing)


def _known(
    subjects: tuple[str, ...], property_id: str, knowledge: KnowledgeBase
) -> tuple[tuple[Fact, ...], tuple[str, ...]]:
    """Return the measurable facts about the subjects, and the subjects without one."""
    facts: list[Fact] = []
    missing: list[str] = []
    for subject in subjects:
        found = [knowledge.fact(h, property_id) for h in knowledge.holders(subject, property_id)]
        measured = [f for f in found if f and isinstance(f.values[0], Quantity | Moment)]
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


def _keeps(fact: Fact, condition: Condition) -> bool:
    value = _measure(fact)[0]
    match condition.comparator:
        case Comparator.BEFORE | Comparator.BELOW:
            return value < condition.limit
        case Comparator.AFTER | Comparator.ABOVE:
            return value > condition.limit
        case _:
            return False
