"""Compile the content once, so that an utterance and the phrases compare like with like."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import REFERENCE_IN_TEXT, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Anaphor, Calendar, Language, Slot
from jumelage_bot.domain.values import Text
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.clauses import ClauseWords
from jumelage_bot.understanding.examples import ExampleBook, by_slots, compile_examples
from jumelage_bot.understanding.lexicon import Lexicon, build_lexicon
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import (
    Family,
    build_phrase_book,
    listed_phrases,
    phrase_key,
)
from jumelage_bot.understanding.signs import Requirements, Signs, compile_signs
from jumelage_bot.understanding.talk import TalkBook, compile_smalltalk
from jumelage_bot.understanding.vocabulary import Vocabulary
from jumelage_bot.understanding.wordbook import SaidPhrases, Wordbook, compile_wordbook

MAX_SMALL = 4
"""Letters of an article, a pronoun or a preposition; "Madame" is none."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """What understanding needs of the content."""

    knowledge: KnowledgeBase
    language: Language
    parser: Parser
    vocabulary: Vocabulary
    lexicon: Lexicon
    wordbook: Wordbook
    """The words of the content: what a misspelt word may be corrected to."""
    signs: Signs
    """What evokes each property, or is said of it."""
    calendar_words: Mapping[Calendar, frozenset[str]]
    """The words that tell what stretch of time a number is."""
    nominal_questions: frozenset[str]
    """The question words that are nouns, folded: "date" asks nothing in "date de 1999"."""
    examples: Mapping[frozenset[Slot], ExampleBook]
    """Those of the intents that look something up, by what they leave open."""
    example_words: frozenset[str]
    """The keys of all words that an example says beside its slots."""
    smalltalk: TalkBook
    type_words: Mapping[str, frozenset[str]]
    """Word -> the types it designates, one or many."""
    words_of_type: Mapping[str, frozenset[str]]
    """Type -> the words that designate it."""
    plural_words: frozenset[str]
    """Words that extend a question to all entities of a type."""
    clause_words: ClauseWords
    number_words: frozenset[str]
    """Before a type they only count what is listed anyway ("les deux chartes")."""
    every_words: frozenset[str]
    """Those of them that say that nothing is left out."""
    qualifiers: tuple[tuple[str, ...], ...]
    """The words of each phrase that makes a number less exact."""
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
    plural = [w for t in knowledge.types.values() if t.role is Role.PARTNER for w in t.plural]
    examples = tuple(compile_examples(language, vocabulary, partner_words))
    return Grammar(
        knowledge=knowledge,
        language=language,
        parser=parser,
        vocabulary=vocabulary,
        lexicon=build_lexicon(knowledge),
        wordbook=_wordbook(knowledge, language, parser),
        signs=compile_signs(knowledge, vocabulary, _pointing_words(language)),
        calendar_words={c: frozenset(_all_words(language.calendar[c])) for c in Calendar},
        nominal_questions=frozenset(map(phrase_key, language.nominal_question_words)),
        examples=by_slots(examples),
        example_words=frozenset(word for e in examples for word in e.intent_words),
        smalltalk=compile_smalltalk(language, vocabulary),
        type_words=type_words,
        words_of_type={
            kind: frozenset(word for word, types in type_words.items() if kind in types)
            for kind in knowledge.types
        },
        plural_words=frozenset(phrase_key(phrase) for phrase in (*plural, *language.all_words)),
        clause_words=_clause_words(language),
        number_words=frozenset(language.numbers),
        every_words=frozenset(map(phrase_key, language.all_words)),
        qualifiers=tuple(map(words, knowledge.qualifiers)),
        notions={
            notion: tuple(vocabulary.requirements(name) for name in _names(notion, knowledge))
            for notion in knowledge.with_role(Role.NOTION)
        },
        beside={kind.id: _keys(kind.beside, vocabulary) for kind in knowledge.types.values()},
    )


def _keys(phrases: Iterable[str], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the keys of all words of some phrases."""
    return frozenset(k for phrase in phrases for r in vocabulary.requirements(phrase) for k in r)


def _clause_words(language: Language) -> ClauseWords:
    """Return the words that open clauses; a sentence also with small ones that ask nothing."""
    phrases = (phrase for asked in language.question_words.values() for phrase in asked)
    asking = frozenset(first for first, *_ in map(words, phrases))
    small = (first for first, *_ in map(words, language.ignorable) if len(first) <= MAX_SMALL)
    return ClauseWords(
        openers=frozenset(_all_words(language.clause_words)),
        reporting=frozenset(_all_words(language.reporting)),
        starters=asking.union(small),
        asking=asking,
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


def _names(entity: str, knowledge: KnowledgeBase) -> tuple[str, ...]:
    return (knowledge.entities[entity].name, *knowledge.entities[entity].aliases)


def _wordbook(knowledge: KnowledgeBase, language: Language, parser: Parser) -> Wordbook:
    return compile_wordbook(
        SaidPhrases(
            tuple(_asking_phrases(knowledge, language)),
            tuple(_other_phrases(knowledge, language)),
            tuple(phrase for phrase in language.ignorable if " " not in phrase),
        ),
        language.rewrites,
        knowledge.distinct_words,
        parser,
    )


def _asking_phrases(knowledge: KnowledgeBase, language: Language) -> Iterator[str]:
    """Yield every phrase by which something is asked."""
    for kind in knowledge.types.values():
        yield from (*kind.singular, *kind.plural, *kind.beside)
    for each in knowledge.properties.values():
        yield from (*each.cues, *each.more, *each.less, *each.most, *each.least)
        yield from (cue for state in each.states for cue in state.cues)
    for notion in knowledge.with_role(Role.NOTION):
        yield from _names(notion, knowledge)
    yield from listed_phrases(language, {Family.SYNONYM, Family.QUESTION})
    yield from (*language.numbers, *language.ordinals, *language.months)
    for words_for in language.calendar.values():
        yield from words_for


def _other_phrases(knowledge: KnowledgeBase, language: Language) -> Iterator[str]:
    """Yield what else the content says: how one asks, and the texts of the facts."""
    for intent in language.intents.values():
        yield from intent.examples
    yield from (*language.frames_before, *language.frames_after, *language.reporting)
    yield from listed_phrases(language, {Family.IGNORABLE, Family.OPERATOR})
    for fact in knowledge.facts.values():
        for value in fact.values:
            if isinstance(value, Text):
                yield REFERENCE_IN_TEXT.sub(" ", value.content)


def _pointing_words(language: Language) -> frozenset[str]:
    """Return the words for what is other than what was said before ("l'autre ville")."""
    phrases = [frozenset(words(phrase)) for phrase in language.anaphora[Anaphor.OTHER]]
    return frozenset.intersection(*phrases) if phrases else frozenset()


def _all_words(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from words(phrase)
