"""Complete what is being typed: a command, a name, a question that has an answer."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jumelage_bot.answering.statements import ask
from jumelage_bot.channels.commands import COMMANDS, EXPLAIN, SIGN
from jumelage_bot.channels.terminal import printable
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.understanding.normalise import fold, words

OURS = (Role.PARTNER, Role.ATTACHED)
MAX_NAME = 8
"""Words of the longest stretch that is taken for the beginning of a name."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What a line may be completed to."""

    names: tuple[str, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Completed:
    """One way to complete a line."""

    text: str
    length: int
    """Characters before the cursor that the text replaces."""
    note: str = ""


def known_phrases(knowledge: KnowledgeBase) -> Phrases:
    """Return the names of what is ours, cities first, and a question for each fact."""
    names = (knowledge.entities[e].name for role in OURS for e in knowledge.with_role(role))
    return Phrases(_printed(names), _printed(_questions(knowledge)))


def complete(line: str, phrases: Phrases) -> tuple[Completed, ...]:
    """Return the ways to complete a line, best first; accents and capitals do not matter."""
    if line.startswith(SIGN):
        command, blank, rest = line.partition(" ")
        if blank:
            return complete(rest, phrases) if fold(command) == EXPLAIN else ()
        found = (c for c in COMMANDS if c.startswith(fold(line)))
        return tuple(Completed(c, len(line), COMMANDS[c]) for c in found)
    typed = line.lstrip()
    begun = [q for q in phrases.questions if fold(q).startswith(fold(typed))]
    said = words(typed)
    alike = [q for q in phrases.questions if _holds(q, said)] if said else []
    return (
        *(Completed(q, len(typed)) for q in begun),
        *_names(typed, phrases.names),
        *(Completed(q, len(typed)) for q in alike if q not in begun),
    )


def _questions(knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the questions about our partners, one partner after the other, then all others.

    A country is not asked about by itself: that would be none of our subject.
    """
    partners = knowledge.with_role(Role.PARTNER)
    for partner in partners:
        for each in knowledge.properties.values():
            if each.kind is Kind.CHILDREN and knowledge.children(partner, each.target):
                yield ask(each.id, partner, knowledge)
        for entity in (partner, *knowledge.children(partner)):
            yield from (ask(f.property, entity, knowledge) for f in knowledge.about(entity))
    for fact in knowledge.facts.values():
        if knowledge.role(fact.subject) in {*OURS, Role.NOTION}:
            yield ask(fact.property, fact.subject, knowledge)


def _names(typed: str, names: tuple[str, ...]) -> Iterator[Completed]:
    """Yield the names that the longest possible end of a line begins.

    By their first word, or else by another: "schul" for "Bernhard Schuler".
    """
    ends = [typed[start:] for start in _word_starts(typed)][-MAX_NAME:]
    for begins in (_begins, _holds_beginning):
        for end in ends:
            if found := [n for n in names if begins(n, fold(end))]:
                yield from (Completed(n, len(end)) for n in found if n != end)
                return


def _begins(name: str, beginning: str) -> bool:
    return fold(name).startswith(beginning)


def _holds_beginning(name: str, beginning: str) -> bool:
    folded = fold(name)
    return any(folded.startswith(beginning, start) for start in _word_starts(folded))


def _word_starts(text: str) -> Iterator[int]:
    return (i for i, c in enumerate(text) if c.isalnum() and not (i and text[i - 1].isalnum()))


def _holds(question: str, beginnings: Iterable[str]) -> bool:
    """Return whether each of some beginnings begins a word of a question."""
    own = words(question)
    return all(any(word.startswith(b) for word in own) for b in beginnings)


def _printed(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(printable(text) for text in texts))
