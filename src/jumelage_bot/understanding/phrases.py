"""The phrases that the content lists, and where they stand in an utterance."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from jumelage_bot.domain.language import Language
from jumelage_bot.domain.utterance import Token
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.normalise import words


class Family(Enum):
    """What a listed phrase is good for."""

    SYNONYM = auto()
    QUESTION = auto()
    IGNORABLE = auto()
    OPERATOR = auto()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Consecutive words that count as one."""

    words: tuple[frozenset[str], ...]
    """For each word, the forms or lemmas it is recognised by."""
    family: Family
    head: str
    """The synonym group or the kind of question word."""
    text: str
    """As the editor wrote it, accents included."""


PhraseBook = Mapping[str, tuple[Phrase, ...]]
"""First word -> the phrases that begin with it."""


def build_phrase_book(language: Language, parser: Parser) -> PhraseBook:
    """Return the phrases of a language by their first word."""
    book: dict[str, list[Phrase]] = {}
    for family, head, text in _listed(language):
        # Synonyms are recognised in all their forms; the rest is a closed list of forms.
        is_inflected = family is Family.SYNONYM
        keys = tuple(
            content_keys(word, parser) if is_inflected else frozenset({word})
            for word in words(text)
        )
        phrase = Phrase(keys, family, head, text.lower())
        for key in keys[0]:
            book.setdefault(key, []).append(phrase)
    return {key: tuple(phrases) for key, phrases in book.items()}


def phrases_at(
    index: int, tokens: Sequence[Token], book: PhraseBook, stops: frozenset[int]
) -> list[Phrase]:
    """Return the longest phrases that stand at an index and reach over no stop.

    "où" asks for a place and "ou" does not: accents decide, if any were written in the message.
    """
    token = tokens[index]
    begun = {id(p): p for key in (token.folded, *token.lemmas) for p in book.get(key, ())}
    if not begun:
        return []
    found = [
        phrase
        for phrase in begun.values()
        if _stands_at(index, phrase, tokens)
        and stops.isdisjoint(range(index + 1, index + len(phrase.words)))
    ]
    length = max((len(phrase.words) for phrase in found), default=0)
    longest = [phrase for phrase in found if len(phrase.words) == length]
    written = " ".join(t.text.lower() for t in tokens[index : index + length])
    if len(longest) == 1 or all(t.text.isascii() for t in tokens):
        return longest
    return [phrase for phrase in longest if phrase.text == written] or longest


def content_keys(word: str, parser: Parser) -> frozenset[str]:
    """Return what a word of the content is recognised by: itself if it is a base form.

    An inflected form stands for its base forms too; a base form does not stand for others
    it could be an inflection of ("cité", accents aside, is not "citer").
    """
    lemmas = parser.lemmas(word)
    return frozenset({word}) if word in lemmas else lemmas | {word}


def head_key(head: str) -> str:
    """Return the key that all phrases of a synonym group share."""
    return f"={head}"


def is_group_key(key: str) -> bool:
    """Return whether a key is that of a synonym group."""
    return key.startswith("=")


def question_key(kind: str) -> str:
    """Return the key that all question words of a kind share."""
    return f"?{kind}"


def is_question_key(key: str) -> bool:
    """Return whether a key is that of a kind of question word."""
    return key.startswith("?")


def operator_key(operator: str) -> str:
    """Return the key that all phrases of a operator share."""
    return f"<{operator}"


def is_operator_key(key: str) -> bool:
    """Return whether a key is that of an operator."""
    return key.startswith("<")


def phrase_key(phrase: str) -> str:
    """Return the key of the very form of a phrase, number and gender included."""
    return "".join(words(phrase))


def listed_phrases(language: Language, families: Container[Family]) -> Iterator[str]:
    """Yield the phrases of some families."""
    return (text for family, _, text in _listed(language) if family in families)


def _listed(language: Language) -> Iterator[tuple[Family, str, str]]:
    for head, synonyms in language.synonyms.items():
        yield from ((Family.SYNONYM, head, text) for text in synonyms)
    for kind, asked in language.question_words.items():
        yield from ((Family.QUESTION, kind, text) for text in asked)
    yield from ((Family.IGNORABLE, "", text) for text in language.ignorable)
    yield from ((Family.SYNONYM, text, text) for text in language.all_words)
    for operator, compared in language.operators.items():
        yield from ((Family.OPERATOR, operator, text) for text in compared)


def _stands_at(index: int, phrase: Phrase, tokens: Sequence[Token]) -> bool:
    if index + len(phrase.words) > len(tokens):
        return False
    is_inflected = phrase.family is Family.SYNONYM
    return all(
        token.folded in keys or (is_inflected and not keys.isdisjoint(token.lemmas))
        for token, keys in zip(tokens[index:], phrase.words, strict=False)
    )
