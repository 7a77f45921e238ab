"""Tell what the content lists twice.

A phrase may well stand in two lists: in two groups of synonyms it means both. In one list,
or as an example of two intents, the second does nothing or is never found.
"""

import re
import unicodedata
from collections.abc import Iterator

from jumelage_bot.loading.problems import Problem
from jumelage_bot.loading.shapes import LanguageShape
from jumelage_bot.loading.yaml_files import Path_, Plain, YamlFile
from jumelage_bot.understanding.normalise import fold

EXAMPLES = "examples"
NAMES = frozenset({"aliases", "nicknames"})
"""The lists that are there for other spellings, were it of a hyphen."""
_WORD = re.compile(r"\{\w+\}|[^\W_]+")


def repeat_problems(file: YamlFile) -> Iterator[Problem]:
    """Yield what stands twice in a list of a file, the examples of intents left out."""
    yield from _repeats((), file.content, file)


def example_problems(shape: LanguageShape, file: YamlFile) -> Iterator[Problem]:
    """Yield the examples that are those of another intent, or stand twice in their own."""
    first: dict[str, Path_] = {}
    for intent_id, intent in shape.intents.items():
        for number, example in enumerate(intent.examples):
            place = ("intents", intent_id, EXAMPLES, number)
            before = first.setdefault(_read(fold(example)), place)
            if before != place:
                where = f"{before[1]!r} already (line {file.line(before)})"
                yield file.problem(place, f"{example!r} is an example of {where}")


def word_problems(shape: LanguageShape, file: YamlFile) -> Iterator[Problem]:
    """Yield the spellings, numbers and question words that cannot mean two things and do."""
    for section, written in (("rewrites", [*shape.rewrites]), ("numbers", [*shape.numbers])):
        first: dict[str, str] = {}
        for word in written:
            if (other := first.setdefault(fold(word), word)) != word:
                yield file.problem((section, word), f"{word!r} is written already, as {other!r}")
    kinds: dict[str, str] = {}
    for kind, asked in shape.question_words.items():
        for number, phrase in enumerate(asked):
            if (other := kinds.setdefault(_read(phrase.lower()), kind)) != kind:
                what = f"{phrase!r} is a question word of the kind {other!r} already"
                yield file.problem(("question_words", kind, number), what)


def _repeats(place: Path_, content: Plain, file: YamlFile) -> Iterator[Problem]:
    match content:
        case dict():
            for key, value in content.items():
                yield from _repeats((*place, key), value, file)
        case list() if place[-1] != EXAMPLES:
            first: dict[str, int] = {}
            for number, text in enumerate(content):
                if isinstance(text, str):
                    before = first.setdefault(_key(text, place), number)
                    if before != number:
                        where = f"as {content[before]!r} (line {file.line((*place, before))})"
                        what = f"{text!r} is listed already, {where}"
                        yield file.problem((*place, number), what)


def _key(text: str, place: Path_) -> str:
    text = unicodedata.normalize("NFC", text).lower()
    return " ".join(text.split()) if place[-1] in NAMES else _read(text) or text


def _read(text: str) -> str:
    """Return a phrase as it is matched: its words and slots, without punctuation."""
    return " ".join(_WORD.findall(text))
