"""Say where each part of an answer was read."""

from collections.abc import Iterator

from jumelage_bot.domain.answer import Citation
from jumelage_bot.domain.knowledge import Fact, Source
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import (
    Compared,
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    NotRecorded,
    Outcome,
    Ranked,
    Sourced,
    Stated,
    StatedAlone,
    Totalled,
)


def facts_of(outcome: Outcome) -> tuple[Fact, ...]:
    """Return the facts that an outcome states."""
    match outcome:
        case Stated(fact) | StatedAlone(fact):
            return (fact,)
        case Filtered(parts=parts, contrary=contrary):
            return (*(fact for part in parts for fact in facts_of(part)), *contrary)
        case Described(parts=parts) | Judged(parts=parts):
            return tuple(fact for part in parts for fact in facts_of(part))
        case NotRecorded(near=facts) | Ranked(facts=facts) | Totalled(facts=facts):
            return facts
        case Listed(facts=facts) | Gathered(facts=facts) | Compared(facts=facts):
            return facts
        case _:
            return ()


def cite(outcomes: tuple[Outcome, ...], knowledge: KnowledgeBase) -> tuple[Citation, ...]:
    """Return the citations of the outcomes, each once, in order."""
    return tuple(dict.fromkeys(c for o in outcomes for c in _citations(o, knowledge)))


def _citations(outcome: Outcome, knowledge: KnowledgeBase) -> Iterator[Citation]:
    if isinstance(outcome, Sourced):
        yield from (_citation(source, "") for source in outcome.sources)
    for fact in facts_of(outcome):
        yield _citation(knowledge.sources[fact.source], fact.excerpt)


def _citation(source: Source, excerpt: str) -> Citation:
    return Citation(f"{source.title} — {source.publisher}", source.url, excerpt, source.as_of)
