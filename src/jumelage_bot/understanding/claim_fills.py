"""Fill slots with what is said of a subject: to be confirmed, or taken for granted."""

from collections.abc import Iterator
from dataclasses import replace

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.language import Operator, Slot
from jumelage_bot.domain.reading import Elsewhere, Fill, Passages, Relation
from jumelage_bot.domain.values import Quantity, Reference
from jumelage_bot.understanding.closed import asserts, is_closed
from jumelage_bot.understanding.comparative_fills import Chosen, background, units_of, values
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.conditions import combine
from jumelage_bot.understanding.evidence import is_plural
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.roles import Scene, explain_units
from jumelage_bot.understanding.subjects import Subjects, find_subjects, fitting
from jumelage_bot.understanding.told import ConditionEvidence


def claim_fills(conditions: Chosen, analysis: Analysis, grammar: Grammar) -> Iterator[Fill]:
    """Yield the fills that say something of the subjects named, and expect Oui or Non."""
    for chosen in combine(tuple(map(_claimed, conditions))):
        asked = tuple(grammar.knowledge.properties[c.condition.property] for c in chosen)
        for option in find_subjects(analysis, grammar, values(chosen)):
            own = units_of(chosen) | option.units | _alternatives(chosen, analysis)
            is_named = any(c.condition.relation is not Relation.RECORDED for c in chosen)
            if option.is_area and not is_named:
                # "une ville jumelée en Afrique" asks which one, not whether that one is.
                continue
            subjects = fitting(option, asked, grammar)
            if (
                subjects
                and _may_be_said(chosen, subjects, option, analysis, grammar)
                and is_closed(own, analysis, grammar, _said(chosen))
            ):
                yield _claim(chosen, subjects, own, analysis, grammar)


def _may_be_said(
    chosen: Chosen, subjects: Subjects, option: Subjects, analysis: Analysis, grammar: Grammar
) -> bool:
    """Return whether conditions are what a message says of subjects, and all that it says."""
    own = units_of(chosen) | option.units | _alternatives(chosen, analysis)
    relations = {c.condition.relation for c in chosen}
    is_of_several_first = Relation.FIRST in relations and len(subjects.entities) > 1
    is_one_of_ours = relations == {Relation.RECORDED}
    return (
        _could_hold(chosen, subjects, grammar)
        and not is_of_several_first
        and not _says_more(chosen, option, analysis)
        and not _passes_over(own, analysis)
        and _bears_itself(chosen, subjects, grammar)
        and not _only_titles(chosen, own, analysis)
        and not (is_one_of_ours and _enumerates(subjects, analysis, grammar))
    )


def _enumerates(subjects: Subjects, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether it is said that all our partners are some of them ("Les villes sont X et Y").

    Each of them is one, and yet to say Oui would be wrong.
    """
    partners = set(grammar.knowledge.with_role(Role.PARTNER))
    says_all = any(
        is_plural(u, grammar) and not u.question for u in analysis.units[: min(subjects.units)]
    )
    return says_all and set(subjects.entities) < partners and len(subjects.entities) > 1


def _claimed(found: ConditionEvidence) -> ConditionEvidence:
    """Return a condition as it is meant of one subject: "depuis 2008" says when, not from when."""
    if found.condition.relation is not Relation.FROM:
        return found
    return replace(found, condition=replace(found.condition, relation=Relation.IS))


def _could_hold(chosen: Chosen, subjects: Subjects, grammar: Grammar) -> bool:
    """Return whether something could be said of the subjects: they are ours, their text has it."""
    knowledge = grammar.knowledge
    if any(knowledge.role(e) is Role.HOME for e in subjects.entities):
        return False
    for each in chosen:
        asked = knowledge.properties[each.condition.property]
        if asked.identifies and asked.kind is Kind.ENTITY and not _are_partners(subjects, grammar):
            # Where an association is, is not what country its city is in.
            return False
        if isinstance(each.condition.said, Passages):
            bearers = {subject for subject, _ in each.condition.said.facts}
            partners = {knowledge.partner_of(b) for b in bearers} | bearers
            if not partners.issuperset(subjects.entities):
                return False
    return True


def _are_partners(subjects: Subjects, grammar: Grammar) -> bool:
    """Return whether the subjects are our partners, or named after them."""
    knowledge = grammar.knowledge
    types = [knowledge.types[knowledge.entities[e].type] for e in subjects.entities]
    return all(t.role is Role.PARTNER or t.name for t in types)


def _only_titles(chosen: Chosen, own: frozenset[int], analysis: Analysis) -> bool:
    """Return whether words of a text are only what is asked for ("Stafford : l'économie ?")."""
    return all(isinstance(c.condition.said, Passages) for c in chosen) and not asserts(
        own, analysis
    )


def _says_more(chosen: Chosen, option: Subjects, analysis: Analysis) -> bool:
    """Return whether a cue tells what else is said of a name that alone evokes a property.

    "La charte est signée par Schuler" is not that he is the mayor.
    """
    bare = tuple(c for c in chosen if c.is_bare)
    own = units_of(bare) | option.units
    clauses = {analysis.units[i].clause for i in own}
    stray = (
        i
        for i in analysis.evoking - own
        if analysis.units[i].clause in clauses and not analysis.units[i].question
    )
    return bool(bare) and any(True for _ in stray)


def _passes_over(own: frozenset[int], analysis: Analysis) -> bool:
    """Return whether a number alone would say something, while another cue asks for more.

    "Citez les cinq communes" is not that there are five.
    """
    if analysis.asked or asserts(own, analysis):
        return False
    clauses = {analysis.units[i].clause for i in own}
    return any(analysis.units[i].clause in clauses for i in analysis.evoking - own)


def _bears_itself(chosen: Chosen, subjects: Subjects, grammar: Grammar) -> bool:
    """Return whether what only a name evokes is a property of the subjects themselves."""
    knowledge = grammar.knowledge
    types = {knowledge.entities[e].type for e in subjects.entities}
    bare = {knowledge.properties[c.condition.property].type for c in chosen if c.is_bare}
    return not bare or types == bare


def _claim(
    chosen: Chosen, subjects: Subjects, own: frozenset[int], analysis: Analysis, grammar: Grammar
) -> Fill:
    asked = tuple(grammar.knowledge.properties[c.condition.property] for c in chosen)
    scene = Scene(asked, subjects.entities, is_closed=True)
    either = _alternatives(chosen, analysis)
    return Fill(
        frozenset({Slot.SUBJECT, Slot.CONDITION}),
        subjects=subjects.entities,
        conditions=tuple(c.condition for c in chosen),
        is_either=bool(either),
        essential=own,
        explained=own | background(chosen) | explain_units(analysis, scene, grammar),
    )


def _said(chosen: Chosen) -> frozenset[int]:
    """Return the units of the values said; what is only said to exist has none."""
    return values(tuple(c for c in chosen if c.condition.said is not None))


def _alternatives(chosen: Chosen, analysis: Analysis) -> frozenset[int]:
    """Return the words between values of which one is meant ("actif ou inactif")."""
    if len({c.condition.property for c in chosen}) == len(chosen):
        return frozenset()
    said = values(chosen)
    between = range(min(said), max(said))
    return frozenset(i for i in between if has_operator(analysis.units[i], Operator.EITHER))


def with_premises(fill: Fill, conditions: Chosen, grammar: Grammar) -> Iterator[Fill]:
    """Yield a look-up once more for each thing that it may take for granted of its subjects."""
    for found in conditions if fill.slots == {Slot.PROPERTY, Slot.SUBJECT} else ():
        if found.value & fill.explained or not _is_premise(found, fill, grammar):
            continue
        asked = grammar.knowledge.properties[found.condition.property]
        if all(grammar.knowledge.holders(s, asked.id) for s in fill.subjects):
            yield replace(fill, premises=(found.condition,), explained=fill.explained | found.units)


def _is_premise(found: ConditionEvidence, fill: Fill, grammar: Grammar) -> bool:
    """Return whether a condition names what it takes for granted."""
    asked = grammar.knowledge.properties[found.condition.property]
    if asked.kind is Kind.ANNIVERSARY and isinstance(found.condition.said, Quantity):
        return fill.properties == (asked.id,)
    is_named = isinstance(found.condition.said, Reference | Elsewhere)
    is_plain = found.condition.relation is Relation.IS and not found.condition.is_negated
    return is_named and is_plain and asked.kind is Kind.ENTITY and not found.is_bare
