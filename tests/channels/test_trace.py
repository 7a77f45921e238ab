"""The trace tells an editor every step of a turn."""

from dataclasses import replace
from typing import Any

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.channels.trace import MAX_CANDIDATES, explain
from jumelage_bot.domain.answer import Turn
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.utterance import Utterance
from support import NOW

SECTIONS = [
    "Question lue",
    "Reconnu",
    "Lectures comparées",
    "Mots sans rôle",
    "Décision",
    "Résultat",
    "Sorte de réponse",
    "Réponse",
]
SCREEN = 45
"""Lines of a large window."""


def told(bot: Bot, turn: Turn) -> dict[str, list[str]]:
    """Return the lines of each section of a trace."""
    found: dict[str, list[str]] = {}
    title = ""
    for line in explain(turn, bot.grammar.knowledge).splitlines():
        if line.startswith("  "):
            found[title].append(line.strip())
        else:
            title = line
            found[title] = []
    return found


def sections(bot: Bot, text: str) -> dict[str, list[str]]:
    return told(bot, bot.reply(Utterance(text, NOW)))


@pytest.fixture
def partner(bot: Bot) -> tuple[str, str]:
    """The id and the name of a city that is twinned."""
    knowledge = bot.grammar.knowledge
    first = knowledge.with_role(Role.PARTNER)[0]
    return first, knowledge.entities[first].name


@pytest.mark.parametrize(
    "text",
    [
        "Qui est le maire ?",
        "bonjour",
        "xyzzy",
        "",
        "👍",
        "Salut, je prépare un exposé, quel âge a le maire de la ville jumelée la plus peuplée ?",
    ],
)
def test_every_step_is_told_in_order_on_one_screen(text: str, bot: Bot) -> None:
    found = sections(bot, text)

    assert list(found) == SECTIONS
    assert all(found.values())
    assert len(SECTIONS) + sum(map(len, found.values())) <= SCREEN


def test_a_name_is_told_with_the_entity_it_stands_for(bot: Bot, partner: tuple[str, str]) -> None:
    entity, name = partner

    found = sections(bot, f"Qui est le maire de {name} ?")["Reconnu"]

    assert f"nom : « {name} » = {name} [{entity}]" in found


def test_a_misspelt_name_is_told_with_its_likeness(bot: Bot, partner: tuple[str, str]) -> None:
    entity, name = partner
    misspelt = name[:-1]

    found = sections(bot, f"Qui est le maire de {misspelt} ?")["Reconnu"]

    (line,) = [text for text in found if misspelt in text]
    assert f"{name} [{entity}], mal écrit (ressemblance" in line


def test_a_name_that_is_not_ours_is_told_as_such(bot: Bot) -> None:
    stranger = bot.grammar.knowledge.homonyms[0]

    found = sections(bot, f"population de {stranger}")

    assert f"nom qui n'est pas des nôtres : « {stranger} »" in found["Reconnu"]
    assert found["Décision"] == [f"refusé : « {stranger} » n'est pas des nôtres"]


def test_another_language_is_told_as_such(bot: Bot, partner: tuple[str, str]) -> None:
    found = sections(bot, f"Who is the mayor of {partner[1]}?")

    assert found["Décision"] == ["refusé : le message est écrit en anglais"]
    assert found["Résultat"] == ["un message dans une autre langue"]


def test_a_property_is_told_with_the_words_that_evoke_it(
    bot: Bot, partner: tuple[str, str]
) -> None:
    label = bot.grammar.knowledge.properties["population"].label

    found = sections(bot, f"population de {partner[1]}")["Reconnu"]

    assert f"propriété : {label} [population], évoquée par « population »" in found


def test_a_corrected_word_is_told(bot: Bot, partner: tuple[str, str]) -> None:
    found = sections(bot, f"populaton de {partner[1]}")["Reconnu"]

    assert "fautes corrigées : « populaton » lu « population »" in found


def test_a_reading_is_told_in_words_with_its_score_its_example_and_what_is_left(
    bot: Bot, partner: tuple[str, str]
) -> None:
    entity, name = partner
    label = bot.grammar.knowledge.properties["population"].label

    found = sections(bot, f"population xyzzy de {name}")

    readings = found["Lectures comparées"]
    assert f"1. consulter : {label} [population] ; {name} [{entity}]" == readings[0]
    assert readings[1].endswith("% comme « {property} {subject} » ; sans rôle : « xyzzy »")
    assert len([line for line in readings if line[0].isdigit() and "." in line[:3]]) <= (
        MAX_CANDIDATES
    )
    assert found["Mots sans rôle"] == ["« xyzzy »"]
    assert found["Décision"][0] == ("refusé : dans la meilleure lecture, « xyzzy » n'a pas de rôle")


def test_an_accepted_reading_is_told_with_what_it_looks_up(
    bot: Bot, partner: tuple[str, str]
) -> None:
    entity, name = partner
    label = bot.grammar.knowledge.properties["population"].label

    found = sections(bot, f"population de {name}")

    assert found["Mots sans rôle"] == ["aucun"]
    assert found["Décision"] == [
        "lecture 1 acceptée : aucun mot de la demande n'y est sans rôle",
        f"cherché : {label} [population] ; {name} [{entity}]",
    ]
    assert found["Résultat"] == ["un fait trouvé"]


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("le jumelage le plus ancien", "par ordre : "),
        ("les jumelages signés avant 1980", "] avant 1980"),
        ("les villes jumelées", "tout ce qui est « villes » [ville]"),
        ("les villes jumelées en Pologne", "dans : « Pologne », où rien n'est à nous"),
    ],
)
def test_what_is_compared_or_limited_is_told(text: str, looked_up: str, bot: Bot) -> None:
    found = sections(bot, text)["Décision"]

    assert looked_up in found[-1]


def test_a_missing_subject_is_told_with_the_property(bot: Bot) -> None:
    label = bot.grammar.knowledge.properties["maire"].label

    found = sections(bot, "le maire ?")["Décision"]

    assert found == [
        "une précision est demandée : rien de nommé ne peut avoir",
        f"{label} [maire]",
    ]


def test_small_talk_is_told_with_its_example(bot: Bot) -> None:
    found = sections(bot, "bonjour")

    assert found["Décision"] == ["formule reconnue : saluer, comme « bonjour »"]


def test_an_empty_message_is_told_as_such(bot: Bot) -> None:
    found = sections(bot, " ")

    assert found["Question lue"] == ["(rien)"]
    assert found["Reconnu"] == ["rien"]
    assert found["Lectures comparées"] == ["aucune"]
    assert found["Décision"] == ["refusé : il n'y a pas de mot à lire"]


def test_an_outcome_that_the_trace_does_not_know_goes_by_its_name(bot: Bot) -> None:
    class Unheard:
        """What a later version may find."""

    unheard: Any = Unheard()
    turn = bot.reply(Utterance("bonjour", NOW))

    part = replace(turn.parts[0], outcomes=(unheard,))
    found = told(bot, replace(turn, parts=(part,)))

    assert found["Résultat"] == ["Unheard"]


def test_a_trace_commands_no_terminal(bot: Bot) -> None:
    turn = bot.reply(Utterance("population\nde \x1b[31m Leonberg", NOW))

    text = explain(turn, bot.grammar.knowledge)

    assert all(c.isprintable() or c == "\n" for c in text)
    assert list(told(bot, turn)) == SECTIONS
