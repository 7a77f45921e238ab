"""Words spelt by ear sound as they should."""

import pytest

from jumelage_bot.understanding.sounds import sound_key


@pytest.mark.parametrize(
    ("heard", "written"),
    [
        ("jumelaj", "jumelage"),
        ("alfabetisasion", "alphabétisation"),
        ("abitan", "habitants"),
        ("kan", "quand"),
        ("koi", "quoi"),
        ("ekol", "école"),
        ("fransais", "français"),
        ("asosiasions", "associations"),
        ("finansé", "financer"),
        ("ané", "année"),
        ("konbien", "combien"),
        ("partenere", "partenaire"),
    ],
)
def test_a_spelling_by_ear_has_the_sound_of_the_word(heard: str, written: str) -> None:
    assert sound_key(heard) == sound_key(written)


@pytest.mark.parametrize(
    ("one", "other"),
    [("jumelle", "jumelé"), ("vent", "vin"), ("bon", "bonne"), ("charte", "carte"), ("cas", "sa")],
)
def test_other_words_sound_otherwise(one: str, other: str) -> None:
    assert sound_key(one) != sound_key(other)
