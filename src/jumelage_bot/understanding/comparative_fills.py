"""Fill slots that compare: a superlative, a limit on a date or a number."""

from collections.abc import Iterator
from dataclasses import replace

from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Analysis, Fill
from jumelage_bot.understanding.comparisons import find_conditions, find_orders
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.general_fills import typed_fills
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.roles import Scene, explain_units
from jumelage_bot.understanding.subjects import Subjects


def ordered_fills(
    evidence: tuple[PropertyEvidence, ...],
    analysis: Analysis,
    grammar: Grammar,
    subjects: tuple[Subjects, ...],
) -> Iterator[Fill]:
    """Yield the fills that put all our partners, or those named, in an order."""
    for found in find_orders(analysis, evidence, grammar):
        asked = grammar.knowledge.properties[found.order.property]
        fill = Fill(
            frozenset({Slot.ORDER}),
            subjects=grammar.knowledge.with_role(Role.PARTNER),
            order=found.order,
            essential=found.units,
            explained=found.units | explain_units(analysis, Scene((asked,)), grammar),
        )
        yield fill
        for option in subjects:
            if len(option.entities) > 1 and not option.is_by_area:
                scene = Scene((asked,), option.entities)
                yield replace(
                    fill,
                    slots=frozenset({Slot.ORDER, Slot.SUBJECT}),
                    subjects=option.entities,
                    essential=found.units | option.units,
                    explained=found.units | option.units | explain_units(analysis, scene, grammar),
                )


def limited_fills(
    evidence: tuple[PropertyEvidence, ...], analysis: Analysis, grammar: Grammar
) -> Iterator[Fill]:
    """Yield the fills that keep our partners for which a condition holds."""
    typed = [fill for fill in typed_fills(analysis, grammar) if fill.slots == {Slot.TYPE}]
    for found in find_conditions(analysis, evidence, grammar):
        asked = grammar.knowledge.properties[found.condition.property]
        explained = found.units | explain_units(analysis, Scene((asked,)), grammar)
        for fill in typed:
            yield replace(
                fill,
                slots=fill.slots | {Slot.CONDITION},
                subjects=grammar.knowledge.with_role(Role.PARTNER),
                condition=found.condition,
                essential=fill.essential | found.units,
                explained=fill.explained | explained,
            )
