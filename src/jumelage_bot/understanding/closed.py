"""Tell whether a question expects Oui or Non."""

from collections.abc import Iterable

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.utterance import Token
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import phrase_key

AUXILIARY, VERB, CONJUNCTION = "AUX", "VERB", "SCONJ"
"""Universal parts of speech."""
OPENING = ",.!?:;\n"
"""The marks after which a clause opens."""


def is_closed(
    asking: Iterable[int],
    analysis: Analysis,
    grammar: Grammar,
    values: frozenset[int] = frozenset(),
) -> bool:
    """Return whether the clauses of some units ask no question word, and assert something.

    A verb asserts, unless it opens the clause as an order does; so do a question mark, and a
    number where nothing asks for one.
    A word that is part of a value asks nothing ("l'année 1977"). What the rest of the sentence
    asks is no claim either: "c'est où, Stafford ? en Angleterre ?".
    """
    units = tuple(asking)
    clauses = {analysis.units[i].clause for i in units}
    others = analysis.in_question - clauses - _subordinate(analysis)
    if _has_question(clauses | others, analysis, grammar, values):
        return False
    is_asked = bool(analysis.asked and clauses & analysis.in_question)
    numbers = {i for i, u in enumerate(analysis.units) if u.is_number and u.clause in clauses}
    is_measured = bool(numbers) and numbers <= values
    return is_asked or is_measured or _offers(units, analysis) or _says(clauses, analysis)


def _subordinate(analysis: Analysis) -> frozenset[int]:
    """Return the first clause, if it only says when ("Quand le mur est tombé, étions-nous …")."""
    first = analysis.units[0]
    opens_one = analysis.parse.tokens[first.start].pos == CONJUNCTION
    return frozenset({first.clause}) if first.question and opens_one else frozenset()


def _offers(asking: tuple[int, ...], analysis: Analysis) -> bool:
    """Return whether alternatives are among the units ("actif ou inactif")."""
    return any(has_operator(analysis.units[i], Operator.EITHER) for i in asking)


def _has_question(
    clauses: set[int], analysis: Analysis, grammar: Grammar, values: frozenset[int]
) -> bool:
    return any(
        _asks(index, analysis, grammar)
        for index, unit in enumerate(analysis.units)
        if unit.clause in clauses and index not in values
    )


def asserts(asking: Iterable[int], analysis: Analysis) -> bool:
    """Return whether a verb asserts something in the clauses of some units."""
    return _says({analysis.units[i].clause for i in asking}, analysis)


def _says(clauses: set[int], analysis: Analysis) -> bool:
    units = analysis.units
    return any(u.clause in clauses and _asserts(i, analysis) for i, u in enumerate(units))


def asks_to_confirm(asking: Iterable[int], analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a list is asked for as something to confirm ("avons-nous une ville …").

    A participle is a verb too ("les villes jumelées"): only an auxiliary or a question mark
    tells.
    """
    units = tuple(asking)
    clauses = {analysis.units[i].clause for i in units}
    if _has_question(clauses, analysis, grammar, frozenset()):
        return False
    tags = {t.pos for i in units for t in _tokens(i, analysis)}
    return bool(analysis.asked) or AUXILIARY in tags


def _tokens(index: int, analysis: Analysis) -> tuple[Token, ...]:
    unit = analysis.units[index]
    return () if unit.is_aside else analysis.parse.tokens[unit.start : unit.end]


def says_there_is(asking: Iterable[int], analysis: Analysis) -> bool:
    """Return whether a word of having or being there is in the clauses of some units."""
    clauses = {analysis.units[i].clause for i in asking}
    return any(u.clause in clauses and has_operator(u, Operator.HAS) for u in analysis.units)


def _asks(index: int, analysis: Analysis, grammar: Grammar) -> bool:
    unit = analysis.units[index]
    if unit.question is None or unit.is_aside or unit.is_ignorable:
        return False
    if unit.question in grammar.language.closed_question_words:
        # "Que fait Belfort ?" asks; "plus grande que Leonberg ?" does not.
        return unit.question in grammar.language.free_question_words and _opens(index, analysis)
    return phrase_key(unit.text) not in grammar.nominal_questions


def _opens(index: int, analysis: Analysis) -> bool:
    """Return whether nothing, or a mark, stands before a unit."""
    before = analysis.parse.text[: analysis.parse.tokens[analysis.units[index].start].start]
    return not before.strip() or before.rstrip()[-1] in OPENING


def _asserts(index: int, analysis: Analysis) -> bool:
    unit = analysis.units[index]
    if unit.is_aside:
        return False
    opens = index == 0 or analysis.units[index - 1].clause != unit.clause
    tags = {t.pos for t in analysis.parse.tokens[unit.start : unit.end]}
    return AUXILIARY in tags or (VERB in tags and not opens)
