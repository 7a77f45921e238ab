"""Tell what, beside the asking clause, could change what is asked."""

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.reading import Fill
from jumelage_bot.understanding.grammar import Grammar

YEAR_DIGITS = 4


def is_premise(
    index: int,
    fill: Fill,
    analysis: Analysis,
    grammar: Grammar,
) -> bool:
    """Return whether a unit of another clause could change what is asked.

    Another thing of ours, a foreign name where no subject was said, a figure that the
    property could take, or a second question.
    """
    unit = analysis.units[index]
    if unit.mention:
        is_home = any(grammar.knowledge.role(e) is Role.HOME for e in unit.mention.entities)
        return not is_home or not fill.subjects
    if unit.is_name and _is_apposition(unit.clause, analysis, grammar):
        return True
    if unit.is_number and fill.properties:
        return _could_take(fill, unit.text, grammar)
    is_vague = not fill.subjects or not (fill.properties or fill.conditions or fill.order)
    if is_vague and (unit.is_name or unit.is_number or unit.question or index in analysis.evoking):
        return unit.clause in analysis.in_question
    if unit.question and unit.question not in grammar.language.free_question_words:
        return unit.clause in analysis.in_question
    is_asked = unit.clause in analysis.asked or _asks(unit.clause, analysis)
    return is_asked and (index in analysis.evoking or is_vague)


def _asks(clause: int, analysis: Analysis) -> bool:
    """Return whether a clause asks by a question word, in a message without question mark."""
    has_mark = bool(analysis.asked)
    return not has_mark and any(analysis.units[i].question for i in analysis.clauses[clause])


def _is_apposition(clause: int, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a clause only says a name, right after one of ours ("X, au Texas")."""
    own = [analysis.units[i] for i in analysis.clauses[clause]]
    says_more = any(
        not (u.is_name or u.is_ignorable or u.keys & grammar.type_words.keys()) for u in own
    )
    follows_a_name = any(analysis.units[i].mention for i in analysis.clauses.get(clause - 1, ()))
    return follows_a_name and not says_more


def _could_take(fill: Fill, figure: str, grammar: Grammar) -> bool:
    """Return whether a figure may be a value, or the year, of what is asked."""
    asked = [grammar.knowledge.properties[p] for p in fill.properties]
    if any(p.kind is Kind.QUANTITY for p in asked):
        return True
    is_year = len(figure) == YEAR_DIGITS
    return is_year and any(p.is_perishable or p.kind is Kind.MOMENT for p in asked)
