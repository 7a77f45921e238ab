"""Say what a reading looks up in the words of the content, its ids in brackets."""

from collections.abc import Iterator

from jumelage_bot.answering import french
from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.analysis import Month
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.reading import (
    Condition,
    Elsewhere,
    Fill,
    Order,
    Passages,
    Query,
    Relation,
    Said,
)
from jumelage_bot.domain.values import Period, Quantity, Reference, Text

RELATIONS = {
    Relation.IS: "est",
    Relation.BEFORE: "avant",
    Relation.AFTER: "après",
    Relation.FROM: "à partir de",
    Relation.ABOVE: "plus de",
    Relation.BELOW: "moins de",
    Relation.RECORDED: "est indiqué",
    Relation.MENTIONS: "parle de",
    Relation.FIRST: "vient en premier",
}


def looked_up(asked: Fill | Query, knowledge: KnowledgeBase) -> str:
    """Return what is looked up: the properties, the subjects, the limit, the order."""
    return " ; ".join(_parts(asked, knowledge)) or "rien à chercher"


def property_words(property_id: str, knowledge: KnowledgeBase) -> str:
    """Return a property as an editor knows it: "le nom du maire [maire]"."""
    return f"{knowledge.properties[property_id].label} [{property_id}]"


def entity_words(entity: str, knowledge: KnowledgeBase) -> str:
    """Return an entity as an editor knows it: "Stafford [stafford]"."""
    return f"{name_of(knowledge.entities[entity])} [{entity}]"


def type_words(type_id: str, knowledge: KnowledgeBase) -> str:
    """Return the entities of a type as an editor knows them: "tous : villes [ville]"."""
    kind = knowledge.types[type_id]
    words = kind.plural or kind.singular
    return f"tout ce qui est « {words[0]} » [{type_id}]" if words else f"[{type_id}]"


def _parts(asked: Fill | Query, knowledge: KnowledgeBase) -> Iterator[str]:
    if asked.properties:
        yield french.join([property_words(p, knowledge) for p in asked.properties])
    if asked.subjects:
        yield _subjects(asked.subjects, knowledge)
    elif asked.type:
        yield type_words(asked.type, knowledge)
    if asked.area:
        yield f"dans : {entity_words(asked.area, knowledge)}"
    if asked.foreign:
        yield f"dans : « {asked.foreign} », où rien n'est à nous"
    joined = " ou " if asked.is_either else " et "
    if asked.conditions:
        said = joined.join(_condition(c, knowledge) for c in asked.conditions)
        yield f"à condition ou à vérifier : {said}"
    for premise in asked.premises:
        yield f"en supposant : {_condition(premise, knowledge)}"
    if asked.order:
        yield _order(asked.order, knowledge)


def _subjects(subjects: tuple[str, ...], knowledge: KnowledgeBase) -> str:
    if len(subjects) > 1 and subjects == knowledge.with_role(Role.PARTNER):
        return f"nos {len(subjects)} partenaires"
    return french.join([entity_words(s, knowledge) for s in subjects])


def _condition(condition: Condition, knowledge: KnowledgeBase) -> str:
    parts = [
        property_words(condition.property, knowledge),
        "PAS" if condition.is_negated else "",
        RELATIONS[condition.relation],
        _said(condition.said, knowledge),
    ]
    return " ".join(part for part in parts if part)


def _said(said: Said, knowledge: KnowledgeBase) -> str:
    """Return a value that was said, as an editor would write it."""
    match said:
        case Reference(entity):
            return entity_words(entity, knowledge)
        case Quantity():
            return french.number(said)
        case Period():
            return _period(said)
        case Month(number):
            return f"le mois {number}"
        case Text(text) | Passages(words=text) | Elsewhere(text):
            return f"« {text} »"
        case Order() | None:
            return ""


def _period(period: Period) -> str:
    """Return a stretch of time: years when it is made of whole ones."""
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) != (1, 1, 12, 31):
        return f"{first}" if first == last else f"du {first} au {last}"
    return f"{first.year}" if first.year == last.year else f"{first.year}-{last.year}"


def _order(order: Order, knowledge: KnowledgeBase) -> str:
    # For a date too: the most recent is the largest.
    first = "le plus grand" if order.is_descending else "le plus petit"
    return f"par ordre : {property_words(order.property, knowledge)}, {first} d'abord"
