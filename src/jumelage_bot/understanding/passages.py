"""Find the words of an utterance that the texts of the facts hold."""

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import Kind, Property
from jumelage_bot.domain.reading import Passages
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.grammar import Grammar


def find_passages(
    evidence: PropertyEvidence, analysis: Analysis, grammar: Grammar
) -> tuple[Passages, frozenset[int]] | None:
    """Return the words that facts of a property, or of what stands for it, all hold.

    With the units that say them; None when no fact holds one.
    """
    texts = {
        key: words
        for each in _family(evidence.property, grammar)
        for key, words in grammar.signs.passages.get(each, {}).items()
    }
    if not texts:
        return None
    every = frozenset[str]().union(*texts.values())
    said = [i for i, unit in enumerate(analysis.units) if _is_term(unit, grammar, every)]
    if not said:
        return None
    facts = frozenset(
        key for key, words in texts.items() if all(analysis.units[i].keys & words for i in said)
    )
    spoken = " ".join(analysis.units[i].text for i in said)
    return (Passages(spoken, facts), frozenset(said)) if facts else None


def _family(each: Property, grammar: Grammar) -> tuple[str, ...]:
    """Return a property, what answers for it, and what tells of the things these gather."""
    properties = grammar.knowledge.properties
    wider = (each.id, *each.falls_back_to)
    gathered = {properties[p].target for p in wider if properties[p].kind is Kind.CHILDREN}
    inside = (p.id for p in properties.values() if p.type in gathered and p.kind is Kind.TEXT)
    return (*wider, *inside)


def _is_term(unit: Unit, grammar: Grammar, words: frozenset[str]) -> bool:
    is_said = not (unit.is_aside or unit.is_ignorable or unit.question or unit.mention)
    return is_said and bool(unit.keys & words) and unit.keys.isdisjoint(grammar.type_words)
