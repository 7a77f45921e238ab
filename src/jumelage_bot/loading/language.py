"""Read intents.yaml: what can be asked and what is said back."""

from collections.abc import Iterator

from jumelage_bot.answering.replies import APOLOGY_VARIABLES, REPLIES, RESPONSE_VARIABLES
from jumelage_bot.answering.templates import template_faults
from jumelage_bot.domain.language import (
    Anaphor,
    ForeignLanguage,
    Intent,
    Language,
    Select,
    Slot,
    Tuning,
)
from jumelage_bot.loading.gazetteer import month_names
from jumelage_bot.loading.problems import Problem, did_you_mean, nearest, unknown
from jumelage_bot.loading.shapes import IntentShape, LanguageShape
from jumelage_bot.loading.yaml_files import YamlFile
from jumelage_bot.understanding.examples import SLOT
from jumelage_bot.understanding.normalise import fold, words

OWN_RESPONSE = frozenset({Select.ENTITIES, Select.COUNT, Select.SOURCE, Select.NOTHING})
"""What is found by such a query is worded by the intent itself."""
OUTCOMES = frozenset({"found"})
"""The outcomes that an intent may word."""


def to_language(shape: LanguageShape) -> Language:
    """Return the language of a file in the right form."""
    return Language(
        {i: Intent(i, s.query, s.examples, s.responses) for i, s in shape.intents.items()},
        {fold(short): long for short, long in shape.rewrites.items()},
        shape.synonyms,
        shape.question_words,
        shape.free_question_words,
        shape.past_question_word,
        shape.closed_question_words,
        shape.relative_question_words,
        shape.hanging_question_words,
        shape.nominal_question_words,
        shape.operators,
        shape.ignorable,
        shape.all_words,
        shape.frames_before,
        shape.frames_after,
        shape.clause_words,
        shape.joining_words,
        shape.pairing_words,
        shape.reporting,
        shape.closings,
        {fold(word): number for word, number in shape.numbers.items()},
        {fold(word): number for word, number in shape.ordinals.items()},
        {kind: shape.anaphora.get(kind, ()) for kind in Anaphor},
        {fold(word): number for word, number in shape.places.items()},
        shape.calendar,
        month_names(),
        shape.replies,
        {
            name: ForeignLanguage(s.says, _folded(s.words), _folded(s.shared))
            for name, s in shape.foreign_languages.items()
        },
        Tuning(
            shape.tuning.min_score,
            shape.tuning.min_smalltalk_score,
            shape.tuning.max_smalltalk_rest,
        ),
    )


def language_problems(shape: LanguageShape, file: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong between the parts of intents.yaml."""
    for intent_id, intent in shape.intents.items():
        yield from _intent_problems(intent_id, intent, file)
    for key, kinds in (
        ("free_question_words", shape.free_question_words),
        ("closed_question_words", shape.closed_question_words),
        ("relative_question_words", shape.relative_question_words),
        ("hanging_question_words", shape.hanging_question_words),
    ):
        for number, kind in enumerate(kinds):
            if kind not in shape.question_words:
                near = did_you_mean(kind, shape.question_words)
                what = f"unknown kind of question word {kind!r}{near}"
                yield file.problem((key, number), what)
    if shape.past_question_word not in shape.question_words:
        near = did_you_mean(shape.past_question_word, shape.question_words)
        what = f"unknown kind of question word {shape.past_question_word!r}{near}"
        yield file.problem(("past_question_word",), what)
    misspelt = {nearest(name, REPLIES) for name in shape.replies.keys() - REPLIES.keys()}
    for name in REPLIES.keys() - shape.replies.keys() - misspelt:
        yield file.problem(("replies",), f"{name!r} is missing")
    for name, template in shape.replies.items():
        if name not in REPLIES:
            yield file.problem(("replies", name), unknown("reply", name, REPLIES))
            continue
        for fault in template_faults(template, REPLIES[name]):
            yield file.problem(("replies", name), fault)
    yield from _foreign_problems(shape, file)


def question_word_problems(
    used: Iterator[tuple[str, str]], shape: LanguageShape, file: YamlFile
) -> Iterator[Problem]:
    """Yield the properties that name a kind of question word that is not declared."""
    for property_id, kind in used:
        if kind not in shape.question_words:
            near = did_you_mean(kind, shape.question_words)
            place = ("properties", property_id, "question_words")
            yield file.problem(place, f"unknown kind of question word {kind!r}{near}")


def _folded(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for phrase in listed for word in words(phrase))


def _foreign_problems(shape: LanguageShape, file: YamlFile) -> Iterator[Problem]:
    for name, foreign in shape.foreign_languages.items():
        place = ("foreign_languages", name)
        for fault in template_faults(foreign.says, APOLOGY_VARIABLES):
            yield file.problem((*place, "says"), fault)
        telling = _folded(foreign.words)
        for number, word in enumerate(foreign.shared):
            if _folded((word,)) <= telling:
                what = f"{word!r} is in 'words' already: it cannot tell nothing"
                yield file.problem((*place, "shared", number), what)


def _intent_problems(intent_id: str, intent: IntentShape, file: YamlFile) -> Iterator[Problem]:
    place = ("intents", intent_id)
    slots = {slot.value for slot in Slot}
    if not intent.examples:
        yield file.problem((*place, "examples"), "at least one example was expected")
    for number, example in enumerate(intent.examples):
        for name in SLOT.findall(example):
            if name not in slots:
                near = did_you_mean(name, slots)
                what = f"undeclared slot {{{name}}}{near}"
                yield file.problem((*place, "examples", number), what)
    misspelt = {nearest(name, OUTCOMES) for name in intent.responses.keys() - OUTCOMES}
    if intent.query in OWN_RESPONSE and "found" not in {*intent.responses, *misspelt}:
        yield file.problem(place, "'responses' must say what is answered when found")
    for name, template in intent.responses.items():
        if name not in OUTCOMES:
            yield file.problem((*place, "responses", name), unknown("outcome", name, OUTCOMES))
        for fault in template_faults(template, RESPONSE_VARIABLES):
            yield file.problem((*place, "responses", name), fault)
