"""What evokes each property: its cues, its words of order, its states, its texts."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import REFERENCE_IN_TEXT, Kind, Property
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.values import Text
from jumelage_bot.understanding.phrases import is_question_key, operator_key
from jumelage_bot.understanding.vocabulary import Requirement, Vocabulary

Requirements = tuple[Requirement, ...]


@dataclass(frozen=True, slots=True)
class OrderWords:
    """What expresses an order of a property; True for descending, False for ascending."""

    marked: Mapping[bool, frozenset[str]]
    """After "plus": "peuplé", "ancien"."""
    alone: Mapping[bool, frozenset[str]]
    """By themselves: "dernier", "premier"."""


@dataclass(frozen=True, slots=True)
class Signs:
    """What in an utterance evokes a property, or is said of it."""

    cues_by_key: Mapping[str, tuple[tuple[str, Requirements], ...]]
    """Key -> (property, cue) for the cues of which a word has that key."""
    undated_cues: Mapping[str, tuple[Requirements, ...]]
    """Property that is a date -> its cues without the word that asks when."""
    order_words: Mapping[str, OrderWords]
    """Property -> the words that order things by it."""
    order_signals: frozenset[str]
    """The keys of which one is needed to express an order."""
    states: Mapping[str, tuple[tuple[str, tuple[Requirements, ...]], ...]]
    """Property -> each value it can take, with what each of its phrases requires."""
    passages: Mapping[str, Mapping[tuple[str, str], frozenset[str]]]
    """Property -> (subject, property) of its facts -> the words of its text."""


def compile_signs(
    knowledge: KnowledgeBase, vocabulary: Vocabulary, pointing: AbstractSet[str]
) -> Signs:
    """Return the signs of every property; its phrases become units as utterances do.

    Words that point to what was said before (`pointing`) are not among those of a text.
    """
    properties = knowledge.properties.values()
    cues = {p.id: tuple(vocabulary.requirements(cue) for cue in p.cues) for p in properties}
    order_words = {p.id: _order_words(p, vocabulary) for p in properties}
    return Signs(
        cues_by_key=_by_key(cues),
        undated_cues={
            p.id: tuple(u for cue in cues[p.id] if (u := _undated(cue)) and u != cue)
            for p in properties
            if p.kind is Kind.MOMENT
        },
        order_words=order_words,
        order_signals=_order_signals(order_words),
        states={
            p.id: tuple(
                (s.value, tuple(vocabulary.requirements(cue) for cue in s.cues)) for s in p.states
            )
            for p in properties
            if p.states
        },
        passages=_passages(knowledge, vocabulary, pointing),
    )


def _by_key(
    cues: Mapping[str, tuple[Requirements, ...]],
) -> Mapping[str, tuple[tuple[str, Requirements], ...]]:
    """Return each cue under the keys of its word of fewest keys: one of them must be present."""
    found: dict[str, list[tuple[str, Requirements]]] = {}
    for property_id, phrases in cues.items():
        for cue in phrases:
            for key in min(cue, key=len):
                found.setdefault(key, []).append((property_id, cue))
    return {key: tuple(under) for key, under in found.items()}


def _undated(cue: Requirements) -> Requirements:
    """Return what a cue requires beside a question word."""
    return tuple(r for r in cue if not any(is_question_key(key) for key in r))


def _order_words(ordered: Property, vocabulary: Vocabulary) -> OrderWords:
    def keys(phrases: tuple[str, ...]) -> frozenset[str]:
        return frozenset(k for p in phrases for r in vocabulary.requirements(p) for k in r)

    return OrderWords(
        {True: keys(ordered.more), False: keys(ordered.less)},
        {True: keys(ordered.most), False: keys(ordered.least)},
    )


def _order_signals(order_words: Mapping[str, OrderWords]) -> frozenset[str]:
    alone = {key for words in order_words.values() for keys in words.alone.values() for key in keys}
    return frozenset(alone | {operator_key(Operator.MORE), operator_key(Operator.LESS)})


def _passages(
    knowledge: KnowledgeBase, vocabulary: Vocabulary, pointing: AbstractSet[str]
) -> Mapping[str, Mapping[tuple[str, str], frozenset[str]]]:
    """Return the content words of the texts, by property: names and small words left out."""
    found: dict[str, dict[tuple[str, str], frozenset[str]]] = {}
    for key, fact in knowledge.facts.items():
        text = " ".join(v.content for v in fact.values if isinstance(v, Text))
        said = REFERENCE_IN_TEXT.sub(" ", text)
        terms = (u.keys for u, _ in vocabulary.read(said) if not u.is_ignorable)
        words = {key for keys in terms if keys.isdisjoint(pointing) for key in keys}
        if words:
            found.setdefault(fact.property, {})[key] = frozenset(words)
    return found
