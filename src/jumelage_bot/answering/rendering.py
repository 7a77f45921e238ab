"""Turn the outcomes of a decision into an answer: text, status, sources, suggestions."""

import datetime as dt
from collections.abc import Sequence
from typing import assert_never

from jumelage_bot.answering import french
from jumelage_bot.answering.citing import cite, facts_of
from jumelage_bot.answering.suggesting import suggest
from jumelage_bot.answering.templates import compile_template
from jumelage_bot.answering.wording import Wording
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.domain.knowledge import Fact
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Language
from jumelage_bot.domain.outcome import (
    Compared,
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    Nothing,
    NotOurs,
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    Outcome,
    OutOfScope,
    Proposed,
    Ranked,
    SmallTalk,
    Sourced,
    Stated,
    StatedAlone,
    Totalled,
    Unclear,
    Unsaid,
    Verdict,
)
from jumelage_bot.domain.reading import Ask, Candidate, Decision, Decline, Run
from jumelage_bot.domain.values import Moment


def write_answer(
    parts: Sequence[tuple[Decision, tuple[Outcome, ...]]],
    knowledge: KnowledgeBase,
    language: Language,
) -> Answer:
    """Return what is said of the outcomes of each question; the best gives the status."""
    outcomes = tuple(o for _, found in parts for o in found)
    suggestions = suggest(outcomes, knowledge)
    candidate = next((c for decision, _ in parts if (c := _winner(decision))), None)
    sentences: dict[str, None] = {}
    for decision, found in parts:
        winner = _winner(decision)
        wording = Wording(knowledge, language, winner.intent if winner else None, suggestions)
        sentences |= dict.fromkeys(map(wording.word, found))
    facts = tuple(f for o in outcomes for f in facts_of(o))
    return Answer(
        _with_caveat(list(sentences), facts, knowledge, language),
        min((_status(o) for o in outcomes), key=list(Status).index),
        candidate.intent.id if candidate else None,
        round(candidate.score / 100, 2) if candidate else None,
        knowledge.partners_of(
            (*(s for d, _ in parts for s in _subjects(d)), *(f.subject for f in facts))
        ),
        cite(outcomes, knowledge),
        suggestions,
    )


def _winner(decision: Decision) -> Candidate | None:
    match decision:
        case Run(candidate) | Ask(candidate):
            return candidate
        case Decline():
            return None
        case _:
            assert_never(decision)


def _subjects(decision: Decision) -> tuple[str, ...]:
    match decision:
        case Run(_, query):
            return query.subjects
        case Decline(subjects=subjects):
            return subjects
        case Ask():
            return ()
        case _:
            assert_never(decision)


def _status(outcome: Outcome) -> Status:  # noqa: PLR0911 - a branch an outcome
    match outcome:
        case NotRecorded() | Nothing() | NotOurs() | NotUnderstood() | Judged(Verdict.UNDECIDED):
            return Status.UNKNOWN
        case OtherLanguage(is_ours=is_ours):
            return Status.UNKNOWN if is_ours else Status.OUT_OF_SCOPE
        case Unclear() | Proposed():
            return Status.CLARIFY
        case SmallTalk():
            return Status.CHITCHAT
        case OutOfScope():
            return Status.OUT_OF_SCOPE
        case Stated() | StatedAlone() | Gathered() | Described() | Sourced():
            return Status.ANSWERED
        case Totalled() | Listed() | Ranked() | Compared() | Filtered() | Unsaid() | Judged():
            return Status.ANSWERED
        case _:
            assert_never(outcome)


def _with_caveat(
    sentences: Sequence[str],
    facts: tuple[Fact, ...],
    knowledge: KnowledgeBase,
    language: Language,
) -> str:
    """Return the sentences as one text that says how old its perishable facts are."""
    text = " ".join(sentences)
    perishable = [f for f in facts if f.is_perishable]
    if not perishable:
        return text
    as_of = knowledge.sources[perishable[0].source].as_of
    date = _written(dt.date.fromisoformat(as_of)) if as_of else ""
    if len(facts) > 1 or ". " in text:
        return f"{text} {_caveat('caveat_several', language, date)}"
    return f"{text.removesuffix('.')}, {_caveat('caveat', language, date)}."


def _written(day: dt.date) -> str:
    return french.moment(Moment(day.year, day.month, day.day))


def _caveat(name: str, language: Language, date: str) -> str:
    return compile_template(language.replies[name]).render(date=date)
