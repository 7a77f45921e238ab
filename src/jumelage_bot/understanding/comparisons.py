"""Find superlatives: "la plus peuplée", "le premier"."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import MEASURED, Property
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.reading import Order
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import operator_key

REACH = 3
"""Units between an operator and the word or the number it bears on, at most."""


@dataclass(frozen=True, slots=True)
class OrderEvidence:
    """An order with the units that express it."""

    order: Order
    units: frozenset[int]


def find_orders(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[OrderEvidence]:
    """Yield the orders expressed, at most one for each property.

    "plus" or "moins" before a word of order of the property ("peuplé") or before its cue
    ("plus d'habitants"), or a word that is enough by itself ("premier").
    """
    if all(unit.keys.isdisjoint(grammar.signs.order_signals) for unit in analysis.units):
        return
    for each in grammar.knowledge.properties.values():
        if each.kind not in MEASURED:
            continue
        cue = next((e.units for e in evidence if e.property is each), frozenset[int]())
        if marked := sorted(_marked(each, analysis, cue, grammar)):
            units = frozenset(i for _, _, pair in marked for i in pair) | cue
            yield OrderEvidence(Order(each.id, marked[0][1]), units)


def has_operator(unit: Unit, operator: Operator) -> bool:
    """Return whether a unit is a word of an operator, not set aside."""
    return not unit.is_aside and operator_key(operator) in unit.keys


def shortly_before(index: int, operator: Operator, analysis: Analysis) -> int | None:
    """Return the nearest word of an operator shortly before an index."""
    near = range(index - 1, max(index - 1 - REACH, -1), -1)
    return next((i for i in near if has_operator(analysis.units[i], operator)), None)


def _marked(
    each: Property, analysis: Analysis, cue: frozenset[int], grammar: Grammar
) -> Iterator[tuple[int, bool, frozenset[int]]]:
    """Yield where an order is expressed, whether it is descending, and by which units."""
    words = grammar.signs.order_words[each.id]
    for index, unit in enumerate(analysis.units):
        if unit.is_aside:
            continue
        for is_descending in (True, False):
            if unit.keys & words.alone[is_descending]:
                yield index, is_descending, frozenset({index})
        is_more = operator_key(Operator.MORE) in unit.keys
        if not is_more and operator_key(Operator.LESS) not in unit.keys:
            continue
        for near in range(index + 1, min(index + 1 + REACH, len(analysis.units))):
            other = analysis.units[near]
            if other.keys & words.marked[False]:
                yield index, not is_more, frozenset({index, near})
            elif near in cue or other.keys & words.marked[True]:
                yield index, is_more, frozenset({index, near})
