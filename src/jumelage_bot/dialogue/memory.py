"""Remember what a message was about, for those that follow."""

from collections.abc import Iterator
from dataclasses import replace

from jumelage_bot.answering.citing import facts_of
from jumelage_bot.domain.answer import Part
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import (
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    NotOurs,
    NotUnderstood,
    Outcome,
    Ranked,
    Unclear,
)
from jumelage_bot.domain.reading import Decline, Run

SILENT = frozenset({Select.NOTHING, Select.SOURCE})
"""What may come between a question and the one that hangs on it."""


def remember(part: Part, state: DialogueState) -> DialogueState:
    """Return what is remembered after a question.

    Small talk and what is not ours change nothing.
    """
    decision = part.decision
    state = replace(state, proposal="")
    if isinstance(decision, Run) and decision.query.select in SILENT:
        return state
    question = part.analysis.parse.text
    if isinstance(decision, Decline):
        return _remember_declined(part, decision, state)
    subjects = decision.query.subjects if isinstance(decision, Run) else ()
    listed = tuple(dict.fromkeys(e for o in part.outcomes for e in _listed(o)))
    asks_back = any(isinstance(o, Unclear) for o in part.outcomes)
    if asks_back:
        return replace(state, question=question, listed=listed, asks_back=True)
    focus = (
        tuple(dict.fromkeys(e for o in part.outcomes for e in _chosen(o)))
        or subjects
        or listed
        or tuple(dict.fromkeys(_spoken_of(part.outcomes)))
        or state.focus
    )
    several = listed or (subjects if len(subjects) > 1 else ())
    is_one_more = len(focus) == 1 and focus != state.lately[-1:]
    return replace(
        state,
        question=question,
        focus=focus,
        listed=several or state.listed,
        ranked=tuple(dict.fromkeys(e for o in part.outcomes for e in _ranked(o))) or state.ranked,
        lately=(*state.lately[-1:], *focus) if is_one_more else state.lately,
        asks_back=False,
    )


def _remember_declined(part: Part, decision: Decline, state: DialogueState) -> DialogueState:
    """Return what is remembered of a question that has no answer: what it was about."""
    question, outcomes = part.analysis.parse.text, part.outcomes
    if decision.proposal:
        return replace(state, proposal=decision.proposal.question)
    if decision.subjects:
        return replace(state, question=question, focus=decision.subjects, asks_back=False)
    if any(isinstance(o, NotOurs | NotUnderstood) for o in outcomes):
        return replace(state, question=question, asks_back=False)
    return state


def _chosen(outcome: Outcome) -> tuple[str, ...]:
    """Return what a question chooses among its subjects: the first of them, those that fit."""
    match outcome:
        case Ranked(facts=facts, is_whole=False):
            return (facts[0].subject,)
        case Filtered(kept=kept):
            return kept
        case Judged(parts=parts):
            return tuple(e for part in parts for e in _chosen(part))
        case _:
            return ()


def _listed(outcome: Outcome) -> Iterator[str]:
    match outcome:
        case Listed(entities=entities) | Gathered(entities=entities) | Filtered(kept=entities):
            yield from entities
        case Unclear(choices=choices):
            yield from choices
        case Ranked(facts=facts, is_whole=True):
            yield from (fact.subject for fact in facts)
        case Judged(parts=parts):
            for part in parts:
                yield from _listed(part)
        case _:
            return


def _ranked(outcome: Outcome) -> tuple[str, ...]:
    match outcome:
        case Ranked(facts=facts):
            return tuple(fact.subject for fact in facts)
        case Judged(parts=parts):
            return tuple(e for part in parts for e in _ranked(part))
        case _:
            return ()


def _spoken_of(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    for outcome in outcomes:
        if isinstance(outcome, Described):
            yield outcome.entity
        yield from (fact.subject for fact in facts_of(outcome))
