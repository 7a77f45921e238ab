"""Tell that a message is in another language than French."""

from jumelage_bot.domain.language import ForeignLanguage
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words

MIN_WORDS = 2
"""One may be a name, or said in French: "Who ?", "hello", "The Voice"."""


def foreign_language(text: str, grammar: Grammar) -> str | None:
    """Return the language of a message that was cleaned; None if it may be French.

    Two different words of a language are enough, if no more of the others are French.
    """
    said = frozenset(words(text))
    told = {
        name: (len(said & language.words), len(said & language.shared))
        for name, language in grammar.language.foreign.items()
    }
    best = max(told, key=lambda name: told[name], default=None)
    if best is None or told[best][0] < MIN_WORDS:
        return None
    french = _french(said - _names(text), grammar.language.foreign[best], grammar)
    return best if told[best][0] > french else None


def _french(said: frozenset[str], foreign: ForeignLanguage, grammar: Grammar) -> int:
    """Return how many words are French, by the tables of lemmas or by the content."""
    rest = said - foreign.words - foreign.shared
    return sum(
        bool(grammar.parser.lemmas(word)) or word in grammar.wordbook.counts for word in rest
    )


def _names(text: str) -> frozenset[str]:
    """Return the words that are names, by their capitals within a sentence."""
    if text.isupper():
        return frozenset()
    return frozenset(w for word in text.split()[1:] if word[0].isupper() for w in words(word))
