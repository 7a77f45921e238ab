"""A question that repeats an example is told from one that is understood."""

from dataclasses import replace

import pytest

from jumelage_bot.domain.answer import Status
from jumelage_bot.measuring.grasp import Grasp, grasp_of
from turns import YES, a_turn, expecting, won

EXAMPLES = ("quel est {property} de {subject} ?", "{subject} : {property} ?")


@pytest.mark.parametrize(
    ("text", "filling", "grasp"),
    [
        ("Quel est le maire de Valombre ?", (2, 3, 5), Grasp.RECALLED),
        ("Quelle est la population de Valombre ?", (3, 5), Grasp.RECALLED),
        ("maire Valombre", (0, 1), Grasp.RECALLED),
        ("Valombre, maire ?", (0, 1), Grasp.RECALLED),
        ("On dirige comment du côté de Valombre ?", (1, 6), Grasp.UNDERSTOOD),
        ("Qui a bien pu devenir maire de Valombre ?", (5, 7), Grasp.UNDERSTOOD),
    ],
)
def test_to_change_a_name_is_not_to_say_it_otherwise(
    text: str, filling: tuple[int, ...], grasp: Grasp
) -> None:
    turn = a_turn(text, YES, won(EXAMPLES, filling))

    assert grasp_of(expecting(text), turn) is grasp


def test_what_is_not_understood_counts_where_it_should_have_been() -> None:
    question = expecting("Qui ?")

    assert grasp_of(question, a_turn("Qui ?", YES)) is Grasp.UNDERSTOOD
    assert grasp_of(question, None) is Grasp.UNDERSTOOD


def test_what_had_to_be_declined_stands_apart() -> None:
    question = replace(expecting("Qui ?"), statuses=(Status.UNKNOWN, Status.OUT_OF_SCOPE))

    assert grasp_of(question, a_turn("Qui ?", YES)) is Grasp.UNREAD
