"""Look up what a decision asks for."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from jumelage_bot.answering.comparing import add_up, compare, happened, keep, rank
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.verifying import refute, verify
from jumelage_bot.domain.knowledge import Property
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import (
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    NotOurs,
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    Outcome,
    OutOfScope,
    Proposed,
    SmallTalk,
    Sourced,
    Stated,
    StatedAlone,
    Unclear,
    Verdict,
)
from jumelage_bot.domain.reading import Ask, Decision, Decline, Query, Run
from jumelage_bot.domain.values import Quantity

MAX_NEAR = 2
"""Subjects of which what stands near the fact that is missing is told."""


def evaluate(decision: Decision, records: Records) -> tuple[Outcome, ...]:
    """Return the outcomes of a decision, in the order of the question; never none."""
    match decision:
        case Run(_, query):
            refuted = refute(query, records)
            return (refuted,) if refuted else tuple(_run(query, _specified(query, records)))
        case Ask(_, property_id, choices):
            return (_ask(records.knowledge.properties[property_id], choices, records),)
        case Decline(language=str(language), is_ours=is_ours):
            return (OtherLanguage(language, is_ours),)
        case Decline(proposal=proposal) if proposal:
            return (Proposed(proposal.entity),)
        case Decline(is_ours=is_ours, foreign=foreign):
            if foreign:
                return (NotOurs(foreign),)
            return (_not_understood(decision),) if is_ours else (OutOfScope(decision.is_empty),)
        case _:
            assert_never(decision)


def _specified(query: Query, records: Records) -> Records:
    """Return the records that give the anniversary of which the years were said."""
    said = [p.said.number for p in query.premises if isinstance(p.said, Quantity)]
    return replace(records, jubilee=said[0]) if said else records


def _run(  # noqa: C901, PLR0912 - a case for each kind of query
    query: Query, records: Records
) -> Iterator[Outcome]:
    knowledge = records.knowledge
    match query.select:
        case Select.PROPERTY:
            for property_id in query.properties:
                yield from _look_up_all(query.subjects, knowledge.properties[property_id], records)
        case Select.ENTITIES | Select.COUNT:
            found = keep(query, records) if query.conditions else _list(query, records)
            yield _judge(found, query)
        case Select.FIRST | Select.RANKING:
            yield rank(query, records)
        case Select.DIFFERENCE:
            yield compare(query, records)
        case Select.TOTAL:
            yield add_up(query, records)
        case Select.CLAIM:
            yield verify(query, records)
        case Select.DESCRIPTION:
            for subject in query.subjects:
                yield _judge(_describe(subject, records), query)
        case Select.EVENTS:
            yield from happened(query, records)
        case Select.SOURCE:
            yield Sourced(tuple(knowledge.sources.values()))
        case Select.NOTHING:
            yield SmallTalk()
        case _:
            assert_never(query.select)


def _judge(found: Outcome, query: Query) -> Outcome:
    """Return what was found, as Oui or Non where the question asks if there is such a thing."""
    if not query.is_closed:
        return found
    match found:
        case Listed(entities=entities) if query.area or query.foreign:
            return Judged(Verdict.YES if entities else Verdict.NO, (found,))
        case Filtered(kept=kept, missing=missing) if kept or not missing:
            return Judged(Verdict.YES if kept else Verdict.NO, (found,))
        case Described() if query.says_there_is:
            return Judged(Verdict.YES, (found,))
        case _:
            return found


def _look_up_all(subjects: tuple[str, ...], asked: Property, records: Records) -> Iterator[Outcome]:
    """Yield what is known of each subject, then of whom nothing is known."""
    missing: list[str] = []
    for subject in subjects:
        known = records.look_up(subject, asked)
        if not known:
            missing.append(subject)
        yield from known
    if missing:
        near = (f for m in missing[:MAX_NEAR] for f in records.near(m, asked))
        yield NotRecorded(tuple(missing), asked.id, tuple(dict.fromkeys(near)))


def _ask(asked: Property, choices: tuple[str, ...], records: Records) -> Outcome:
    """Return a question back, or the answer when it is known of one subject only."""
    if choices:
        return Unclear(asked.id, choices)
    bearers = records.knowledge.of_type(asked.type)
    known = {b: found for b in bearers if (found := records.look_up(b, asked))}
    if len(known) > 1:
        return Unclear(asked.id, tuple(known))
    outcome = next((found[0] for found in known.values()), None)
    if isinstance(outcome, Stated):
        return StatedAlone(outcome.fact, is_only_one_possible=len(bearers) == 1)
    return outcome or OutOfScope(is_empty=False)


def _list(query: Query, records: Records) -> Outcome:
    assert query.type is not None  # noqa: S101 - a listing fill always has a type
    knowledge = records.knowledge
    entities = query.subjects or knowledge.of_type(query.type)
    if query.area or query.foreign:
        inside = knowledge.within(query.area) if query.area else ()
        entities = tuple(e for e in entities if e in inside)
    facts = (
        f
        for e in entities
        for f in knowledge.about(e)
        if knowledge.properties[f.property].identifies
    )
    return Listed(query.type, entities, query.area, query.foreign, tuple(facts))


def _describe(subject: str, records: Records) -> Outcome:
    """Return what presents an entity, or that nothing is known of it."""
    parts = tuple(_presenting(subject, records))
    return Described(subject, parts) if parts else NotUnderstood((), (subject,), None)


def _presenting(subject: str, records: Records) -> Iterator[Stated | Gathered]:
    """Yield what presents an entity: what its type lists, else the facts that name it."""
    knowledge = records.knowledge
    summary = knowledge.types[knowledge.entities[subject].type].summary
    found = dict.fromkeys(
        part
        for property_id in summary
        for part in records.look_up(subject, knowledge.properties[property_id])
    )
    yield from found or (Stated(f) for f in dict.fromkeys(knowledge.mentioning(subject)))


def _not_understood(decision: Decline) -> Outcome:
    nearest = decision.nearest
    asked = nearest.fill.properties[0] if nearest and nearest.fill.properties else None
    return NotUnderstood(decision.words, decision.subjects, asked)
