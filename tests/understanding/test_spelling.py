"""A misspelt word is read as the word of the content that was likely meant, or left alone."""

import pytest

from fakes import FakeParser
from jumelage_bot.domain.analysis import Mention
from jumelage_bot.understanding.spelling import correct_words, named_words
from jumelage_bot.understanding.wordbook import SaidPhrases, compile_wordbook

ASKING = ("villes", "combien", "source", "jumelage", "population", "maire", "signé", "habitant")
SMALL = ("aussi",)
OTHERS = (
    "aussi",
    "quelle sorte",
    "est-elle {subject}",
    "notre",
    "notre charte",
    "notre ville",
    "écoles",
)
LEMMAS = {
    **{
        word: (word,) for word in ("sourde", "vielles", "carte", "mire", "sortes", "mais", "ecoles")
    },
    **dict.fromkeys(("signer", "signe", "signee"), ("signer",)),
    "combine": ("combiner",),
    "viles": ("vil",),
    "maire": ("maire",),
    "source": ("source",),
}
PARSER = FakeParser(LEMMAS)
BOOK = compile_wordbook(
    SaidPhrases(ASKING, OTHERS, SMALL), {"abitan": "habitant"}, ("carte",), PARSER
)


def corrected(text: str, index: int = 0) -> str:
    """Return what a word of a text is read as: what was written, if it is not corrected."""
    tokens = PARSER.parse(text).tokens
    return correct_words(tokens, frozenset(), BOOK).get(index, tokens[index].text)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("populaton", "population"),
        ("popualtion", "population"),
        # a letter left out before a letter replaced
        ("sorce", "source"),
        ("jumelae", "jumelage"),
        # another form of a word that asks something
        ("sgnee", "signee"),
        # a short one that is said everywhere
        ("ausi", "aussi"),
        # words of French that ours are likely slips for
        ("viles", "villes"),
        ("combine", "combien"),
        ("mire", "maire"),
        # and others that are left alone
        ("sourde", "sourde"),
        ("vielles", "vielles"),
        # by ear
        ("jumelaj", "jumelage"),
        ("populasion", "population"),
        # glued to what is elided
        ("dabitan", "d'habitant"),
        ("lekol", "l'écoles"),
    ],
)
def test_a_word_is_corrected_to_what_was_likely_meant(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


def test_a_word_listed_as_distinct_is_left_alone() -> None:
    assert corrected("notre carte", 1) == "carte"


def test_a_short_word_is_corrected_beside_its_usual_neighbour() -> None:
    assert corrected("est ele", 1) == "elle"
    assert corrected("mais ele", 1) == "ele"


def test_a_name_inside_a_sentence_is_left_alone_unless_all_is_in_capitals() -> None:
    assert corrected("notre Jumelag", 1) == "Jumelag"
    assert corrected("notre JUMELAG a toi", 1) == "jumelage"


@pytest.mark.parametrize(
    ("entities", "is_named"), [(("colombie",), True), ((), False)], ids=["ours", "another's"]
)
def test_a_misspelt_name_as_near_as_a_word_is_ours_or_that_word(
    entities: tuple[str, ...], *, is_named: bool
) -> None:
    mention = Mention(0, 1, entities, "combie", 1 - 1 / 8, alias="colombie")

    assert named_words((mention,), PARSER.parse("combie").tokens, BOOK) == (
        {0} if is_named else set()
    )
