"""A line is wrapped at blanks where French lets it end."""

import pytest

from jumelage_bot.channels.wrapping import wrap

WIDTH = 24


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("court", ["court"]),
        ("Où se trouve Kirchdorf ?", ["Où se trouve Kirchdorf ?"]),
        ("Où se trouve la Kirchdorf ?", ["Où se trouve la", "Kirchdorf ?"]),
        ("elle compte environ 780 000 habitants", ["elle compte environ", "780 000 habitants"]),
        ("il répond, je crois, « oui »", ["il répond, je crois,", "« oui »"]),
        ("un Tanghin-Dassouri tout neuf", ["un Tanghin-Dassouri tout", "neuf"]),
    ],
)
def test_a_line_ends_where_french_lets_it(text: str, lines: list[str]) -> None:
    assert wrap(text, WIDTH) == lines


def test_what_stands_in_stays_in() -> None:
    assert wrap("  « Le maire est Anna Keller. »", WIDTH) == [
        "  « Le maire est Anna",
        "    Keller. »",
    ]


def test_an_address_is_never_cut() -> None:
    address = "https://exemple.fr/une-page-dont-le-nom-est-long"

    assert wrap(f"voir {address}", WIDTH) == ["voir", address]
