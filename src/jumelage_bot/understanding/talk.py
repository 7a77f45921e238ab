"""Reduce the examples of small talk to their words, each with what it counts for."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jumelage_bot.domain.analysis import Unit
from jumelage_bot.domain.language import Intent, Language, Select
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.vocabulary import Requirement, Vocabulary

NOWHERE = frozenset[int]()
SMALL = 0.2
"""What a word that asks nothing by itself counts for, beside one that says something."""


@dataclass(frozen=True, slots=True)
class TalkExample:
    """A sample wording of small talk, as it is compared with an utterance."""

    intent: Intent
    text: str
    folded: str
    folded_words: frozenset[str]
    words: tuple[tuple[Requirement, float], ...]
    """What satisfies each word, and what the word counts for."""
    keys: frozenset[str]
    """All that satisfies one of them."""


@dataclass(frozen=True, slots=True)
class TalkBook:
    """All examples of small talk, found by their words."""

    examples: tuple[TalkExample, ...]
    texts: tuple[str, ...]
    """Their folded texts, in the same order."""
    places: Mapping[str, frozenset[int]]
    """Word or key -> the places of the examples that hold it."""

    def with_one_of(self, keys: Iterable[str]) -> frozenset[int]:
        """Return the places of the examples that hold one of some words or keys."""
        return NOWHERE.union(*(self.places.get(key, NOWHERE) for key in keys))


def compile_smalltalk(language: Language, vocabulary: Vocabulary) -> TalkBook:
    """Return the examples of the intents that look nothing up."""
    examples = tuple(_compile(language, vocabulary))
    places: dict[str, set[int]] = {}
    for place, example in enumerate(examples):
        for key in example.keys | example.folded_words:
            places.setdefault(key, set()).add(place)
    found = {key: frozenset(own) for key, own in places.items()}
    return TalkBook(examples, tuple(e.folded for e in examples), found)


def _compile(language: Language, vocabulary: Vocabulary) -> Iterator[TalkExample]:
    for intent in language.intents.values():
        if intent.select is Select.NOTHING:
            for text in intent.examples:
                read = vocabulary.read(text)
                weighed = tuple((required, weight(unit, language)) for unit, required in read)
                folded = words(text)
                keys = frozenset(key for required, _ in weighed for key in required)
                yield TalkExample(intent, text, " ".join(folded), frozenset(folded), weighed, keys)


def weight(unit: Unit, language: Language) -> float:
    """Return what a unit counts for: "merci pour votre aide" is mostly of "aide"."""
    is_small = unit.is_ignorable if unit.question is None else _is_free(unit.question, language)
    return SMALL if is_small else 1


def _is_free(kind: str, language: Language) -> bool:
    """Return whether a question word may ask for anything: it says little by itself."""
    return kind in language.free_question_words
