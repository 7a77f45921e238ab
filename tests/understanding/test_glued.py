"""What is elided is parted from the word that it is glued to."""

import pytest

from jumelage_bot.understanding.glued import unglue

FORMS = frozenset({"association", "appelle", "est", "habitant", "maire"})


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lassociation", "l'association"),
        ("jmappelle", "j'm'appelle"),
        ("dabitan", "d'habitant"),
        # no vowel, no word of ours, no elision
        ("lmaire", None),
        ("lavion", None),
        ("xassociation", None),
    ],
)
def test_a_glued_word_is_parted(typed: str, meant: str | None) -> None:
    assert unglue(typed, FORMS, {"abitan": "habitant"}) == meant
