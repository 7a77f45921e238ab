"""What closes a letter is left out, and nothing else."""

import pytest

from jumelage_bot.understanding.signature import without_signature

CLOSINGS = ("cordialement", "merci", "bien à vous")
OURS = {"stafford", "vallonombre"}


@pytest.mark.parametrize(
    ("message", "left"),
    [
        ("Qui est le maire ? Cordialement, L. Morel", "Qui est le maire ?"),
        ("Qui est le maire ?\nBien à vous\nMme de la Tour", "Qui est le maire ?"),
        ("La population. Merci, Sandrine", "La population."),
    ],
)
def test_a_signature_is_left_out(message: str, left: str) -> None:
    assert without_signature(message, CLOSINGS, OURS) == left


@pytest.mark.parametrize(
    "message",
    [
        "Bonjour, merci svp",
        "Merci, Sandrine",
        "Bonjour. Merci, Stafford",
        "Bonjour. Merci, Vallon-Ombre",
        "Bonjour, merci de votre aide à Léon",
        "Bonjour. Merci Sandrine, qui est le maire ?",
        "Il salue cordialement Sandrine",
    ],
)
def test_other_words_stay(message: str) -> None:
    assert without_signature(message, CLOSINGS, OURS) == message
