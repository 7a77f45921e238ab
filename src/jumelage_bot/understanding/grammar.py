"""Compile the content once, so that an utterance and the phrases compare like with like."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import REFERENCE_IN_TEXT, Kind, Property, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Calendar, Intent, Language, Select, Slot
from jumelage_bot.domain.values import Text
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.examples import SLOT, Example, compile_examples
from jumelage_bot.understanding.mentions import Lexicon, build_lexicon
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import (
    build_phrase_book,
    is_question_key,
    listed_words,
    phrase_key,
)
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
class Grammar:
    """What understanding needs of the content."""

    knowledge: KnowledgeBase
    language: Language
    parser: Parser
    vocabulary: Vocabulary
    lexicon: Lexicon
    forms: frozenset[str]
    """Every word of the content: what a misspelt word may be corrected to."""
    cues: Mapping[str, tuple[Requirements, ...]]
    """Property -> what each of its cues requires."""
    cues_by_key: Mapping[str, tuple[tuple[str, Requirements], ...]]
    """Key -> (property, cue) for the cues of which a word has that key."""
    undated_cues: Mapping[str, tuple[Requirements, ...]]
    """Property that is a date -> its cues without the word that asks when."""
    order_words: Mapping[str, OrderWords]
    """Property -> the words that order things by it."""
    calendar_words: Mapping[Calendar, frozenset[str]]
    states: Mapping[str, tuple[tuple[str, tuple[Requirements, ...]], ...]]
    """Property -> each value it can take, with what each of its phrases requires."""
    nominal_questions: frozenset[str]
    """The question words that are nouns, folded: "date" asks nothing in "date de 1999"."""
    passages: Mapping[str, Mapping[tuple[str, str], frozenset[str]]]
    """Property -> (subject, property) of its facts -> the words of its text."""
    examples: Mapping[frozenset[Slot], tuple[Example, ...]]
    """Those of the intents that look something up, by what they leave open."""
    smalltalk: tuple[tuple[Intent, str, str], ...]
    """Intent, example, and the example folded."""
    talk_words: frozenset[str]
    """Every word of the examples of small talk, and every ignorable one."""
    type_words: Mapping[str, frozenset[str]]
    """Word -> the types it designates, one or many."""
    plural_words: frozenset[str]
    """Words that extend a question to all entities of a type."""
    number_words: frozenset[str]
    """Before a type they only count what is listed anyway ("les deux chartes")."""
    every_words: frozenset[str]
    """Those of them that say that nothing is left out."""
    notions: Mapping[str, tuple[Requirements, ...]]
    """Notion -> what each of its names requires; one of them makes a question ours."""
    beside: Mapping[str, frozenset[str]]
    """Type of area -> the words beside which it stands for our partners."""


def compile_grammar(knowledge: KnowledgeBase, language: Language, parser: Parser) -> Grammar:
    """Return the content ready for matching; its phrases become units as utterances do."""
    vocabulary = Vocabulary(
        parser, build_phrase_book(language, parser), language.relative_question_words
    )
    type_words = _type_words(knowledge, vocabulary)
    partners = {t.id for t in knowledge.types.values() if t.role is Role.PARTNER}
    partner_words = {word for word, types in type_words.items() if types & partners}
    cues = {
        p.id: tuple(vocabulary.requirements(cue) for cue in p.cues)
        for p in knowledge.properties.values()
    }
    plural = [w for t in knowledge.types.values() if t.role is Role.PARTNER for w in t.plural]
    return Grammar(
        knowledge,
        language,
        parser,
        vocabulary,
        build_lexicon(knowledge),
        listed_words(language) | {w for text in _phrases(knowledge, language) for w in words(text)},
        cues,
        _by_key(cues),
        {
            p.id: tuple(u for cue in cues[p.id] if (u := _undated(cue)) and u != cue)
            for p in knowledge.properties.values()
            if p.kind is Kind.MOMENT
        },
        {p.id: _order_words(p, vocabulary) for p in knowledge.properties.values()},
        {c: frozenset(w for p in language.calendar[c] for w in words(p)) for c in Calendar},
        {
            p.id: tuple(
                (s.value, tuple(vocabulary.requirements(cue) for cue in s.cues)) for s in p.states
            )
            for p in knowledge.properties.values()
            if p.states
        },
        frozenset(map(phrase_key, language.nominal_question_words)),
        _passages(knowledge, vocabulary),
        _by_slots(compile_examples(language, vocabulary, partner_words)),
        tuple((intent, text, " ".join(words(text))) for intent, text in _smalltalk(language)),
        frozenset(
            word
            for text in (*language.ignorable, *(text for _, text in _smalltalk(language)))
            for word in words(text)
        ),
        type_words,
        frozenset(phrase_key(phrase) for phrase in (*plural, *language.all_words)),
        frozenset(language.numbers),
        frozenset(map(phrase_key, language.all_words)),
        {
            notion: tuple(vocabulary.requirements(name) for name in _names(notion, knowledge))
            for notion in knowledge.with_role(Role.NOTION)
        },
        {
            kind.id: frozenset(
                key for word in kind.beside for r in vocabulary.requirements(word) for key in r
            )
            for kind in knowledge.types.values()
        },
    )


def _type_words(knowledge: KnowledgeBase, vocabulary: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return word -> types; a word of a synonym group brings the whole group."""
    found: dict[str, set[str]] = {}
    for kind in knowledge.types.values():
        for phrase in (*kind.singular, *kind.plural):
            requirements = vocabulary.requirements(phrase)
            groups = [k for r in requirements for k in r if k.startswith("=")]
            for key in (phrase_key(phrase), *(groups if len(requirements) == 1 else ())):
                found.setdefault(key, set()).add(kind.id)
    return {key: frozenset(types) for key, types in found.items()}


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


def _passages(
    knowledge: KnowledgeBase, vocabulary: Vocabulary
) -> Mapping[str, Mapping[tuple[str, str], frozenset[str]]]:
    """Return the content words of the texts, by property: names and small words left out."""
    found: dict[str, dict[tuple[str, str], frozenset[str]]] = {}
    for key, fact in knowledge.facts.items():
        text = " ".join(v.content for v in fact.values if isinstance(v, Text))
        said = REFERENCE_IN_TEXT.sub(" ", text)
        words = {k for unit, _ in vocabulary.read(said) if not unit.is_ignorable for k in unit.keys}
        if words:
            found.setdefault(fact.property, {})[key] = frozenset(words)
    return found


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


def _by_slots(examples: Iterable[Example]) -> Mapping[frozenset[Slot], tuple[Example, ...]]:
    found: dict[frozenset[Slot], list[Example]] = {}
    for example in examples:
        found.setdefault(example.slots, []).append(example)
    return {slots: tuple(alike) for slots, alike in found.items()}


def _smalltalk(language: Language) -> Iterator[tuple[Intent, str]]:
    for intent in language.intents.values():
        if intent.select is Select.NOTHING:
            yield from ((intent, example) for example in intent.examples)


def _names(entity: str, knowledge: KnowledgeBase) -> tuple[str, ...]:
    return (knowledge.entities[entity].name, *knowledge.entities[entity].aliases)


def _phrases(knowledge: KnowledgeBase, language: Language) -> Iterator[str]:
    """Yield every phrase of the content that is not a name of an entity."""
    for kind in knowledge.types.values():
        yield from (*kind.singular, *kind.plural, *kind.beside)
    for each in knowledge.properties.values():
        yield from (*each.cues, *each.more, *each.less, *each.most, *each.least)
        yield from (cue for state in each.states for cue in state.cues)
    for intent in language.intents.values():
        yield from (SLOT.sub(" ", example) for example in intent.examples)
    for notion in knowledge.with_role(Role.NOTION):
        yield from _names(notion, knowledge)
    yield from (*language.frames_before, *language.frames_after)
