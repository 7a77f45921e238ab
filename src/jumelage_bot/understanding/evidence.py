"""Find which properties, types and areas an utterance speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import Property, Role
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import is_group_key
from jumelage_bot.understanding.vocabulary import Requirement

VERBS = frozenset({"AUX", "VERB"})
"""Universal parts of speech."""
CLAUSE_PAIR = 2


@dataclass(frozen=True, slots=True)
class PropertyEvidence:
    """A property with the units of the cues that evoke it."""

    property: Property
    units: frozenset[int]


def find_properties(analysis: Analysis, grammar: Grammar) -> tuple[PropertyEvidence, ...]:
    """Return the properties of which at least one whole cue is present.

    Once with all its cues, and once for each clause with the cues that lie within it: a
    word of a chatty clause may evoke what the asking clause asks.
    """
    found: dict[tuple[str, frozenset[int]], None] = {}
    for property_id, matched in _matched_cues(analysis, grammar).items():
        by_clause: dict[int, set[int]] = {}
        for units in matched:
            clauses = {analysis.units[i].clause for i in units}
            if len(clauses) == 1:
                by_clause.setdefault(clauses.pop(), set()).update(units)
        found[property_id, frozenset[int]().union(*matched)] = None
        found |= dict.fromkeys(
            (property_id, frozenset(by_clause[clause])) for clause in sorted(by_clause)
        )
    properties = grammar.knowledge.properties
    return tuple(PropertyEvidence(properties[property_id], units) for property_id, units in found)


def _matched_cues(analysis: Analysis, grammar: Grammar) -> dict[str, list[frozenset[int]]]:
    """Return the properties evoked, in the order of the schema, with the units of each cue."""
    near: dict[str, dict[tuple[Requirement, ...], None]] = {}
    for key in analysis.places:
        for property_id, cue in grammar.signs.cues_by_key.get(key, ()):
            near.setdefault(property_id, {})[cue] = None
    found: dict[str, list[frozenset[int]]] = {}
    for property_id in filter(near.__contains__, grammar.knowledge.properties):
        for cue in near[property_id]:
            units = match_all(cue, analysis)
            if units is not None and _belong_together(units, analysis, grammar):
                units |= _repeated(cue, units, analysis)
                found.setdefault(property_id, []).append(units)
    return found


def _repeated(
    cue: tuple[Requirement, ...], units: frozenset[int], analysis: Analysis
) -> frozenset[int]:
    """Return the units that say a word of a cue once more, by a synonym, in the same clause."""
    clauses = {analysis.units[i].clause for i in units}
    groups = {key for requirement in cue for key in requirement if is_group_key(key)}
    return frozenset(
        i
        for group in groups
        for i in analysis.places.get(group, ())
        if analysis.units[i].clause in clauses
    )


def _belong_together(units: frozenset[int], analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a cue is said in one clause, or in one with what is set off from it.

    "Le maire, il change ?" is about one thing; "maire, date du jumelage" names two, and so
    does "le maire de X et la date du jumelage".
    """
    if _names_two(units, analysis, grammar):
        return False
    clauses = {analysis.units[i].clause for i in units}
    is_set_off = len(clauses) == CLAUSE_PAIR and max(clauses) - min(clauses) == 1
    return len(clauses) == 1 or (is_set_off and sum(says(c, analysis) for c in clauses) == 1)


def _names_two(units: frozenset[int], analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a conjunction stands between the words of a cue: after a name, or alone."""
    between = range(min(units) + 1, max(units))
    named = next((i for i in between if analysis.units[i].mention), max(units))
    joining = {w for phrase in grammar.language.joining_words for w in words(phrase)}
    return any(
        analysis.units[i].keys & joining and (i > named or {i - 1, i + 1} <= units) for i in between
    )


def says(clause: int, analysis: Analysis) -> bool:
    """Return whether a verb is said in a clause."""
    return any(has_verb(analysis.units[i], analysis) for i in analysis.clauses[clause])


def has_verb(unit: Unit, analysis: Analysis) -> bool:
    """Return whether a unit that is no name holds a verb."""
    tokens = analysis.parse.tokens[unit.start : unit.end]
    return unit.mention is None and any(t.pos in VERBS for t in tokens)


def match_all(requirements: tuple[Requirement, ...], analysis: Analysis) -> frozenset[int] | None:
    """Return the units that satisfy all requirements, one each, or None."""
    places = analysis.places
    used: set[int] = set()
    for requirement in requirements:
        found = {i for key in requirement if key in places for i in places[key]}
        if not found - used:
            return None
        used.add(min(found - used))
    return frozenset(used)


def types_of(unit: Unit, grammar: Grammar) -> frozenset[str]:
    """Return the types that a unit designates ("villes", "association")."""
    return frozenset(t for key in unit.keys for t in grammar.type_words.get(key, ()))


def is_plural(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit extends a question to all entities of a type."""
    return not unit.is_aside and not unit.keys.isdisjoint(grammar.plural_words)


def is_every(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit says that nothing is left out ("tous")."""
    return not unit.is_aside and not unit.keys.isdisjoint(grammar.every_words)


def areas(analysis: Analysis, grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield the units that name one of our areas, with its id."""
    for index, unit in enumerate(analysis.units):
        for entity in unit.mention.entities if unit.mention else ():
            if grammar.knowledge.role(entity) is Role.AREA:
                yield index, entity


def partners_in_areas(analysis: Analysis, grammar: Grammar) -> tuple[str, ...]:
    """Return the partners that the areas named stand for, beside the words that allow it."""
    licensed = (a for _, a in areas(analysis, grammar) if is_licensed(a, analysis, grammar))
    return tuple(dict.fromkeys(p for a in licensed for p in grammar.knowledge.within(a)))


def is_licensed(area: str, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a word beside an area lets it stand for our partners there."""
    beside = grammar.beside[grammar.knowledge.entities[area].type]
    return any(not unit.keys.isdisjoint(beside) for unit in analysis.units if not unit.is_aside)


def find_notions(analysis: Analysis, grammar: Grammar) -> Iterator[tuple[str, frozenset[int]]]:
    """Yield each notion whose words are present, with their units.

    The units keep their other meanings: "jumelage" is a notion and the word for a type.
    """
    for notion, names in grammar.notions.items():
        found = [u for n in names if (u := match_all(n, analysis)) is not None]
        if found:
            yield notion, frozenset[int]().union(*found)


def speaks_of_us(analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a word of our subject is said, as "jumelage"."""
    return any(True for _ in find_notions(analysis, grammar))
