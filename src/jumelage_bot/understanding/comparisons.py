"""Find superlatives and limits: "la plus peuplée", "avant 1980"."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import MEASURED, Kind, Property
from jumelage_bot.domain.language import Comparator
from jumelage_bot.domain.reading import Analysis, Condition, Order, Unit
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import comparator_key

REACH = 3
"""Units between a comparator and the word or the number it bears on, at most."""

DATES = frozenset({Comparator.BEFORE, Comparator.AFTER})
SIZES = frozenset({Comparator.ABOVE, Comparator.BELOW})


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """An order with the units that express it."""

    order: Order
    units: frozenset[int]


@dataclass(frozen=True, slots=True)
class ConditionEvidence:
    """A condition with the units that express it."""

    condition: Condition
    units: frozenset[int]


def find_orders(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[OrderEvidence]:
    """Yield the orders expressed, at most one for each property.

    "plus" or "moins" before a word of order of the property ("peuplé") or before its cue
    ("plus d'habitants"), or a word that is enough by itself ("premier").
    """
    for each in grammar.knowledge.properties.values():
        if each.kind not in MEASURED:
            continue
        cue = next((e.units for e in evidence if e.property is each), frozenset[int]())
        if marked := sorted(_marked(each, analysis, cue, grammar)):
            units = frozenset(i for _, _, pair in marked for i in pair) | cue
            yield OrderEvidence(Order(each.id, marked[0][1]), units)


def find_conditions(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[ConditionEvidence]:
    """Yield the limits expressed: on the property that dates things, or on one evoked."""
    evoked = {e.property.id: e.units for e in evidence}
    for index, unit in enumerate(analysis.units):
        for comparator in _comparators(unit):
            limit = _number_after(index, analysis)
            if limit is None:
                continue
            for each in grammar.knowledge.properties.values():
                is_dated = comparator in DATES and each.kind is Kind.MOMENT and each.identifies
                is_sized = comparator in SIZES and each.kind is Kind.QUANTITY and each.id in evoked
                if is_dated or is_sized:
                    units = evoked.get(each.id, frozenset()) | {index, limit}
                    number = int(analysis.units[limit].text)
                    yield ConditionEvidence(Condition(each.id, comparator, number), units)


def _marked(
    each: Property, analysis: Analysis, cue: frozenset[int], grammar: Grammar
) -> Iterator[tuple[int, bool, frozenset[int]]]:
    """Yield where an order is expressed, whether it is descending, and by which units."""
    words = grammar.order_words[each.id]
    for index, unit in enumerate(analysis.units):
        if unit.is_aside:
            continue
        for is_descending in (True, False):
            if unit.keys & words.alone[is_descending]:
                yield index, is_descending, frozenset({index})
        is_more = comparator_key(Comparator.MORE) in unit.keys
        if not is_more and comparator_key(Comparator.LESS) not in unit.keys:
            continue
        for near in range(index + 1, min(index + 1 + REACH, len(analysis.units))):
            other = analysis.units[near]
            if near in cue or other.keys & words.marked[True]:
                yield index, is_more, frozenset({index, near})
            elif other.keys & words.marked[False]:
                yield index, not is_more, frozenset({index, near})


def _comparators(unit: Unit) -> Iterator[Comparator]:
    if not unit.is_aside:
        yield from (c for c in (*DATES, *SIZES) if comparator_key(c) in unit.keys)


def _number_after(index: int, analysis: Analysis) -> int | None:
    following = range(index + 1, min(index + 1 + REACH, len(analysis.units)))
    return next((i for i in following if analysis.units[i].is_number), None)
