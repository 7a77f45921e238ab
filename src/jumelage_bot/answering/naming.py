"""Name what was asked, and what a subject is called among others."""

from collections.abc import Iterable

from jumelage_bot.answering.french import Name
from jumelage_bot.answering.statements import names
from jumelage_bot.answering.templates import compile_template
from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.knowledge_base import KnowledgeBase

MAX_TEXT = 800
"""Characters of an answer about one city; a presentation ends at the sentence before."""


def topic(subject: str, property_id: str, knowledge: KnowledgeBase) -> str:
    """Return what was asked, as a noun: "le maire de Stafford"."""
    asked = knowledge.properties[property_id]
    entity = knowledge.entities[subject]
    join = "de" if entity.type == asked.type else knowledge.types[asked.type].link
    template = compile_template("{{ quoi }} {{ sujet | " + join + " }}")
    return template.render(quoi=asked.label, sujet=name_of(entity))


def choice_name(entity: str, knowledge: KnowledgeBase) -> Name:
    """Return what an entity is called among choices: by the partner, if it has no name."""
    kind = knowledge.types[knowledge.entities[entity].type]
    return names(entity, knowledge)["parent" if kind.name else "sujet"]


def shorten(sentences: Iterable[str]) -> str:
    """Return the sentences that fit in an answer about one city, at least one."""
    kept: list[str] = []
    for sentence in sentences:
        if kept and len(" ".join([*kept, sentence])) > MAX_TEXT:
            break
        if sentence not in kept:
            kept.append(sentence)
    return " ".join(kept)
