"""Decide which reading is acted upon, if any."""

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.domain.reading import Ask, Candidate, Decision, Decline, Query, Run
from jumelage_bot.understanding.acceptance import is_accepted
from jumelage_bot.understanding.closed import asks_to_confirm, says_there_is
from jumelage_bot.understanding.elsewhere import other_place
from jumelage_bot.understanding.evidence import partners_in_areas, speaks_of_us
from jumelage_bot.understanding.grammar import Grammar

OURS = frozenset({Role.PARTNER, Role.ATTACHED})
FEWEST_ADDED = 2
"""Of one alone, "en tout" asks for no sum."""
EXACT = 100
"""The score of a message that is an example of small talk to the letter."""


def interpret(
    analysis: Analysis,
    candidates: tuple[Candidate, ...],
    smalltalk: tuple[Candidate, ...],
    grammar: Grammar,
) -> Decision:
    """Return the query of the best acceptable candidate, a question back, or why not.

    Similarity ranks; the permission is that no word of the asking clause is left over.
    """
    if not analysis.units:
        return Decline(is_ours=False, is_empty=True)
    if analysis.language:
        return _decline_language(analysis.language, analysis, grammar)
    if smalltalk and smalltalk[0].score >= EXACT and not smalltalk[0].leftover:
        return Run(smalltalk[0], Query(Select.NOTHING))
    is_all_talk = bool(smalltalk) and not smalltalk[0].leftover
    for candidate in candidates:
        is_vague = candidate.fill.slots == {Slot.PROPERTY}
        if not (is_vague and is_all_talk) and is_accepted(candidate, analysis, grammar):
            return _act(candidate, analysis, grammar)
    if smalltalk and _is_only_talk(smalltalk[0], analysis, grammar):
        return Run(smalltalk[0], Query(Select.NOTHING))
    return _decline(analysis, candidates, grammar)


def _act(candidate: Candidate, analysis: Analysis, grammar: Grammar) -> Decision:
    fill = candidate.fill
    if fill.slots == {Slot.PROPERTY}:
        return Ask(candidate, fill.properties[0])
    asked = (*fill.properties, *(c.property for c in fill.conditions))
    if asked and (choices := _as_likely(fill.subjects, analysis)):
        return Ask(candidate, asked[0], choices)
    select = candidate.intent.select
    if select is Select.TOTAL and len(fill.subjects) < FEWEST_ADDED:
        select = Select.PROPERTY
    return Run(
        candidate,
        Query(
            select,
            fill.properties,
            fill.subjects,
            fill.type,
            fill.area,
            fill.foreign,
            fill.order,
            fill.conditions,
            fill.premises,
            fill.is_either,
            is_closed=asks_to_confirm(_questioning(analysis), analysis, grammar),
            says_there_is=says_there_is(fill.essential, analysis),
        ),
    )


def _as_likely(subjects: tuple[str, ...], analysis: Analysis) -> tuple[str, ...]:
    """Return the subjects that one misspelt name is as near to, if there are several."""
    misspelt = (m.entities for m in analysis.mentions if m.similarity < 1 and len(m.entities) > 1)
    return next((entities for entities in misspelt if set(entities) <= set(subjects)), ())


def _questioning(analysis: Analysis) -> tuple[int, ...]:
    """Return the units of the sentences that ask."""
    return tuple(i for i, u in enumerate(analysis.units) if u.clause in analysis.in_question)


def _is_only_talk(candidate: Candidate, analysis: Analysis, grammar: Grammar) -> bool:
    if any(m.entities for m in analysis.mentions):
        return False
    if not candidate.leftover:
        return True
    return (
        not analysis.asked and len(candidate.leftover) <= grammar.language.tuning.max_smalltalk_rest
    )


def _decline(analysis: Analysis, candidates: tuple[Candidate, ...], grammar: Grammar) -> Decline:
    named = dict.fromkeys(e for m in analysis.mentions for e in m.entities)
    ours = tuple(e for e in named if grammar.knowledge.role(e) in OURS)
    subjects = ours or partners_in_areas(analysis, grammar)
    nearest = candidates[0] if candidates else None
    foreign = None if subjects else other_place(candidates, analysis, grammar)
    is_ours = bool(subjects) or speaks_of_us(analysis, grammar)
    words = _puzzling(nearest.leftover, analysis, grammar) if nearest and is_ours else ()
    return Decline(is_ours, foreign, words, subjects, nearest)


def _decline_language(language: str, analysis: Analysis, grammar: Grammar) -> Decline:
    """Return why a message in another language is not read, were its words known."""
    roles = {grammar.knowledge.role(e) for m in analysis.mentions for e in m.entities}
    return Decline(is_ours=bool(roles & {Role.HOME, *OURS}), language=language)


def _puzzling(words: tuple[str, ...], analysis: Analysis, grammar: Grammar) -> tuple[str, ...]:
    """Return the words to quote, each once: not the names we know, nor question words.

    But for "était", which asks about another time.
    """
    known = {u.text for u in analysis.units if u.mention and u.mention.entities}
    past = grammar.language.past_question_word
    asking = {u.text for u in analysis.units if u.question and u.question != past}
    return tuple(dict.fromkeys(w for w in words if w not in known | asking))
