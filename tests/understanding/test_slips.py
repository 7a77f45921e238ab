"""A slip of the fingers or of the ear is told from another word."""

import pytest

from fakes import FakeParser
from jumelage_bot.understanding.slips import slip_cost, twins
from jumelage_bot.understanding.spelling import correct_words

FORMS = frozenset({"villes", "combien", "source", "sorte", "jumelage", "jumelees", "population"})
FRENCH = ("viles", "combine", "sourde", "vielles", "signe")
PARSER = FakeParser({word: (word,) for word in (*FORMS, *FRENCH)})


def corrected(word: str) -> str:
    (token,) = correct_words(PARSER.parse(word).tokens, frozenset(), FORMS, PARSER)
    return token.folded


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("populaton", "population"),
        ("popualtion", "population"),
        # a letter left out before a letter replaced
        ("sorce", "source"),
        ("jumelae", "jumelage"),
        # words of French that are twins of ours
        ("viles", "villes"),
        ("combine", "combien"),
        # and others that are not
        ("sourde", "sourde"),
        ("vielles", "vielles"),
        ("signe", "signe"),
    ],
)
def test_a_word_is_corrected_to_what_was_likely_meant(typed: str, meant: str) -> None:
    assert corrected(typed) == meant


@pytest.mark.parametrize(
    ("nearer", "farther", "meant"),
    [
        ("kirchdorff", "kirchorf", "kirchdorf"),
        ("kirchorf", "kirchdxorf", "kirchdorf"),
        ("kircdhorf", "kirchdolf", "kirchdorf"),
        ("kirchtorf", "kirchxorf", "kirchdorf"),
    ],
)
def test_a_likely_slip_costs_less(nearer: str, farther: str, meant: str) -> None:
    # One edit each, or a single letter for a double one.
    assert slip_cost(nearer, meant, 1) < slip_cost(farther, meant, 1)


def test_the_twins_of_a_word_are_few() -> None:
    assert set(twins("viles")) == {"vviles", "villes", "viless"}
    assert "combien" in set(twins("combine"))
    assert not set(twins("maire")) & {"marie", "amire"}
