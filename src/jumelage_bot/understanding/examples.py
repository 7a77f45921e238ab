"""Reduce the examples of the intents to slots and the words beside them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from jumelage_bot.domain.analysis import Unit
from jumelage_bot.domain.language import Intent, Language, Select, Slot
from jumelage_bot.understanding.phrases import question_key
from jumelage_bot.understanding.vocabulary import Requirement, Vocabulary

MANY = 48
"""Examples that share a word with a message, beyond which only the nearest are compared."""
NEAREST = 6

SLOT = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Example:
    """A sample wording, as it is compared with an utterance."""

    intent: Intent
    text: str
    slots: frozenset[Slot]
    requirements: tuple[Requirement, ...]
    mask: str
    """Slots and words as one comparable string."""
    intent_words: frozenset[str]
    """The keys of all words of the intent's examples with these slots: it explains them."""


@dataclass(frozen=True, slots=True)
class ExampleBook:
    """Examples that leave the same open, found by the words they require."""

    examples: tuple[Example, ...]
    texts: tuple[str, ...]
    """Their masks, in the same order, with their words in alphabetical order."""
    places: Mapping[str, tuple[int, ...]]
    """Key -> the places of the examples of which a word has that key."""
    bare: tuple[int, ...]
    """The places of those that require no word."""
    labels: frozenset[str]
    """The words that stand for their requirements."""

    def sharing(self, units: Iterable[Unit]) -> tuple[Example, ...]:
        """Return the examples that require a word of some units, or none, in their order.

        Of very many, the nearest few.
        """
        said = [unit for unit in units if not unit.is_aside]
        keys = {key for unit in said for key in unit.keys}
        found = set(self.bare).union(*(self.places.get(key, ()) for key in keys))
        if len(found) > MANY:
            texts = {place: self.texts[place] for place in found}
            near = process.extract(self._text(said), texts, scorer=fuzz.ratio, limit=NEAREST)
            found = {place for _, _, place in near}
        return tuple(self.examples[place] for place in sorted(found))

    def _text(self, units: Iterable[Unit]) -> str:
        """Return a message as these examples write it, in alphabetical order."""
        counting = [unit for unit in units if not unit.is_ignorable and not unit.mention]
        words = [min(u.keys & self.labels, default=u.text.lower()) for u in counting]
        return " ".join(sorted((*map(slot_mask, self.examples[0].slots), *words)))


def by_slots(examples: Iterable[Example]) -> Mapping[frozenset[Slot], ExampleBook]:
    """Return examples by what they leave open."""
    found: dict[frozenset[Slot], list[Example]] = {}
    for example in examples:
        found.setdefault(example.slots, []).append(example)
    return {slots: _book(tuple(alike)) for slots, alike in found.items()}


def _book(examples: tuple[Example, ...]) -> ExampleBook:
    places: dict[str, list[int]] = {}
    for place, example in enumerate(examples):
        for key in frozenset[str]().union(*example.requirements):
            places.setdefault(key, []).append(place)
    return ExampleBook(
        examples,
        tuple(" ".join(sorted(example.mask.split())) for example in examples),
        {key: tuple(own) for key, own in places.items()},
        tuple(place for place, example in enumerate(examples) if not example.requirements),
        frozenset(label(r) for example in examples for r in example.requirements),
    )


def compile_examples(
    language: Language, vocabulary: Vocabulary, type_words: AbstractSet[str]
) -> Iterator[Example]:
    """Yield the examples of the intents that look something up.

    Words for a type (`type_words`) ask nothing in an example: readings explain them.
    """
    silent = type_words | {question_key(kind) for kind in language.free_question_words}
    for intent in language.intents.values():
        if intent.select is not Select.NOTHING:
            yield from _compile(intent, vocabulary, silent)


def label(requirement: Requirement) -> str:
    """Return the one word that stands for a requirement in a mask."""
    return min(requirement)


def _compile(intent: Intent, vocabulary: Vocabulary, silent: AbstractSet[str]) -> Iterator[Example]:
    slots_of = {text: [Slot(name) for name in SLOT.findall(text)] for text in intent.examples}
    required = {
        text: tuple(_content(SLOT.sub(" ", text), vocabulary, silent)) for text in intent.examples
    }
    intent_words: dict[frozenset[Slot], set[str]] = {}
    for text, slots in slots_of.items():
        intent_words.setdefault(frozenset(slots), set()).update(*required[text])
    for text, slots in slots_of.items():
        mask = [*(slot_mask(slot) for slot in slots), *(label(r) for r in required[text])]
        kind = frozenset(slots)
        yield Example(
            intent, text, kind, required[text], " ".join(mask), frozenset(intent_words[kind])
        )


def slot_mask(slot: Slot) -> str:
    """Return what stands for a slot in a mask."""
    return f"{{{slot}}}"


def _content(
    phrase: str, vocabulary: Vocabulary, silent: AbstractSet[str]
) -> Iterator[Requirement]:
    """Yield what an example requires beside its slots: the words that say something."""
    for unit, requirement in vocabulary.read(phrase):
        is_ignorable = unit.is_ignorable and not unit.question
        if not is_ignorable and not requirement <= silent:
            yield requirement
