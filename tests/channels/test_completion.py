"""What is typed is completed to a command, a name or a question that has an answer."""

import pytest

from invented import a_knowledge_base
from jumelage_bot.bot import Bot
from jumelage_bot.channels.commands import COMMANDS
from jumelage_bot.channels.completion import Completed, Phrases, complete, known_phrases
from jumelage_bot.domain.answer import Status
from support import ask

MAYOR = "Qui est le maire de Valombre ?"
PHRASES = Phrases(
    ("Valombre", "Orsènne", "Œuvray", "Les Amis de Valombre", "école Bleue"),
    (MAYOR, "Où se trouve Orsènne ?"),
)


def texts(line: str) -> list[str]:
    return [found.text for found in complete(line, PHRASES)]


@pytest.mark.parametrize(
    ("line", "name", "replaced"),
    [
        ("valo", "Valombre", "valo"),
        ("VALO", "Valombre", "VALO"),
        ("habitants de orsen", "Orsènne", "orsen"),
        ("habitants d'orsèn", "Orsènne", "orsèn"),
        ("oeuv", "Œuvray", "oeuv"),
        ("qui sont les amis de V", "Les Amis de Valombre", "les amis de V"),
        ("l'ecole b", "école Bleue", "ecole b"),
        ("où est Bleu", "école Bleue", "Bleu"),
    ],
)
def test_a_name_is_completed_whatever_its_accents_and_capitals(
    line: str, name: str, replaced: str
) -> None:
    assert complete(line, PHRASES)[0] == Completed(name, len(replaced))


def test_a_name_that_is_written_is_not_put_inside_another() -> None:
    assert texts("habitants de Valombre") == []


def test_the_beginning_of_a_question_is_completed_first() -> None:
    assert complete("  qui est le maire de v", PHRASES) == (
        Completed(MAYOR, len("qui est le maire de v")),
        Completed("Valombre", 1),
    )


def test_a_few_words_of_a_question_bring_all_of_it() -> None:
    assert complete("maire val", PHRASES) == (Completed("Valombre", 3), Completed(MAYOR, 9))


def test_an_empty_line_is_completed_to_any_question() -> None:
    assert texts("") == list(PHRASES.questions)


@pytest.mark.parametrize("line", ["xyzzy", "?!", "👍", "(", "\x00"])
def test_what_begins_nothing_is_not_completed(line: str) -> None:
    assert texts(line) == []


@pytest.mark.parametrize(("line", "command"), [("/ai", "/aide"), ("/EXP", "/expliquer")])
def test_a_command_is_completed_with_what_it_does(line: str, command: str) -> None:
    assert complete(line, PHRASES) == (Completed(command, len(line), COMMANDS[command]),)


def test_the_sign_of_commands_brings_them_all() -> None:
    assert texts("/") == list(COMMANDS)


def test_the_question_after_a_command_is_completed() -> None:
    assert complete("/expliquer qui", PHRASES) == (Completed(MAYOR, 3),)
    assert complete("/sources qui", PHRASES) == ()


def test_names_and_questions_are_those_of_what_is_recorded() -> None:
    phrases = known_phrases(a_knowledge_base())

    assert phrases.names[:3] == ("Valombre", "Kirchdorf", "Orsenne")
    assert {"Les Amis de Valombre", "école Bleue", "Anna Keller"} <= set(phrases.names)
    assert not {"Montclar", "Tazri", "Italie"} & set(phrases.names)
    assert MAYOR in phrases.questions
    assert "Ecoles d'Orsenne ?" in phrases.questions
    assert "Qui est le maire de Kirchdorf ?" not in phrases.questions


def test_every_question_that_is_offered_is_answered(bot: Bot) -> None:
    offered = known_phrases(bot.grammar.knowledge).questions

    missed = [q for q in offered if ask(bot, q).status is not Status.ANSWERED]

    assert len(offered) == len(set(offered)) > len(bot.grammar.knowledge.entities)
    assert missed == []
