"""Tell which units of an utterance have a role in one reading of it."""

from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import Kind, Property, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.values import Moment, Quantity
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import phrase_key

PLACES = frozenset({Role.AREA, Role.HOME, Role.PARTNER})
"""What may be named only to say which one is meant, even where something is asserted."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a reading says is asked, and of what."""

    properties: tuple[Property, ...] = ()
    subjects: tuple[str, ...] = ()
    is_closed: bool = False
    """Whether Oui or Non is expected: then no question word has a role."""


def explain_units(analysis: Analysis, scene: Scene, grammar: Grammar) -> frozenset[int]:
    """Return the units that have a role beside the cues and the subjects of a scene.

    Ignorable words, question words that fit the properties, words for the type of what
    is spoken of, names that only say which one is meant, and figures that agree with it.
    """
    family = _family(scene, grammar.knowledge)
    around = frozenset(s for e in family for s in grammar.knowledge.surroundings(e))
    figures = _figures(family, scene, grammar.knowledge)
    types = _types(scene, grammar.knowledge)
    repeating = {
        i
        for type_id in types
        for key in analysis.places.keys() & grammar.words_of_type.get(type_id, frozenset())
        for i in analysis.places[key]
    }
    return frozenset(
        index
        for index, unit in enumerate(analysis.units)
        if unit.is_aside
        or unit.is_ignorable
        or index in repeating
        or (unit.question and _is_asking(unit, scene, grammar))
        or (unit.mention and _is_around(unit, around, scene, grammar.knowledge))
        or _figure(unit, grammar) in figures
    )


def _is_asking(unit: Unit, scene: Scene, grammar: Grammar) -> bool:
    if unit.question == grammar.language.past_question_word:
        # "Qui était le maire" asks about another time than the page's.
        return not any(p.is_perishable for p in scene.properties)
    if scene.is_closed:
        is_noun = phrase_key(unit.text) in grammar.nominal_questions
        return is_noun or unit.question in grammar.language.closed_question_words
    fitting = {word for p in scene.properties for word in p.question_words}
    return unit.question in fitting or unit.question in grammar.language.free_question_words


def _is_around(unit: Unit, around: frozenset[str], scene: Scene, knowledge: KnowledgeBase) -> bool:
    entities = unit.mention.entities if unit.mention else ()
    if not any(knowledge.role(e) in PLACES for e in entities) and (
        scene.is_closed or any(_acts(e, knowledge) for e in entities)
    ):
        # Of a person or a company, something is said: it does not tell which city is meant.
        return any(e in scene.subjects for e in entities)
    return any(e in around or knowledge.role(e) is Role.HOME for e in entities)


def _acts(entity: str, knowledge: KnowledgeBase) -> bool:
    """Return whether an entity does things by itself: "qui" asks for it, it belongs to nobody."""
    known = knowledge.entities[entity]
    return bool(knowledge.types[known.type].asked_by) and known.parent is None


def _family(scene: Scene, knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the subjects and what bears the properties asked of them."""
    holders = {
        h for e in scene.subjects for p in scene.properties for h in knowledge.holders(e, p.id)
    }
    return frozenset(holders.union(scene.subjects))


def _types(scene: Scene, knowledge: KnowledgeBase) -> frozenset[str]:
    """Return the types whose words only repeat what the reading is about."""
    partners = {t.id for t in knowledge.types.values() if t.role is Role.PARTNER}
    own = {p.type for p in scene.properties} | {p.target for p in scene.properties if p.target}
    subjects = {knowledge.entities[e].type for e in scene.subjects}
    return frozenset(partners | own | subjects)


def _figures(family: frozenset[str], scene: Scene, knowledge: KnowledgeBase) -> frozenset[int]:
    """Return the figures that, said in the question, agree with what the reading finds."""
    figures = {len(scene.subjects)} | {
        len(knowledge.children(e, p.target))
        for p in scene.properties
        if p.kind is Kind.CHILDREN
        for e in family
    }
    asked = {name for p in scene.properties for name in (p.id, *p.near)}
    for fact in (f for entity in family for f in knowledge.about(entity)):
        if fact.property in asked:
            figures.add(len(fact.values))
            figures.update(v.number for v in fact.values if isinstance(v, Quantity))
        if fact.property in asked or knowledge.properties[fact.property].identifies:
            for value in fact.values:
                if isinstance(value, Moment):
                    figures.update({value.year, value.day or 0} - {0})
    return frozenset(figures)


def _figure(unit: Unit, grammar: Grammar) -> int | None:
    if unit.is_number:
        return int(unit.text) if unit.text.isdecimal() else None
    named = unit.keys & grammar.language.numbers.keys()
    return next((grammar.language.numbers[key] for key in named), None)
