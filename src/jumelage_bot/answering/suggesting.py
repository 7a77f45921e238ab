"""Propose questions that, asked, are answered."""

from collections.abc import Iterator

from jumelage_bot.answering.statements import ask
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import (
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    Outcome,
    OutOfScope,
    SmallTalk,
    Unclear,
)

MAX_SUGGESTIONS = 3


def suggest(outcomes: tuple[Outcome, ...], knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return questions to go on with; for a question back, one for each of the choices."""
    is_choice = any(isinstance(o, Unclear) for o in outcomes)
    found: dict[str, None] = {}
    for question in (q for o in outcomes for q in _questions(o, knowledge)):
        found[question] = None
        if len(found) == MAX_SUGGESTIONS and not is_choice:
            break
    return tuple(found)


def _questions(outcome: Outcome, knowledge: KnowledgeBase) -> Iterator[str]:
    match outcome:
        case Unclear(property_id, choices):
            yield from (ask(property_id, choice, knowledge) for choice in choices)
        case NotUnderstood(subjects=subjects, property=property_id):
            for subject in subjects:
                yield from _known_of(subject, property_id, knowledge)
            if not subjects:
                yield from _samples(knowledge)
        case NotRecorded(subjects, property_id):
            for subject in subjects:
                yield from _known_of(subject, property_id, knowledge)
        case OutOfScope() | OtherLanguage() | SmallTalk():
            yield from _samples(knowledge)
        case _:
            return


def _known_of(subject: str, first: str | None, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield questions about the partner of a subject, the property nearly asked first."""
    partner = knowledge.partner_of(subject)
    if partner is None:
        return
    summary = knowledge.types[knowledge.entities[partner].type].summary
    for property_id in dict.fromkeys([*([first] if first else []), *summary]):
        for holder in knowledge.holders(partner, property_id):
            if knowledge.fact(holder, property_id):
                yield ask(property_id, holder, knowledge)


def _samples(knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield one question for each partner, a different property each time."""
    for turn, partner in enumerate(knowledge.with_role(Role.PARTNER)):
        known = [
            (p, h)
            for p in knowledge.types[knowledge.entities[partner].type].summary
            if knowledge.properties[p].kind is not Kind.TEXT
            for h in knowledge.holders(partner, p)
            if knowledge.fact(h, p)
        ]
        if known:
            property_id, holder = known[turn % len(known)]
            yield ask(property_id, holder, knowledge)
