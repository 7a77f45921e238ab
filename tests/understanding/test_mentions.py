"""Names are found as they are written or misspelt, and other names are left alone."""

import pytest

from fakes import FakeParser
from invented import a_knowledge_base
from jumelage_bot.understanding.lexicon import build_lexicon
from jumelage_bot.understanding.mentions import find_mentions

FRENCH = ("maire", "de", "la", "reunion", "ecole", "bleue", "les", "amis", "italien", "ami", "a")
PARSER = FakeParser({word: (word,) for word in FRENCH})
KNOWLEDGE = a_knowledge_base()
LEXICON = build_lexicon(KNOWLEDGE)


def mentions(text: str) -> list[tuple[str, str]]:
    """Return what was written and the entities it names; "-" for a name that is not ours."""
    found = find_mentions(PARSER.parse(text), LEXICON, KNOWLEDGE)
    return [(m.name, " ".join(m.entities) or "-") for m in found]


@pytest.mark.parametrize(
    ("text", "written", "entity"),
    [
        ("le maire de Valombre ?", "Valombre", "valombre"),
        ("MAIRE DE VALOMBRE", "VALOMBRE", "valombre"),
        ("maire de vallon ombre", "vallon ombre", "valombre"),
        ("maire de Vallon-Ombre", "Vallon-Ombre", "valombre"),
        ("maire de vallonombre", "vallonombre", "valombre"),
        ("maire d'orsenne", "orsenne", "orsenne"),
        ("la norvege", "norvege", "norvege"),
    ],
)
def test_a_name_is_found_however_it_is_typed(text: str, written: str, entity: str) -> None:
    assert mentions(text) == [(written, entity)]


def test_two_forms_of_one_name_make_one_bearer() -> None:
    assert LEXICON.ours["orsenne"] == ("orsenne",)


@pytest.mark.parametrize(
    ("word", "entity"),
    [
        ("Kirchdorv", "kirchdorf"),
        ("Kirchdrof", "kirchdorf"),
        ("Kirchdorff", "kirchdorf"),
        ("Kirchorf", "kirchdorf"),
        ("Kirshdorv", "kirchdorf"),
        ("Orsene", "orsenne"),
        ("Orssenne", "orsenne"),
        ("Ana Keller", "anna-keller"),
        # too far, or too short
        ("Kirxxdxrf", None),
        ("Birshdorf", None),
        ("Orsonme", None),
        ("Tazr", None),
        # a word of French is no misspelling, nor two edits from an adjective
        ("italien", "italie"),
        ("itallienn", None),
    ],
)
def test_a_misspelt_name_is_guessed_when_it_is_near(word: str, entity: str | None) -> None:
    assert mentions(f"maire de {word}") == ([(word, entity)] if entity else [])


def test_the_nearer_the_spelling_the_more_similar() -> None:
    exact, doubled, missing, two = (
        find_mentions(PARSER.parse(word), LEXICON, KNOWLEDGE)[0].similarity
        for word in ("Kirchdorf", "Kirchdorff", "Kirchorf", "Kirshdorv")
    )

    assert exact == 1
    assert exact > doubled > missing > two


@pytest.mark.parametrize("word", ["Valcombre", "Kirchberg", "Valcombr", "Kirchbergg", "Espagne"])
def test_a_homonym_is_a_place_that_is_not_ours(word: str) -> None:
    assert mentions(f"maire de {word}") == [(word, "-")]


def test_a_word_as_near_to_a_homonym_as_to_ours_is_not_ours() -> None:
    # One letter from Valombre, one from Valcombre; then from Walombre.
    assert mentions("maire de Valxombre") == [("Valxombre", "-")]
    assert mentions("maire de Xalombre") == [("Xalombre", "-")]


def test_a_country_that_is_also_a_common_noun_wants_its_capital() -> None:
    assert mentions("La réunion de Valombre") == [("Valombre", "valombre")]
    assert mentions("La Réunion a un maire") == [("Réunion", "-")]


def test_the_longest_name_wins() -> None:
    assert mentions("les amis de valombre") == [("les amis de valombre", "amis")]
    assert mentions("l'ami de valombre") == [("valombre", "valombre")]


def test_names_are_found_in_order_and_punctuation_is_left_out() -> None:
    found = mentions("« Kirchdorf », (Valombre) et Espagne !")

    assert found == [("Kirchdorf", "kirchdorf"), ("Valombre", "valombre"), ("Espagne", "-")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'école", []),
        ("l'école de Valombre", [("Valombre", "valombre")]),
        ("l'école d'Orsenne", [("école", "ecole-bleue"), ("Orsenne", "orsenne")]),
        ("l'école de Tazri", [("école", "ecole-bleue"), ("Tazri", "tazri")]),
        ("l'école au Portugal", [("école", "ecole-bleue"), ("Portugal", "portugal")]),
        ("l'école en Europe", [("école", "ecole-bleue"), ("Europe", "europe")]),
        ("l'école Bleue", [("école Bleue", "ecole-bleue")]),
    ],
)
def test_a_nickname_counts_beside_what_it_belongs_to(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert mentions(text) == found


@pytest.mark.parametrize("text", ["l'entente", "le jumelage avec Valombre"])
def test_notions_and_what_is_named_after_its_partner_have_no_name(text: str) -> None:
    assert {entity for _, entity in mentions(text)} <= {"valombre"}
