"""Find what an utterance may be about, and what can be asked of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Kind, Property, Role
from jumelage_bot.domain.values import Period
from jumelage_bot.understanding.comparisons import REACH
from jumelage_bot.understanding.evidence import (
    PropertyEvidence,
    areas,
    find_notions,
    is_licensed,
    types_of,
)
from jumelage_bot.understanding.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Subjects:
    """Entities that a question may be about, and the units that name them."""

    entities: tuple[str, ...]
    units: frozenset[int]
    is_area: bool = False
    """Whether they are named by the area they lie in."""
    is_by_area: bool = False
    """Whether a country alone names them: enough for a twinning, not for a city."""


def find_subjects(
    analysis: Analysis, grammar: Grammar, without: frozenset[int] = frozenset()
) -> Iterator[Subjects]:
    """Yield the entities of each type that are named, and the partners of named areas.

    Names among the units left out have another role, as the value of a condition.
    """
    by_type: dict[str, list[tuple[int, str]]] = {}
    for index, unit in enumerate(analysis.units):
        if index in without:
            continue
        for entity in unit.mention.entities if unit.mention else ():
            by_type.setdefault(grammar.knowledge.entities[entity].type, []).append((index, entity))
    for type_id, named in by_type.items():
        if grammar.knowledge.types[type_id].role is not Role.AREA:
            entities = tuple(dict.fromkeys(e for _, e in named))
            yield Subjects(entities, frozenset(i for i, _ in named))
    found = tuple((i, a) for i, a in areas(analysis, grammar) if i not in without)
    licensed = [(i, a) for i, a in found if is_licensed(a, analysis, grammar)]
    for chosen, is_by_area in ((licensed, False), (found, True)):
        inside = tuple(dict.fromkeys(p for _, a in chosen for p in grammar.knowledge.within(a)))
        if inside:
            yield Subjects(
                inside, frozenset(i for i, _ in chosen), is_area=True, is_by_area=is_by_area
            )
    for notion, units in find_notions(analysis, grammar):
        if units.isdisjoint(without):
            yield Subjects((notion,), units)


def dated_subjects(analysis: Analysis, grammar: Grammar) -> Iterator[Subjects]:
    """Yield what a date tells apart: "la charte de 1977"."""
    knowledge = grammar.knowledge
    for mention in analysis.dates:
        before = range(max(0, min(mention.units) - REACH), min(mention.units))
        types = {t for i in before for t in types_of(analysis.units[i], grammar)}
        found = dict.fromkeys(
            knowledge.entities[fact.subject].parent or fact.subject
            for fact in (knowledge.dated(mention.date) if isinstance(mention.date, Period) else ())
            if knowledge.properties[fact.property].identifies
            and knowledge.entities[fact.subject].type in types
        )
        if found:
            yield Subjects(tuple(found), mention.units, is_area=True, is_by_area=True)


def described_subjects(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[Subjects]:
    """Yield what a value of it tells apart: "la capitale du canton du Jura"."""
    knowledge = grammar.knowledge
    for each in evidence:
        if each.property.kind is not Kind.ENTITY:
            continue
        for index, unit in enumerate(analysis.units):
            for entity in unit.mention.entities if unit.mention else ():
                bearers = tuple(
                    f.subject
                    for f in knowledge.mentioning(entity)
                    if f.property == each.property.id
                )
                if bearers and index not in each.units:
                    yield Subjects(bearers, each.units | {index}, is_area=True)


def fitting(
    option: Subjects, properties: tuple[Property, ...], grammar: Grammar
) -> Subjects | None:
    """Return the subjects that every property can be asked of, if there is one."""
    if any(p.is_from_home for p in properties) and len(option.entities) > 1:
        return None
    bearers = tuple(e for e in option.entities if all(_can_bear(e, p, grammar) for p in properties))
    return Subjects(bearers, option.units) if bearers else None


def _can_bear(entity: str, asked: Property, grammar: Grammar) -> bool:
    """Return whether a property makes sense of an entity, known or not."""
    knowledge = grammar.knowledge
    if knowledge.role(entity) is Role.HOME:
        return _is_asked_of_home(asked, grammar)
    if knowledge.role(entity) is Role.NOTION:
        # Its words have other uses: it is meant only where there is something to say.
        return any(knowledge.fact(entity, p) for p in (asked.id, *asked.falls_back_to))
    return bool(knowledge.holders(entity, asked.id))


def _is_asked_of_home(asked: Property, grammar: Grammar) -> bool:
    return _is_of_partner_itself(asked, grammar) and not asked.is_from_home


def _is_of_partner_itself(asked: Property, grammar: Grammar) -> bool:
    return grammar.knowledge.types[asked.type].role is Role.PARTNER


def is_of_each_partner(asked: Property, grammar: Grammar) -> bool:
    """Return whether every partner has what bears the property: itself, its twinning."""
    return is_derived(asked, grammar) or _is_of_partner_itself(asked, grammar)


def is_derived(asked: Property, grammar: Grammar) -> bool:
    """Return whether what bears the property is named after its partner, as a twinning is."""
    return bool(grammar.knowledge.types[asked.type].name)
