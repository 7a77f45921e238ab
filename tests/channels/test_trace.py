"""The trace tells an editor every step of a turn."""

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.channels.trace import MAX_CANDIDATES, explain
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.utterance import Utterance
from support import TODAY

SECTIONS = ["Lu", "Mots", "Lectures", "Décision", "Résultat", "Réponse"]


def sections(bot: Bot, text: str) -> dict[str, list[str]]:
    """Return the lines of each section of a trace."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in explain(bot.reply(Utterance(text, TODAY))).splitlines():
        if line.startswith("  "):
            found[title].append(line[2:])
        else:
            title = line
            found[title] = []
    return found


@pytest.fixture
def partner(bot: Bot) -> tuple[str, str]:
    """The id and the name of a city that is twinned."""
    knowledge = bot.grammar.knowledge
    first = knowledge.with_role(Role.PARTNER)[0]
    return first, knowledge.entities[first].name


@pytest.mark.parametrize("text", ["Qui est le maire ?", "bonjour", "xyzzy", "", "👍"])
def test_every_step_is_told_in_order(text: str, bot: Bot) -> None:
    found = sections(bot, text)

    assert list(found) == SECTIONS
    assert all(found.values())


def test_words_are_told_with_what_was_recognised_in_them(
    bot: Bot, partner: tuple[str, str]
) -> None:
    entity, name = partner

    told = sections(bot, f"Qui est le maire de {name} ?")["Mots"]

    assert [line for line in told if "mot interrogatif" in line]
    assert [line for line in told if line.startswith(name) and f"nom : {entity} (1.00)" in line]
    assert [line for line in told if line.endswith("ignorable")]


def test_a_reading_is_told_with_its_score_and_the_words_without_role(
    bot: Bot, partner: tuple[str, str]
) -> None:
    entity, name = partner

    told = sections(bot, f"population xyzzy de {name}")

    assert len(told["Lectures"]) <= MAX_CANDIDATES
    assert [r for r in told["Lectures"] if entity in r and "sans rôle : xyzzy" in r]
    assert told["Décision"][0] == "aucune lecture acceptée"
    assert "mots sans rôle : xyzzy" in told["Décision"]


def test_the_answer_is_told_with_its_status(bot: Bot, partner: tuple[str, str]) -> None:
    turn = bot.reply(Utterance(f"population de {partner[1]}", TODAY))

    told = explain(turn)

    assert told.endswith(f"[{turn.answer.status.value}] {turn.answer.text}")
    assert turn.answer.intent is not None
    assert f"réponse par {turn.answer.intent}" in told


def test_an_empty_message_is_told_as_such(bot: Bot) -> None:
    found = sections(bot, " ")

    assert found["Lu"] == ["(rien)"]
    assert found["Mots"] == found["Lectures"] == ["(aucune)"]
