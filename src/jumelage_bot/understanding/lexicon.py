"""Know every name: ours, those one might take for ours, those of other places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import Entity, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.understanding.near_names import Names, index_names
from jumelage_bot.understanding.normalise import words


@dataclass(frozen=True)
class Lexicon:
    """Every name, folded and without blanks, and what bears it."""

    ours: Mapping[str, tuple[str, ...]]
    """Name -> ids of the entities that bear it."""
    partners: Mapping[str, str]
    """Name -> the last of our partners that bears it."""
    nicknames: Mapping[str, tuple[str, ...]]
    foreign: frozenset[str]
    """Homonyms and foreign places."""
    areas: frozenset[str]
    """Those of them that are countries or continents; some are common nouns ("réunion")."""
    near: Mapping[int, Names]
    """Number of words -> all names of ours and foreign ones that have as many, to be misspelt."""
    adjectives: frozenset[str]
    """Other names of countries and continents: common words, so only one edit is allowed."""
    words: Mapping[str, frozenset[str]]
    """Name of several words -> its words."""
    parts: frozenset[str]
    """All the words of names."""
    longest: int
    """Words of the longest name."""
    letters: int
    """Letters of the longest name."""


def build_lexicon(knowledge: KnowledgeBase) -> Lexicon:
    """Return the names of a knowledge base; two entities may share one."""
    ours: dict[str, list[str]] = {}
    nicknames: dict[str, list[str]] = {}
    for entity in _named(knowledge):
        for target, names in (
            (ours, (entity.name, *entity.aliases)),
            (nicknames, entity.nicknames),
        ):
            for name in names:
                _bear(target, name, entity.id)
    others = {"".join(words(n)) for n in (*knowledge.homonyms, *knowledge.foreign_places)}
    # One name may be written in one word or several ("Bangr'Zaka", "Bangrzaka").
    parts: dict[str, set[str]] = {}
    by_length: dict[int, set[str]] = {}
    for name, written in _parts(knowledge):
        parts.setdefault(name, set()).update(written)
        if name in ours or name in others:
            by_length.setdefault(len(written), set()).add(name)
    partners = frozenset(knowledge.with_role(Role.PARTNER))
    return Lexicon(
        {name: tuple(ids) for name, ids in ours.items()},
        {name: e for name, ids in ours.items() for e in ids if e in partners},
        {name: tuple(ids) for name, ids in nicknames.items()},
        frozenset(others - ours.keys()),
        frozenset("".join(words(n)) for n in knowledge.foreign_places) - ours.keys(),
        {length: index_names(names) for length, names in by_length.items()},
        frozenset(
            "".join(words(alias))
            for area in knowledge.with_role(Role.AREA)
            for alias in knowledge.entities[area].aliases
        ),
        {name: frozenset(found) for name, found in parts.items() if len(found) > 1},
        frozenset(word for found in parts.values() for word in found),
        max(len(written) for _, written in _parts(knowledge)),
        max(map(len, parts)),
    )


def _named(knowledge: KnowledgeBase) -> Iterator[Entity]:
    """Yield the entities to be found by name.

    Not the notions, whose words have other uses, nor what is named after its partner.
    """
    for entity in knowledge.entities.values():
        kind = knowledge.types[entity.type]
        if kind.role is not Role.NOTION and not kind.name:
            yield entity


def _parts(knowledge: KnowledgeBase) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every name, joined, with its words."""
    for entity in _named(knowledge):
        for name in (entity.name, *entity.aliases, *entity.nicknames):
            yield "".join(words(name)), words(name)
    for name in (*knowledge.homonyms, *knowledge.foreign_places):
        yield "".join(words(name)), words(name)


def _bear(bearers: dict[str, list[str]], name: str, entity: str) -> None:
    ids = bearers.setdefault("".join(words(name)), [])
    if entity not in ids:
        ids.append(entity)
