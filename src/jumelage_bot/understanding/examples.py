"""Reduce the examples of the intents to slots and the words beside them."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jumelage_bot.domain.language import Intent, Language, Select, Slot
from jumelage_bot.understanding.phrases import question_key
from jumelage_bot.understanding.vocabulary import Requirement, Vocabulary

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
