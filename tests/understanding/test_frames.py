"""What introduces or trails a question is set aside, and nothing else."""

import re

import pytest

from fakes import FakeParser
from jumelage_bot.domain.analysis import Mention, Unit
from jumelage_bot.domain.utterance import Token
from jumelage_bot.understanding.frames import set_frames_aside, set_reports_aside

PARSER = FakeParser(lemmas={"demande": ("demander",), "exposes": ("expose",)})
BEFORE = ("besoin de", "demander")
AFTER = ("pour mon", "pour ce")


def unit_of(token: Token, index: int, clause: int) -> Unit:
    """Return a unit of one word; capitals name something, "qui" asks, "le" says nothing."""
    is_name = bool(re.match("[A-Z]", token.text))
    return Unit(
        index,
        index + 1,
        token.text,
        clause,
        frozenset({token.folded}),
        question="qui" if token.folded == "qui" else None,
        is_ignorable=token.folded in {"le", "de", "on", "besoin"},
        is_number=token.is_number,
        mention=Mention(index, index + 1, (token.folded,), token.text) if is_name else None,
    )


def aside(text: str) -> list[str]:
    """Return the words set aside; a comma ends a clause."""
    tokens = PARSER.parse(text).tokens
    units = [unit_of(t, i, text[: t.start].count(",")) for i, t in enumerate(tokens)]
    framed = set_frames_aside(units, tokens, BEFORE, AFTER)
    assert [u.text for u in framed] == [u.text for u in units]
    return [u.text for u in framed if u.is_aside]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # before: all that precedes it in its clause, and the frame
        ("mon patron a besoin de la population", ["mon", "patron", "a", "besoin", "de"]),
        ("bonjour, on a besoin de population", ["on", "a", "besoin", "de"]),
        # a lemma is enough
        ("ma fille demande la population", ["ma", "fille", "demande"]),
        # a name is enough
        ("on a besoin de Valombre", ["on", "a", "besoin", "de"]),
        # after: the frame and all that follows in its clause
        (
            "Valombre population pour mon exposé de demain",
            ["pour", "mon", "exposé", "de", "demain"],
        ),
        ("Valombre population pour mon exposé, merci", ["pour", "mon", "exposé"]),
        # both at once
        ("besoin de population Valombre pour ce soir", ["besoin", "de", "pour", "ce", "soir"]),
        # none
        ("la population", []),
        # after, but nothing else names what the message is about
        ("la population pour mon exposé", []),
        ("pour quoi", []),
        ("besoin la population", []),
    ],
)
def test_a_frame_is_set_aside_to_the_edge_of_its_clause(text: str, words: list[str]) -> None:
    assert aside(text) == words


@pytest.mark.parametrize(
    "text",
    [
        # it would be all that the clause says
        "la ville a besoin de",
        # it asks something itself
        "qui a besoin de population",
    ],
)
def test_a_frame_that_is_the_question_itself_stays(text: str) -> None:
    assert aside(text) == []


def test_a_name_before_a_frame_stays_in_the_question() -> None:
    assert aside("notre ami de Valombre a besoin de population") == [
        *("notre", "ami", "de", "a", "besoin", "de"),
    ]


def test_a_name_after_a_frame_keeps_all_of_it() -> None:
    assert aside("la population pour mon voyage à Valombre") == []


def test_a_year_stays_and_another_number_does_not() -> None:
    assert aside("Valombre population pour mon exposé de 1999") == ["pour", "mon", "exposé", "de"]
    assert aside("Valombre population pour mon exposé de 12 pages") == [
        *("pour", "mon", "exposé", "de", "12", "pages"),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        # who says so tells nothing
        ("ma voisine soutient, Valombre brille", ["ma", "voisine", "soutient"]),
        # unless it names, asks or denies
        ("Paul soutient, Valombre brille", []),
        ("qui soutient, Valombre brille", []),
        ("personne ne soutient, Valombre brille", []),
    ],
)
def test_who_says_so_is_set_aside(text: str, words: list[str]) -> None:
    tokens = PARSER.parse(text).tokens
    units = [unit_of(t, i, text[: t.start].count(",")) for i, t in enumerate(tokens)]

    left = set_reports_aside(units, {0}, denying="ne")

    assert [u.text for u in left if u.is_aside] == words
