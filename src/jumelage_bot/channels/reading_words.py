"""Say what a reading looks up in the words of the content, its ids in brackets."""

from collections.abc import Iterator

from jumelage_bot.answering import french
from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Comparator
from jumelage_bot.domain.reading import Condition, Fill, Order, Query

COMPARATORS = {
    Comparator.MORE: "plus que",
    Comparator.LESS: "moins que",
    Comparator.BEFORE: "avant",
    Comparator.AFTER: "après",
    Comparator.ABOVE: "plus de",
    Comparator.BELOW: "moins de",
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
    if asked.condition:
        yield _condition(asked.condition, knowledge)
    if asked.order:
        yield _order(asked.order, knowledge)


def _subjects(subjects: tuple[str, ...], knowledge: KnowledgeBase) -> str:
    if len(subjects) > 1 and subjects == knowledge.with_role(Role.PARTNER):
        return f"nos {len(subjects)} partenaires"
    return french.join([entity_words(s, knowledge) for s in subjects])


def _condition(condition: Condition, knowledge: KnowledgeBase) -> str:
    limit = f"{COMPARATORS[condition.comparator]} {condition.limit}"
    return f"à condition : {property_words(condition.property, knowledge)} {limit}"


def _order(order: Order, knowledge: KnowledgeBase) -> str:
    # For a date too: the most recent is the largest.
    first = "le plus grand" if order.is_descending else "le plus petit"
    return f"par ordre : {property_words(order.property, knowledge)}, {first} d'abord"
