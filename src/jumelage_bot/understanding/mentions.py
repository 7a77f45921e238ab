"""Find the stretches of an utterance that name something, ours or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage_bot.domain.knowledge import Entity, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.reading import Mention
from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.slips import slip_cost

MIN_FUZZY = 5
"""Letters a name must have before a misspelling of it is guessed."""
MAX_EDITS = 2
"""Edits between a misspelt name and the one meant, at most."""
MIN_TWICE_FUZZY = 8
"""Letters from which two edits are allowed instead of one."""


@dataclass(frozen=True)
class Lexicon:
    """Every name, folded and without blanks, and what bears it."""

    ours: Mapping[str, tuple[str, ...]]
    """Name -> ids of the entities that bear it."""
    nicknames: Mapping[str, tuple[str, ...]]
    foreign: frozenset[str]
    """Homonyms and foreign places."""
    areas: frozenset[str]
    """Those of them that are countries or continents; some are common nouns ("réunion")."""
    by_length: Mapping[int, tuple[str, ...]]
    """Number of words -> all names of ours and foreign ones that have as many."""
    adjectives: frozenset[str]
    """Other names of countries and continents: common words, so only one edit is allowed."""
    words: Mapping[str, frozenset[str]]
    """Name -> its words."""
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
    parts = dict(_parts(knowledge))
    by_length: dict[int, list[str]] = {}
    for name in sorted(ours.keys() | others):
        by_length.setdefault(len(parts[name]), []).append(name)
    return Lexicon(
        {name: tuple(ids) for name, ids in ours.items()},
        {name: tuple(ids) for name, ids in nicknames.items()},
        frozenset(others - ours.keys()),
        frozenset("".join(words(n)) for n in knowledge.foreign_places) - ours.keys(),
        {length: tuple(names) for length, names in by_length.items()},
        frozenset(
            "".join(words(alias))
            for area in knowledge.with_role(Role.AREA)
            for alias in knowledge.entities[area].aliases
        ),
        {name: frozenset(found) for name, found in parts.items()},
        max(map(len, parts.values())),
        max(map(len, parts)),
    )


def find_mentions(parse: Parse, lexicon: Lexicon, knowledge: KnowledgeBase) -> tuple[Mention, ...]:
    """Return the mentions of an utterance, without overlap, in order.

    Longer names first, exact before misspelt. A nickname counts only beside something it
    belongs to.
    """
    found = sorted(
        _candidates(parse, lexicon),
        key=lambda m: (m.start - m.end, -m.similarity, m.start),
    )
    kept: list[Mention] = []
    for mention in found:
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    kept.extend(_nicknamed(parse, lexicon, knowledge, kept))
    return tuple(sorted(kept, key=lambda m: m.start))


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


def _candidates(parse: Parse, lexicon: Lexicon) -> Iterator[Mention]:
    for window, start, end in _windows(parse.tokens, lexicon.longest):
        joined = "".join(t.folded for t in window)
        if len(joined) > lexicon.letters + MAX_EDITS:
            continue
        name = parse.text[window[0].start : window[-1].end]
        if len(window) > 1 and _holds_a_stray_letter(window, joined, lexicon):
            continue
        if joined in lexicon.ours:
            yield Mention(start, end, lexicon.ours[joined], name)
        elif joined in lexicon.foreign:
            is_area = joined in lexicon.areas
            if not (is_area and all(t.is_known and t.is_capitalised is False for t in window)):
                yield Mention(start, end, (), name, is_area=is_area)
        elif mention := _misspelt(window, joined, lexicon):
            entities, similarity = mention
            yield Mention(start, end, entities, name, similarity)


def _holds_a_stray_letter(window: tuple[Token, ...], joined: str, lexicon: Lexicon) -> bool:
    """Return whether a single letter, as of "s'est", would be taken for a part of a name."""
    known = lexicon.words.get(joined, frozenset())
    return any(len(t.folded) == 1 and t.folded not in known for t in window)


def _windows(
    tokens: tuple[Token, ...], longest: int
) -> Iterator[tuple[tuple[Token, ...], int, int]]:
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + longest, len(tokens)) + 1):
            yield tokens[start:end], start, end


def _misspelt(
    window: tuple[Token, ...], joined: str, lexicon: Lexicon
) -> tuple[tuple[str, ...], float] | None:
    """Return the entities and similarity of a misspelt name; none for a foreign one.

    The window must hold a word unknown to French, and is compared with names of as many
    words; its French words must be theirs. OSA distance (restricted Damerau-Levenshtein)
    counts a transposition as one edit; of two names as near, the likelier slip wins.
    """
    if len(joined) < MIN_FUZZY or all(t.is_known for t in window):
        return None
    names = lexicon.by_length.get(len(window), ())
    known = {t.folded for t in window if t.is_known}
    near = [
        (slip_cost(joined, name, distance), name)
        for name, distance, _ in process.extract(
            joined, names, scorer=OSA.distance, score_cutoff=MAX_EDITS, limit=5
        )
        if _is_near(distance, joined, name, lexicon) and known <= lexicon.words[name]
    ]
    if not near:
        return None
    cost, name = min(near)
    entities = lexicon.ours.get(name, ())
    # As near to a name that is not ours as to ours: not a misspelling, but another place.
    if any(c == cost and n in lexicon.foreign for c, n in near):
        entities = ()
    return entities, 1 - cost / len(name)


def _is_near(distance: float, joined: str, name: str, lexicon: Lexicon) -> bool:
    if distance <= 1:
        return len(name) >= MIN_FUZZY
    is_long = len(name) >= MIN_TWICE_FUZZY
    return is_long and joined[0] == name[0] and name not in lexicon.adjectives


def _nicknamed(
    parse: Parse,
    lexicon: Lexicon,
    knowledge: KnowledgeBase,
    kept: list[Mention],
) -> Iterator[Mention]:
    """Yield the common nouns that name something ours, since what it belongs to is named."""
    named = {e for m in kept for e in m.entities}
    if not named:
        return
    named |= {p for e in named if knowledge.role(e) is Role.AREA for p in knowledge.within(e)}
    taken = list(kept)
    windows = sorted(_windows(parse.tokens, lexicon.longest), key=lambda w: w[1] - w[2])
    for window, start, end in windows:
        bearers = lexicon.nicknames.get("".join(t.folded for t in window), ())
        meant = tuple(e for e in bearers if named & knowledge.surroundings(e))
        if meant and all(end <= t.start or t.end <= start for t in taken):
            taken.append(Mention(start, end, meant, parse.text[window[0].start : window[-1].end]))
            yield taken[-1]
