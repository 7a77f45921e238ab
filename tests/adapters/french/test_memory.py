"""Words that nobody says twice leave nothing behind."""

from jumelage_bot.adapters.french.lemmatizer import MAX_REMEMBERED
from jumelage_bot.adapters.french.parser import SpacyParser

WORDS_A_TEXT = 100
LETTERS = "abcdefghij"


def unseen(number: int) -> str:
    """Return a word of letters that no other number gives."""
    return "z" + "".join(LETTERS[int(digit)] for digit in f"{number:05}")


def say_unseen_words(parser: SpacyParser, count: int) -> None:
    for start in range(0, count, WORDS_A_TEXT):
        parser.parse(" ".join(map(unseen, range(start, start + WORDS_A_TEXT))))


def test_a_parser_forgets_the_words_of_long_ago(parser: SpacyParser) -> None:
    nlp = parser._nlp  # noqa: SLF001  # its caches are what is tested
    strings = len(nlp.vocab.strings)

    say_unseen_words(parser, MAX_REMEMBERED + WORDS_A_TEXT)

    assert len(nlp.vocab.strings) == strings
    assert len(nlp.get_pipe("lemmatizer").cache) <= MAX_REMEMBERED  # type: ignore[attr-defined]
    assert parser._tables.lemmas.cache_info().currsize <= MAX_REMEMBERED  # noqa: SLF001


def test_a_word_that_was_forgotten_has_its_lemmas_again(parser: SpacyParser) -> None:
    before = parser.parse("les villes jumelées")

    say_unseen_words(parser, MAX_REMEMBERED + WORDS_A_TEXT)

    assert parser.parse("les villes jumelées") == before
