"""Look up what a decision asks for."""

from collections.abc import Iterator
from typing import assert_never

from jumelage_bot.answering.comparing import compare, keep, rank
from jumelage_bot.domain.knowledge import Fact, Kind, Property
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import (
    Described,
    Gathered,
    Listed,
    NotOurs,
    NotRecorded,
    NotUnderstood,
    Outcome,
    OutOfScope,
    SmallTalk,
    Sourced,
    Stated,
    StatedAlone,
    Unclear,
)
from jumelage_bot.domain.reading import Ask, Decision, Decline, Query, Run


def evaluate(decision: Decision, knowledge: KnowledgeBase) -> tuple[Outcome, ...]:
    """Return the outcomes of a decision, in the order of the question; never none."""
    match decision:
        case Run(_, query):
            return tuple(_run(query, knowledge))
        case Ask(_, property_id):
            return (_ask(knowledge.properties[property_id], knowledge),)
        case Decline(is_ours=is_ours, foreign=foreign):
            if foreign:
                return (NotOurs(foreign),)
            return (_not_understood(decision),) if is_ours else (OutOfScope(decision.is_empty),)
        case _:
            assert_never(decision)


def _run(query: Query, knowledge: KnowledgeBase) -> Iterator[Outcome]:
    match query.select:
        case Select.PROPERTY:
            for property_id in query.properties:
                yield from _look_up_all(
                    query.subjects, knowledge.properties[property_id], knowledge
                )
        case Select.ENTITIES | Select.COUNT:
            yield keep(query, knowledge) if query.condition else _list(query, knowledge)
        case Select.FIRST | Select.RANKING:
            yield rank(query, knowledge)
        case Select.DIFFERENCE:
            yield compare(query, knowledge)
        case Select.DESCRIPTION:
            yield from (_describe(subject, knowledge) for subject in query.subjects)
        case Select.SOURCE:
            yield Sourced(tuple(knowledge.sources.values()))
        case Select.NOTHING:
            yield SmallTalk()
        case _:
            assert_never(query.select)


def _look_up_all(
    subjects: tuple[str, ...], asked: Property, knowledge: KnowledgeBase
) -> Iterator[Outcome]:
    """Yield what is known of each subject, then of whom nothing is known."""
    missing: list[str] = []
    for subject in subjects:
        known = _look_up(subject, asked, knowledge)
        if not known:
            missing.append(subject)
        yield from known
    if len(missing) == 1:
        yield NotRecorded(tuple(missing), asked.id, tuple(_near(missing[0], asked, knowledge)))
    elif missing:
        yield NotRecorded(tuple(missing), asked.id, ())


def _look_up(subject: str, asked: Property, knowledge: KnowledgeBase) -> list[Stated | Gathered]:
    """Return what is known of a property, or of what answers the same more coarsely."""
    for property_id in (asked.id, *asked.falls_back_to):
        wanted = knowledge.properties[property_id]
        holders = knowledge.holders(subject, property_id)
        if known := [o for holder in holders if (o := _known(holder, wanted, knowledge))]:
            return known
    return []


def _known(holder: str, asked: Property, knowledge: KnowledgeBase) -> Stated | Gathered | None:
    if asked.kind is Kind.CHILDREN:
        children = knowledge.children(holder, asked.target)
        facts = (f for c in children for f in knowledge.about(c)[:1])
        return Gathered(holder, asked.id, children, tuple(facts)) if children else None
    fact = knowledge.fact(holder, asked.id)
    return Stated(fact) if fact else None


def _near(subject: str, asked: Property, knowledge: KnowledgeBase) -> Iterator[Fact]:
    for near in asked.near:
        for holder in knowledge.holders(subject, near):
            if fact := knowledge.fact(holder, near):
                yield fact


def _ask(asked: Property, knowledge: KnowledgeBase) -> Outcome:
    """Return a question back, or the answer when it is known of one subject only."""
    bearers = knowledge.of_type(asked.type)
    known = {b: found for b in bearers if (found := _look_up(b, asked, knowledge))}
    if len(known) > 1:
        return Unclear(asked.id, tuple(known))
    outcome = next((found[0] for found in known.values()), None)
    if isinstance(outcome, Stated):
        return StatedAlone(outcome.fact, is_only_one_possible=len(bearers) == 1)
    return outcome or OutOfScope(is_empty=False)


def _list(query: Query, knowledge: KnowledgeBase) -> Outcome:
    assert query.type is not None  # noqa: S101 - a listing fill always has a type
    entities = knowledge.of_type(query.type)
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


def _describe(subject: str, knowledge: KnowledgeBase) -> Outcome:
    """Return what presents an entity, or that nothing is known of it."""
    parts = tuple(_presenting(subject, knowledge))
    return Described(subject, parts) if parts else NotUnderstood((), (subject,), None)


def _presenting(subject: str, knowledge: KnowledgeBase) -> Iterator[Stated | Gathered]:
    """Yield what presents an entity: what its type lists, else the facts that name it."""
    summary = knowledge.types[knowledge.entities[subject].type].summary
    found = dict.fromkeys(
        part
        for property_id in summary
        for part in _look_up(subject, knowledge.properties[property_id], knowledge)
    )
    yield from found or (Stated(f) for f in dict.fromkeys(knowledge.mentioning(subject)))


def _not_understood(decision: Decline) -> Outcome:
    nearest = decision.nearest
    asked = nearest.fill.properties[0] if nearest and nearest.fill.properties else None
    return NotUnderstood(decision.words, decision.subjects, asked)
