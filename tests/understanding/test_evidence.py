"""The words of a cue belong together: what a list names one by one evokes each for itself."""

import pytest

from jumelage_bot.bot import Bot
from support import ask


@pytest.mark.parametrize(
    "message",
    [
        "Le maire de Stafford, il change tous les combien ?",
        "il change tous les combien, le maire de Stafford ?",
    ],
)
def test_a_cue_reaches_what_is_set_off_from_the_clause(message: str, bot: Bot) -> None:
    assert "change chaque année" in ask(bot, message).text


def test_a_cue_does_not_reach_from_one_item_of_a_list_to_the_next(bot: Bot) -> None:
    answer = ask(bot, "Leonberg :\n- situation\n- maire\n- date du jumelage")

    assert "Bernhard Schuler" in answer.text
    assert "février 1977" in answer.text
