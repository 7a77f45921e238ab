"""A name that might be meant for one of ours is asked about, and a listed look-alike is not."""

import pytest

from jumelage_bot.bot import Bot
from support import ask


@pytest.mark.parametrize("name", ["Lenberg", "Leonbergue"])
def test_a_name_as_near_to_another_town_is_asked_about(name: str, bot: Bot) -> None:
    answer = ask(bot, f"Qui est le maire de {name} ?")

    assert answer.status == "clarify"
    assert "Vouliez-vous dire Leonberg ?" in answer.text


def test_a_name_of_several_words_is_proposed_too(bot: Bot) -> None:
    answer = ask(bot, "Qui est le maire de Tanguindasourri ?")

    assert answer.status == "clarify"
    assert "Vouliez-vous dire Tanghin-Dassouri ?" in answer.text


@pytest.mark.parametrize("name", ["Lemberg", "Stanford", "Salford"])
def test_a_town_that_is_known_is_never_taken_for_ours(name: str, bot: Bot) -> None:
    answer = ask(bot, f"Qui est le maire de {name} ?")

    assert answer.status == "unknown"
    assert f"{name} n'est pas une ville jumelée" in answer.text
