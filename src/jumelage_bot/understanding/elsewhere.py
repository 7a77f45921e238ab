"""Recognise that another place is asked what we know of ours."""

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Candidate, Fill
from jumelage_bot.understanding.acceptance import PRECISE
from jumelage_bot.understanding.evidence import speaks_of_us
from jumelage_bot.understanding.grammar import Grammar


def other_place(
    candidates: tuple[Candidate, ...], analysis: Analysis, grammar: Grammar
) -> str | None:
    """Return the name that stands where a subject would, when nothing else is left over."""
    is_about_us = speaks_of_us(analysis, grammar)
    names = {
        u.text
        for u in analysis.units
        if (u.is_name or _is_elsewhere(u, grammar))
        and (is_about_us or not (u.mention and u.mention.is_area))
    }
    for candidate in candidates:
        fill = candidate.fill
        is_relation = is_about_us or _is_asked_of_places(fill, analysis, grammar)
        if fill.slots == {Slot.PROPERTY} and is_relation and set(candidate.leftover) <= names:
            return " ".join(candidate.leftover)
    return None


def _is_asked_of_places(fill: Fill, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a property is one we hold of cities, named by a word of its own."""
    asked = [grammar.knowledge.properties[p] for p in fill.properties]
    has_cue = any(not analysis.units[i].question for i in fill.essential)
    is_partners = all(grammar.knowledge.types[p.type].role is Role.PARTNER for p in asked)
    return has_cue and is_partners and all(p.kind in PRECISE and p.is_covered for p in asked)


def _is_elsewhere(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit names a place or a company that is not ours."""
    if unit.mention is None:
        return False
    return all(grammar.knowledge.role(e) is Role.CONTEXT for e in unit.mention.entities)
