"""Fill the slots of a question from what was recognised, in every way that makes sense."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import MEASURED, Property
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Fill
from jumelage_bot.understanding.claim_fills import claim_fills, with_premises
from jumelage_bot.understanding.comparative_fills import (
    dated_fills,
    filtered_fills,
    ordered_fills,
)
from jumelage_bot.understanding.conditions import find_conditions
from jumelage_bot.understanding.evidence import (
    PropertyEvidence,
    is_plural,
)
from jumelage_bot.understanding.general_fills import described_fills, typed_fills
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.mentions import MAX_WEIGHED
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.roles import Scene, explain_units
from jumelage_bot.understanding.scopes import everyone
from jumelage_bot.understanding.subjects import (
    Subjects,
    dated_subjects,
    described_subjects,
    find_subjects,
    fitting,
    is_derived,
    is_of_each_partner,
)

PAIR = 2
MAX_PROPERTIES = 4
"""Properties asked at once, at most."""
MAX_EVIDENCE = 8
"""Beyond so many properties evoked, a message is not a list of questions."""


def find_fills(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> tuple[Fill, ...]:
    """Return every way to fill slots from the properties and subjects found, in no order."""
    subjects = tuple(find_subjects(analysis, grammar))
    typed = tuple(typed_fills(analysis, grammar))
    told_apart = (
        *dated_subjects(analysis, grammar),
        *described_subjects(analysis, evidence, grammar),
    )
    fills = [
        *described_fills(analysis, grammar, subjects),
        *typed,
        Fill(frozenset(), explained=explain_units(analysis, Scene(), grammar)),
    ]
    says_too_much = len(analysis.units) > MAX_WEIGHED
    conditions = () if says_too_much else find_conditions(analysis, evidence, grammar)
    asked_of = (*subjects, *told_apart)
    looked_up = [f for e in evidence for f in _looked_up((e,), analysis, grammar, asked_of)]
    fills.extend(looked_up)
    fills.extend(f for each in looked_up for f in with_premises(each, conditions, grammar))
    fills.extend(_several(evidence, analysis, grammar, subjects))
    fills.extend(ordered_fills(evidence, conditions, analysis, grammar))
    fills.extend(filtered_fills(typed, conditions, analysis, grammar))
    fills.extend(dated_fills(typed, conditions, analysis, grammar))
    fills.extend(claim_fills(conditions, analysis, grammar))
    return tuple(dict.fromkeys(fills))


def _looked_up(
    evidence: tuple[PropertyEvidence, ...],
    analysis: Analysis,
    grammar: Grammar,
    subjects: tuple[Subjects, ...],
) -> Iterator[Fill]:
    """Yield the fills that ask properties of subjects, of a whole type, or of nobody."""
    properties = tuple(e.property for e in evidence)
    cues = frozenset[int]().union(*(e.units for e in evidence))
    for option in subjects:
        if option.is_by_area and not all(is_derived(p, grammar) for p in properties):
            continue
        if bearers := fitting(option, properties, grammar):
            fill = _property_fill(properties, bearers, cues, analysis, grammar)
            yield fill
            if len(bearers.entities) == PAIR and all(p.kind in MEASURED for p in properties):
                yield replace(fill, slots=frozenset({Slot.PROPERTY, Slot.PAIR}))
    scene = Scene(properties)
    plural = {i for i, unit in enumerate(analysis.units) if is_plural(unit, grammar)}
    if plural and all(is_of_each_partner(p, grammar) for p in properties):
        scope = everyone(analysis, grammar)
        own = cues | plural | scope.units
        yield Fill(
            frozenset({Slot.PROPERTY, Slot.TYPE}),
            tuple(p.id for p in properties),
            scope.partners,
            essential=cues | plural,
            explained=explain_units(analysis, scene, grammar) | own,
        )
    yield Fill(
        frozenset({Slot.PROPERTY}),
        tuple(p.id for p in properties),
        essential=cues,
        explained=explain_units(analysis, scene, grammar) | cues,
    )


def _property_fill(
    properties: tuple[Property, ...],
    option: Subjects,
    cues: frozenset[int],
    analysis: Analysis,
    grammar: Grammar,
) -> Fill:
    essential = cues | option.units
    explained = explain_units(analysis, Scene(properties, option.entities), grammar)
    types = {grammar.knowledge.entities[e].type for e in option.entities}
    own = [p for p in properties if p.type in types or is_derived(p, grammar)]
    return Fill(
        frozenset({Slot.PROPERTY, Slot.SUBJECT}),
        tuple(p.id for p in properties),
        option.entities,
        essential=essential,
        explained=essential | explained,
        is_direct=len(own) == len(properties),
        is_told=len(cues) > 1
        or any(grammar.knowledge.tells(e, p.id) for e in option.entities for p in properties),
    )


def _several(
    evidence: tuple[PropertyEvidence, ...],
    analysis: Analysis,
    grammar: Grammar,
    subjects: tuple[Subjects, ...],
) -> Iterator[Fill]:
    """Yield fills of two or more properties, in the order of the words that evoke them."""
    own = [e for e in evidence if any(not analysis.units[i].question for i in e.units)]
    best: dict[frozenset[int], PropertyEvidence] = {}
    for each in own:
        best.setdefault(each.units, each)
    if len(best) > MAX_EVIDENCE:
        return
    for size in range(2, MAX_PROPERTIES + 1):
        for chosen in combinations(sorted(best.values(), key=_place), size):
            if _are_coordinated(chosen, analysis, grammar):
                yield from _looked_up(chosen, analysis, grammar, subjects)


def _place(evidence: PropertyEvidence) -> int:
    """Return where a property is evoked first."""
    return min(evidence.units)


def _are_coordinated(
    chosen: tuple[PropertyEvidence, ...], analysis: Analysis, grammar: Grammar
) -> bool:
    """Return whether a comma or a conjunction stands between each property and the next.

    And names do not: "le maire de X et la date du jumelage avec Y" asks two things of two.
    """
    joining = {w for word in grammar.language.clause_words for w in words(word)}
    joiners = {
        i
        for i, unit in enumerate(analysis.units)
        if unit.keys & joining and not _joins_names(i, analysis)
    }
    spans = sorted((min(e.units), max(e.units)) for e in chosen)
    for (_, end), (start, _) in pairwise(spans):
        is_apart = analysis.units[end].clause != analysis.units[start].clause
        is_joined = is_apart or any(end < i < start for i in joiners)
        if end >= start or not is_joined or _ends_a_sentence(end, start, analysis):
            return False
        named = [i for i, unit in enumerate(analysis.units) if unit.mention]
        if any(end < i < start for i in named) and any(i > start for i in named):
            return False
    return True


def _joins_names(index: int, analysis: Analysis) -> bool:
    """Return whether a word stands between two names ("Delémont et Leonberg")."""
    beside = analysis.units[max(0, index - 1) : index + 2]
    return all(u.mention for u in (beside[0], beside[-1]))


def _ends_a_sentence(first: int, second: int, analysis: Analysis) -> bool:
    tokens, units = analysis.parse.tokens, analysis.units
    between = analysis.parse.text[
        tokens[units[first].end - 1].end : tokens[units[second].start].start
    ]
    return any(mark in between for mark in ".!?\n")
