"""French as it is written, rule by rule."""

import pytest

from jumelage_bot.answering.french import (
    Name,
    a,
    avec,
    capitalise,
    dated,
    de,
    en,
    join,
    moment,
    number,
    since,
    when,
)
from jumelage_bot.domain.values import Moment, Quantity

NARROW = "\u202f"
"""The blank that French puts between thousands."""


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (Name("Valombre"), "de Valombre"),
        (Name("Orsenne"), "d'Orsenne"),
        (Name("Élincourt"), "d'Élincourt"),
        (Name("Œuilly"), "d'Œuilly"),
        (Name("Yvetot"), "d'Yvetot"),
        (Name("Ávila"), "d'Ávila"),
        (Name("ministère", "le"), "du ministère"),
        (Name("Norvège", "la"), "de la Norvège"),
        (Name("Italie", "l'"), "de l'Italie"),
        (Name("Pays-Bas", "les"), "des Pays-Bas"),
        (Name("avril 1977"), "d'avril 1977"),
        (Name("1999"), "de 1999"),
    ],
)
def test_de_is_elided_or_contracted(name: Name, text: str) -> None:
    assert de(name) == text


@pytest.mark.parametrize(
    ("name", "to", "inside", "beside"),
    [
        (Name("Orsenne"), "à Orsenne", "à Orsenne", "avec Orsenne"),
        (Name("Portugal", "le"), "au Portugal", "au Portugal", "avec le Portugal"),
        (Name("Norvège", "la"), "à la Norvège", "en Norvège", "avec la Norvège"),
        (Name("Italie", "l'"), "à l'Italie", "en Italie", "avec l'Italie"),
        (Name("Pays-Bas", "les"), "aux Pays-Bas", "aux Pays-Bas", "avec les Pays-Bas"),
    ],
)
def test_prepositions_agree_with_the_article(name: Name, to: str, inside: str, beside: str) -> None:
    assert (a(name), en(name), avec(name)) == (to, inside, beside)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a et b"),
        (["a", "b", "c"], "a, b et c"),
        (["a, maire de x", "b"], "a, maire de x, et b"),
        (["a (x, y)", "b"], "a (x, y) et b"),
    ],
)
def test_a_list_ends_in_et(items: list[str], text: str) -> None:
    assert join(items) == text


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity(780), "780"),
        (Quantity(12_000, "habitants"), f"12{NARROW}000 habitants"),
        (Quantity(1_250_000, "habitants", "près de"), f"près de 1{NARROW}250{NARROW}000 habitants"),
        (Quantity(0), "0"),
        (Quantity(1, "communes intégrées"), "1 commune intégrée"),
        (Quantity(2, "ans"), "2 ans"),
    ],
)
def test_a_number_has_groups_a_unit_and_its_qualifier(quantity: Quantity, text: str) -> None:
    assert number(quantity) == text


DAY = Moment(1985, 5, 12)
FIRST = Moment(2001, 8, 1)
MONTH = Moment(1977, 2)
APRIL = Moment(1977, 4)
YEAR = Moment(1999)
NINETIES = Moment(1990, is_decade=True)
EARLY_NINETIES = Moment(1990, is_decade=True, qualifier="début")
TENS = Moment(2010, is_decade=True)
LATE_YEAR = Moment(1999, qualifier="fin")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (DAY, "12 mai 1985"),
        (FIRST, "1er août 2001"),
        (Moment(1991, 1, 11), "11 janvier 1991"),
        (Moment(1991, 1, 31), "31 janvier 1991"),
        (MONTH, "février 1977"),
        (YEAR, "1999"),
        (NINETIES, "années 90"),
        (EARLY_NINETIES, "début des années 90"),
        (TENS, "années 2010"),
        (Moment(1900, is_decade=True), "années 1900"),
        (LATE_YEAR, "fin 1999"),
    ],
)
def test_a_moment_keeps_its_precision(value: Moment, text: str) -> None:
    assert moment(value) == text


@pytest.mark.parametrize(
    ("value", "at", "from_then", "of"),
    [
        (DAY, "le 12 mai 1985", "depuis le 12 mai 1985", "du 12 mai 1985"),
        (FIRST, "le 1er août 2001", "depuis le 1er août 2001", "du 1er août 2001"),
        (MONTH, "en février 1977", "depuis février 1977", "de février 1977"),
        (APRIL, "en avril 1977", "depuis avril 1977", "d'avril 1977"),
        (YEAR, "en 1999", "depuis 1999", "de 1999"),
        (NINETIES, "dans les années 90", "depuis les années 90", "des années 90"),
        (
            EARLY_NINETIES,
            "au début des années 90",
            "depuis le début des années 90",
            "du début des années 90",
        ),
        (TENS, "dans les années 2010", "depuis les années 2010", "des années 2010"),
    ],
)
def test_a_moment_takes_the_preposition_of_its_precision(
    value: Moment, at: str, from_then: str, of: str
) -> None:
    assert (when(value), since(value), dated(value)) == (at, from_then, of)


def test_a_qualified_year_keeps_its_qualifier() -> None:
    assert (since(LATE_YEAR), dated(LATE_YEAR)) == ("depuis fin 1999", "de fin 1999")


@pytest.mark.parametrize(
    ("text", "capitalised"), [("élan vital", "Élan vital"), ("Les Amis", "Les Amis"), ("", "")]
)
def test_only_the_first_letter_is_capitalised(text: str, capitalised: str) -> None:
    assert capitalise(text) == capitalised
