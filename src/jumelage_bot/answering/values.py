"""Write the values of a fact in French, with the names they refer to."""

import re
from collections.abc import Callable
from typing import assert_never

from jumelage_bot.answering import french
from jumelage_bot.answering.french import Name
from jumelage_bot.domain.knowledge import Entity, Fact
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.values import Link, Moment, Quantity, Reference, Text, Value

_REFERENCE = re.compile(r"(?:\b(de|à|en) )?\{([^{}]+)\}", re.IGNORECASE)
_PREPOSITIONS: dict[str, Callable[[Name], str]] = {"de": french.de, "à": french.a, "en": french.en}


def name_of(entity: Entity) -> Name:
    """Return the name of an entity as it stands in a sentence."""
    return Name(entity.name, entity.article)


def write_values(fact: Fact, knowledge: KnowledgeBase, *, bare: bool = False) -> list[str]:
    """Return each value of a fact as it reads in a sentence; `bare` leaves out articles."""
    return [_write(value, knowledge, bare=bare) for value in fact.values]


def expand(text: str, knowledge: KnowledgeBase) -> str:
    """Return a text with each `{id}` replaced by a name, "de", "à" and "en" agreeing with it."""

    def replace(match: re.Match[str]) -> str:
        name = name_of(knowledge.entities[match[2]])
        return _PREPOSITIONS[match[1].lower()](name) if match[1] else str(name)

    return _REFERENCE.sub(replace, text)


def _write(value: Value, knowledge: KnowledgeBase, *, bare: bool) -> str:
    match value:
        case Text(content):
            return expand(content, knowledge)
        case Link(url):
            return url
        case Quantity():
            return french.number(value)
        case Moment():
            return french.moment(value)
        case Reference(entity):
            name = name_of(knowledge.entities[entity])
            return name.text if bare else str(name)
        case _:
            assert_never(value)
