"""Tell whether a condition holds of a subject: yes, no, or the source does not settle it."""

from collections.abc import Sequence

from jumelage_bot.answering.records import Records
from jumelage_bot.domain.analysis import Month
from jumelage_bot.domain.knowledge import Fact, Kind, Property, Role
from jumelage_bot.domain.reading import Condition, Elsewhere, Order, Passages, Relation
from jumelage_bot.domain.values import (
    Exactness,
    Moment,
    Period,
    Quantity,
    Reference,
    Text,
    period_of,
)

MARGIN = 0.1
"""How far from the truth a rounded number may be, as a share of it: "environ 780 000"."""

Truth = bool | None
"""None where the source does not settle it."""
Interval = tuple[float, float]
"""The least and the greatest value that is possible."""


def holds(subject: str, condition: Condition, records: Records) -> Truth:
    """Return whether a condition holds of a subject."""
    truth = _holds(subject, condition, records)
    if condition.relation is Relation.RECORDED and condition.is_negated:
        # What is not recorded is not denied; but it is not recorded.
        return not truth
    return None if truth is None else truth is not condition.is_negated


def _holds(subject: str, condition: Condition, records: Records) -> Truth:
    asked = records.knowledge.properties[condition.property]
    facts = records.facts(subject, asked.id)
    match condition.relation:
        case Relation.RECORDED:
            return True if records.look_up(subject, asked) else None
        case Relation.MENTIONS:
            return _mentions(subject, condition, records)
        case Relation.FIRST:
            return _is_first(subject, condition, records)
        case Relation.IS:
            return _is(subject, condition, facts, records)
        case _:
            return _compares(facts, condition, records)


def meets(subject: str, conditions: tuple[Condition, ...], records: Records) -> Truth:
    """Return whether a subject meets conditions: of two values that exclude each other, one."""
    alternatives: dict[str, list[Truth]] = {}
    truths: list[Truth] = []
    for condition in conditions:
        truth = holds(subject, condition, records)
        if _is_single_valued(condition, records):
            alternatives.setdefault(condition.property, []).append(truth)
        else:
            truths.append(truth)
    return all_true([*truths, *(any_true(found) for found in alternatives.values())])


def all_true(truths: Sequence[Truth]) -> Truth:
    """Return whether all hold; one that does not settles it, one unknown leaves it open."""
    return False if False in truths else None if None in truths else True


def any_true(truths: Sequence[Truth]) -> Truth:
    """Return whether one holds; it settles it."""
    return True if True in truths else None if None in truths else False


def _is_single_valued(condition: Condition, records: Records) -> bool:
    kind = records.knowledge.properties[condition.property].kind
    is_plain = condition.relation is Relation.IS and not condition.is_negated
    return is_plain and kind is not Kind.TEXT


def interval(fact: Fact, records: Records) -> Interval:
    """Return between which bounds the true value of a measured fact lies."""
    match fact.values[0]:
        case Quantity(number, _, qualifier):
            match records.knowledge.qualifiers.get(qualifier):
                case Exactness.ABOUT:
                    return number * (1 - MARGIN), number * (1 + MARGIN)
                case Exactness.UNDER:
                    return number * (1 - MARGIN), number
                case Exactness.OVER:
                    return number, float("inf")
                case None:
                    return number, number
        case Moment() as moment:
            return _days(period_of(moment))
        case _:
            message = f"{fact.property} is no measure"
            raise TypeError(message)


def _is(subject: str, condition: Condition, facts: tuple[Fact, ...], records: Records) -> Truth:
    asked = records.knowledge.properties[condition.property]
    match condition.said:
        case Text(state):
            return _is_in_state(state, asked, facts)
        case Reference(entity) if _is_where(asked, entity, records):
            return _lies_in(subject, entity, records) if facts else None
        case Reference() | Elsewhere() as said:
            return _is_named(said, asked, facts, records)
        case Quantity(number) if facts:
            return _is_number(number, facts[0], records)
        case Period() | Month() as said if facts:
            return _is_dated(said, facts[0])
        case _:
            return None


def _is_where(asked: Property, entity: str, records: Records) -> bool:
    """Return whether a property says in which area its subject lies."""
    return asked.kind is Kind.ENTITY and records.knowledge.role(entity) is Role.AREA


def _is_named(
    said: Reference | Elsewhere, asked: Property, facts: tuple[Fact, ...], records: Records
) -> Truth:
    """Return whether facts name an entity; another is refuted where all are recorded.

    By name, if it is a text that may only describe them ("signée par le premier maire").
    """
    named = {ref for fact in facts for ref in fact.references()}
    if isinstance(said, Reference) and said.entity in named:
        return True
    if isinstance(said, Reference) and asked.kind is Kind.TEXT:
        is_comparable = any(_is_alike(said.entity, ref, records) for ref in named)
        return False if is_comparable and asked.is_exhaustive else None
    return False if facts and asked.is_exhaustive else None


def _is_alike(one: str, other: str, records: Records) -> bool:
    """Return whether two entities are of one type, or both are towns."""
    knowledge = records.knowledge
    towns = {Role.HOME, Role.PARTNER}
    is_same = knowledge.entities[one].type == knowledge.entities[other].type
    return is_same or {knowledge.role(one), knowledge.role(other)} <= towns


def _is_dated(said: Period | Month, fact: Fact) -> Truth:
    """Return whether a date lies in the stretch of time said, as far as it is precise."""
    value = fact.values[0]
    if not isinstance(value, Moment):
        return None
    if isinstance(said, Month):
        return value.month == said.number if value.month else None
    own = period_of(value)
    return True if said.covers(own) else None if said.meets(own) else False


def _is_number(number: int, fact: Fact, records: Records) -> Truth:
    """Return whether a number is the one recorded; one within its margin might be."""
    recorded = fact.values[0]
    if not isinstance(recorded, Quantity):
        return None
    if recorded.number == number:
        return True
    low, high = interval(fact, records)
    return None if low <= number <= high else False


def _is_in_state(state: str, asked: Property, facts: tuple[Fact, ...]) -> Truth:
    recorded = {v.content for f in facts for v in f.values if isinstance(v, Text)}
    if recorded:
        return state in recorded
    return None if asked.unless_said is None else state == asked.unless_said


def _lies_in(subject: str, area: str, records: Records) -> bool:
    return records.knowledge.partner_of(subject) in records.knowledge.within(area)


def _mentions(subject: str, condition: Condition, records: Records) -> Truth:
    assert isinstance(condition.said, Passages)  # noqa: S101 - such a condition always has
    knowledge = records.knowledge
    family = {
        subject,
        *knowledge.holders(subject, condition.property),
        *knowledge.children(subject),
    }
    return True if any(s in family for s, _ in condition.said.facts) else None


def _is_first(subject: str, condition: Condition, records: Records) -> Truth:
    """Return whether a subject comes before all our partners in an order."""
    assert isinstance(condition.said, Order)  # noqa: S101 - such a condition always has
    partner = records.knowledge.partner_of(subject)
    own = records.facts(subject, condition.property)
    if not own or partner is None:
        return None
    others = [
        f
        for p in records.knowledge.with_role(Role.PARTNER)
        if p != partner
        for f in records.facts(p, condition.property)
    ]
    is_descending = condition.said.is_descending
    return all(_precedes(own[0], other, records, is_descending=is_descending) for other in others)


def _precedes(one: Fact, other: Fact, records: Records, *, is_descending: bool) -> bool:
    ours, theirs = interval(one, records), interval(other, records)
    return ours > theirs if is_descending else ours < theirs


def _compares(facts: tuple[Fact, ...], condition: Condition, records: Records) -> Truth:
    """Return whether a value is beyond or short of another, whatever their true places.

    What was said is meant whole: 1985 is neither before nor after the year 1985. Another
    value of ours lies somewhere within its bounds.
    """
    limit = _limit(condition, records)
    if not facts or limit is None:
        return None
    (low, high), (least, most) = interval(facts[0], records), limit
    is_whole = not isinstance(condition.said, Reference)
    match condition.relation:
        case Relation.ABOVE | Relation.AFTER:
            return True if low > most else False if high <= (most if is_whole else least) else None
        case Relation.FROM:
            return True if low >= least else False if high < least else None
        case _:
            return True if high < least else False if low >= (least if is_whole else most) else None


def _limit(condition: Condition, records: Records) -> Interval | None:
    """Return the bounds of what a value is compared with; None where it is not known."""
    match condition.said:
        case Quantity(number):
            return number, number
        case Period() as period:
            return _days(period)
        case Reference(entity):
            facts = records.facts(entity, condition.property)
            return interval(facts[0], records) if facts else None
        case _:
            return None


def _days(period: Period) -> Interval:
    return period.first.toordinal(), period.last.toordinal()
