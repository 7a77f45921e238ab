"""Fill slots that choose among our partners: a superlative, conditions."""

from collections.abc import Iterator
from dataclasses import replace

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Fill, Relation
from jumelage_bot.domain.values import Period, Reference
from jumelage_bot.understanding.closed import is_closed, says_there_is
from jumelage_bot.understanding.comparisons import OrderEvidence, find_orders
from jumelage_bot.understanding.conditions import combine
from jumelage_bot.understanding.evidence import PropertyEvidence, is_every, is_plural
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.numbers import value_of
from jumelage_bot.understanding.roles import Scene, explain_units
from jumelage_bot.understanding.scopes import Scope, everyone, find_scopes
from jumelage_bot.understanding.subjects import is_of_each_partner as is_of_partners
from jumelage_bot.understanding.told import ConditionEvidence

Chosen = tuple[ConditionEvidence, ...]


def ordered_fills(
    evidence: tuple[PropertyEvidence, ...],
    conditions: Chosen,
    analysis: Analysis,
    grammar: Grammar,
) -> Iterator[Fill]:
    """Yield the fills that put our partners, or some of them, in an order."""
    for found in find_orders(analysis, evidence, grammar):
        for chosen in ((), *combine(_choosing(conditions, found.units, grammar))):
            for scope in find_scopes(analysis, grammar, values(chosen)):
                if scope.units & values(chosen):
                    continue
                if scope.is_named and _are_compared(conditions, grammar):
                    # "Stafford est-elle plus peuplée que Leonberg ?" is to be confirmed.
                    continue
                yield _ordered(found, chosen, scope, analysis, grammar)


def _ordered(
    found: OrderEvidence, chosen: Chosen, scope: Scope, analysis: Analysis, grammar: Grammar
) -> Fill:
    own = found.units | units_of(chosen) | scope.units
    slots = {Slot.ORDER}
    slots |= {Slot.SUBJECT} if scope.is_named else set()
    slots |= {Slot.CONDITION} if chosen else set()
    asked = (found.order.property, *(c.condition.property for c in chosen))
    properties = tuple(grammar.knowledge.properties[p] for p in asked)
    scene = Scene(properties, scope.partners if scope.is_named else ())
    of_all = frozenset() if scope.is_named else _of_all(scope, analysis, grammar)
    return Fill(
        frozenset(slots),
        subjects=scope.partners,
        order=found.order,
        conditions=tuple(c.condition for c in chosen),
        essential=own,
        explained=own | of_all | background(chosen) | explain_units(analysis, scene, grammar),
    )


def _of_all(scope: Scope, analysis: Analysis, grammar: Grammar) -> frozenset[int]:
    """Return the units that say that all are meant: "toutes les villes", "les cinq jumelages"."""
    return frozenset(
        i
        for i, unit in enumerate(analysis.units)
        if is_plural(unit, grammar)
        or is_every(unit, grammar)
        or value_of(unit, grammar) == len(scope.partners)
    )


def filtered_fills(
    typed: tuple[Fill, ...], conditions: Chosen, analysis: Analysis, grammar: Grammar
) -> Iterator[Fill]:
    """Yield the fills that keep the partners for which conditions hold, or all but some.

    `typed` are those that speak of the partners in general.
    """
    typed = tuple(fill for fill in typed if fill.slots == {Slot.TYPE})
    if not typed:
        return
    named = frozenset(i for fill in typed for i in fill.essential)
    all_but = everyone(analysis, grammar)
    if all_but.units:
        for fill in typed:
            yield _within(fill, all_but)
    kept = tuple(c for c in conditions if _can_choose(c, analysis, grammar))
    for chosen in combine(_choosing(kept, named, grammar)):
        asked = tuple(grammar.knowledge.properties[c.condition.property] for c in chosen)
        own = units_of(chosen) | background(chosen)
        explained = own | explain_units(analysis, Scene(asked), grammar)
        for fill in typed:
            for scope in find_scopes(analysis, grammar, values(chosen)):
                if scope.units & values(chosen):
                    continue
                essential = fill.essential | units_of(chosen) | scope.units
                if scope.is_named and is_closed(essential, analysis, grammar, values(chosen)):
                    # "La charte avec X est signée par Y, non ?" says it of X: it is no choice.
                    continue
                is_claim = _is_of_every(chosen, essential, analysis, grammar)
                chooser = Slot.EVERY if is_claim else Slot.TYPE
                yield replace(
                    _within(fill, scope),
                    slots=frozenset({chooser, Slot.CONDITION}),
                    conditions=tuple(c.condition for c in chosen),
                    essential=essential,
                    explained=fill.explained | explained | scope.units,
                )


def _is_of_every(
    chosen: Chosen, essential: frozenset[int], analysis: Analysis, grammar: Grammar
) -> bool:
    """Return whether something is said of every partner ("tous les jumelages sont actifs")."""
    is_of_all = any(is_every(unit, grammar) for unit in analysis.units)
    is_had = any(c.condition.relation is Relation.RECORDED for c in chosen)
    asks_for_them = says_there_is(essential, analysis) and not is_had
    return is_of_all and not asks_for_them and is_closed(essential, analysis, grammar)


def dated_fills(
    typed: tuple[Fill, ...], conditions: Chosen, analysis: Analysis, grammar: Grammar
) -> Iterator[Fill]:
    """Yield the fills that ask what happened at a date, rather than which of ours then.

    `typed` are those that speak of the partners in general.
    """
    if any(fill.slots == {Slot.TYPE} for fill in typed):
        return
    for found in conditions:
        if isinstance(found.condition.said, Period) and found.condition.relation is Relation.IS:
            asked = (grammar.knowledge.properties[found.condition.property],)
            yield Fill(
                frozenset({Slot.CONDITION}),
                conditions=(found.condition,),
                essential=found.value,
                explained=found.units | explain_units(analysis, Scene(asked), grammar),
            )


def _can_choose(found: ConditionEvidence, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a question chooses by what was said, as far as its words tell.

    A name alone chooses only where "quelle" asks for one ("Alstom, c'est laquelle ?"): in
    "sommes-nous jumelés avec Manchester", it is what is asked about. How many there were at
    a date is another question than which were signed then.
    """
    language = grammar.language
    asked = {unit.question for unit in analysis.units if not unit.is_aside}
    if found.is_bare:
        return not asked.isdisjoint(language.free_question_words)
    is_date = isinstance(found.condition.said, Period) and found.condition.relation is Relation.IS
    return not is_date or language.past_question_word not in asked


def _choosing(conditions: Chosen, taken: frozenset[int], grammar: Grammar) -> Chosen:
    """Return the conditions by which partners can be chosen, said by units not yet taken."""
    knowledge = grammar.knowledge
    return tuple(
        c
        for c in conditions
        if c.value.isdisjoint(taken)
        and c.condition.relation is not Relation.FIRST
        and not _is_of_relation(c, grammar)
        and is_of_partners(knowledge.properties[c.condition.property], grammar)
        and not _is_partner(c, grammar)
    )


def _is_of_relation(found: ConditionEvidence, grammar: Grammar) -> bool:
    """Return whether a condition only says that there is a twinning: so it is with all."""
    each = grammar.knowledge.properties[found.condition.property]
    return found.condition.relation is Relation.RECORDED and each.kind is Kind.MOMENT


def _are_compared(conditions: Chosen, grammar: Grammar) -> bool:
    """Return whether a partner is what another is compared with ("plus peuplée que …")."""
    beyond = {Relation.ABOVE, Relation.BELOW}
    return any(c.condition.relation in beyond and _is_partner(c, grammar) for c in conditions)


def _is_partner(found: ConditionEvidence, grammar: Grammar) -> bool:
    said = found.condition.said
    own = {Role.PARTNER, Role.HOME}
    return isinstance(said, Reference) and grammar.knowledge.role(said.entity) in own


def values(chosen: Chosen) -> frozenset[int]:
    """Return the units that say the values of conditions."""
    return frozenset[int]().union(*(c.value for c in chosen))


def background(chosen: Chosen) -> frozenset[int]:
    """Return the units that only describe when."""
    return frozenset[int]().union(*(c.background for c in chosen))


def units_of(chosen: Chosen) -> frozenset[int]:
    """Return the units that express conditions."""
    return frozenset[int]().union(*(c.units for c in chosen))


def _within(fill: Fill, scope: Scope) -> Fill:
    return replace(
        fill,
        subjects=scope.partners,
        essential=fill.essential | scope.units,
        explained=fill.explained | scope.units,
    )
