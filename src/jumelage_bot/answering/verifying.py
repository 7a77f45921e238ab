"""Confirm or correct what was said of the subjects."""

from collections.abc import Iterator, Sequence

from jumelage_bot.answering.comparing import rank_all
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.truth import Truth, all_true, any_true, holds
from jumelage_bot.domain.outcome import (
    Gathered,
    Judged,
    NotRecorded,
    Outcome,
    Ranked,
    Stated,
    Unsaid,
    Verdict,
)
from jumelage_bot.domain.reading import Condition, Order, Query
from jumelage_bot.domain.values import Quantity, Reference

Part = Stated | Gathered | Unsaid | Ranked


def verify(query: Query, records: Records) -> Outcome:
    """Return whether the conditions of a query hold of its subjects, and what shows it."""
    judged = [
        (subject, condition, holds(subject, condition, records))
        for subject in query.subjects
        for condition in query.conditions
    ]
    truths = [truth for _, _, truth in judged]
    whole = any_true(truths) if query.is_either else all_true(truths)
    telling = [(s, c) for s, c, truth in judged if query.is_either or truth is whole]
    parts = tuple(dict.fromkeys(p for s, c in telling for p in _shown(s, c, whole, records)))
    if not parts:
        subject, condition = telling[0]
        asked = records.knowledge.properties[condition.property]
        return NotRecorded((subject,), asked.id, tuple(records.near(subject, asked)))
    return Judged(_verdict(whole, query, [c for _, c in telling]), parts)


def refute(query: Query, records: Records) -> Outcome | None:
    """Return what corrects the first premise that does not hold; None when all do."""
    for premise in query.premises:
        if isinstance(premise.said, Quantity):
            continue
        claim = Query(query.select, subjects=query.subjects, conditions=(premise,))
        outcome = verify(claim, records)
        if not (isinstance(outcome, Judged) and outcome.verdict is Verdict.YES):
            return outcome
    return None


def _verdict(whole: Truth, query: Query, telling: Sequence[Condition]) -> Verdict:
    """Return what is said first; `telling` are the conditions that decide."""
    if whole is None:
        return Verdict.UNDECIDED
    if query.is_either:
        return Verdict.EITHER if whole else Verdict.NEITHER
    is_denial = all(c.is_negated for c in telling)
    if is_denial:
        # "Leonberg n'est pas en Suisse ?": non, it is not; "pas en Allemagne ?": si, it is.
        return Verdict.NO if whole else Verdict.INDEED
    return Verdict.YES if whole else Verdict.NO


def _shown(subject: str, condition: Condition, whole: Truth, records: Records) -> Iterator[Part]:
    """Yield what is known of a subject, and of whom or what it was compared with."""
    asked = records.knowledge.properties[condition.property]
    if isinstance(condition.said, Order):
        yield from rank_all(condition.said, records)
        return
    known = records.look_up(subject, asked)
    yield from known
    if not known and asked.unless_said is not None and whole is not None:
        yield from (Unsaid(h, asked.id) for h in records.knowledge.holders(subject, asked.id))
    if isinstance(condition.said, Reference) and known:
        yield from _of_other(subject, condition.said.entity, condition, records)


def _of_other(subject: str, other: str, condition: Condition, records: Records) -> Iterator[Stated]:
    """Yield what is known of the subject compared with, or of whom the value said is true."""
    knowledge = records.knowledge
    asked = knowledge.properties[condition.property]
    if knowledge.partner_of(other) == other:
        yield from (Stated(f) for f in records.facts(other, asked.id))
    elif asked.is_exhaustive and knowledge.entities[other].type == asked.target:
        for fact in knowledge.mentioning(other):
            own = {subject, *knowledge.holders(subject, asked.id)}
            if fact.property == asked.id and fact.subject not in own and asked.asked_of:
                yield Stated(fact)
