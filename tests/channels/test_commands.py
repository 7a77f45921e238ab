"""A line typed is a question, or a command that is obeyed."""

from dataclasses import replace

import pytest

from fakes import BrokenParser
from jumelage_bot.bot import Bot
from jumelage_bot.channels.commands import COMMANDS, GOODBYE, NOTHING_YET, Session, take_step
from jumelage_bot.channels.terminal import Tone, lines_of
from jumelage_bot.channels.trace import explain
from jumelage_bot.domain.answer import Answer, Citation, Status, Turn
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.utterance import Utterance
from support import NOW, ask, clock


@pytest.fixture
def session(bot: Bot) -> Session:
    return Session(bot, clock)


@pytest.fixture
def question(bot: Bot) -> str:
    """A question that has an answer."""
    knowledge = bot.grammar.knowledge
    city = knowledge.entities[knowledge.with_role(Role.PARTNER)[0]].name
    return f"population de {city}"


def said(line: str, session: Session) -> list[str]:
    return [told.text for told in take_step(line, session).lines]


def answered(turn: Turn, *citations: Citation) -> Turn:
    return replace(turn, answer=Answer("Oui.", Status.ANSWERED, citations=citations))


def test_a_question_is_answered_and_remembered(session: Session, question: str) -> None:
    step = take_step(f" {question} ", session)

    assert step.lines == lines_of(ask(session.bot, question))
    assert step.session.last == session.bot.reply(Utterance(question, NOW))


def test_a_blank_line_leads_to_nothing(session: Session) -> None:
    step = take_step("  ", session)

    assert (step.session, step.lines) == (session, ())


@pytest.mark.parametrize("line", ["/quitter", "/q", "/QUITTER", " /q ", "quitter", "exit", "quit"])
def test_a_conversation_is_left_politely(line: str, session: Session) -> None:
    step = take_step(line, session)

    assert step.session.is_over
    assert step.lines == (GOODBYE,)


def test_help_says_what_is_known_and_what_can_be_typed(session: Session) -> None:
    knowledge = session.knowledge

    told = "\n".join(said("/aide", session))

    assert all(knowledge.entities[p].name in told for p in knowledge.with_role(Role.PARTNER))
    assert knowledge.properties["population"].label in told
    assert all(f"{command} " in told and COMMANDS[command] in told for command in COMMANDS)


def test_the_questions_that_help_gives_are_answered(session: Session) -> None:
    step = take_step("/aide", session)

    examples = [told.text.strip() for told in step.lines if told.tone is Tone.NEXT]
    assert examples
    assert all(ask(session.bot, q).status is Status.ANSWERED for q in examples)


@pytest.mark.parametrize("command", ["/sources", "/expliquer"])
def test_there_is_nothing_to_tell_before_the_first_answer(command: str, session: Session) -> None:
    assert take_step(command, session).lines == (NOTHING_YET,)


def test_sources_are_told_with_their_title_then_all_that_was_read(session: Session) -> None:
    turn = session.bot.reply(Utterance("bonjour", NOW))
    last = answered(
        turn,
        Citation("La page", None, "Un.", None),
        Citation("Annuaire", "https://exemple.fr", "Deux.", "2026-01-31"),
        Citation("La page", None, "Trois.", None),
        Citation("La page", None, "Un.", None),
    )

    told = said("/sources", replace(session, last=last))

    assert told == [
        "Annuaire (du 31 janvier 2026)",
        "  https://exemple.fr",
        "  « Deux. »",
        "La page (non datée)",
        "  « Un. »",
        "  « Trois. »",
    ]


def test_an_answer_without_source_is_told_as_such(session: Session) -> None:
    greeted = take_step("bonjour", session).session

    assert said("/sources", greeted) == ["La dernière réponse ne vient d'aucune source."]


def test_the_last_question_is_explained(session: Session, question: str) -> None:
    asked = take_step(question, session).session
    assert asked.last

    step = take_step("/expliquer", asked)

    expected = explain(asked.last, session.knowledge).splitlines()
    assert [told.text for told in step.lines] == expected
    assert step.lines[0].tone is Tone.HEADING
    assert step.session == asked


def test_another_question_is_explained_and_the_last_answer_stays(
    session: Session, question: str
) -> None:
    greeted = take_step("bonjour", session).session

    step = take_step(f"/expliquer  {question}", greeted)

    assert step.lines[1].text.strip() == question
    assert step.session == greeted


def test_starting_again_forgets_the_last_answer(session: Session) -> None:
    greeted = take_step("bonjour", session).session

    assert take_step("/nouveau", greeted).session == session


@pytest.mark.parametrize(
    ("line", "near"), [("/source", "/sources"), ("/ade", "/aide"), ("/quiter", "/quitter")]
)
def test_an_unknown_command_names_the_nearest_one(line: str, near: str, session: Session) -> None:
    step = take_step(line, session)

    assert step.session == session
    assert [told.text for told in step.lines] == [
        f"{line} n'est pas une commande. Vouliez-vous dire {near} ?"
    ]


@pytest.mark.parametrize("line", ["/", "//", "/\x1b[2J", "/[bold]", "/👍", "/étoile"])
def test_no_command_is_too_odd(line: str, session: Session) -> None:
    (told,) = said(line, session)

    assert told.isprintable()
    assert "n'est pas une commande" in told


@pytest.mark.parametrize("line", ["bonjour", "/expliquer bonjour"])
def test_a_bug_gives_an_apology_and_the_conversation_goes_on(line: str, session: Session) -> None:
    broken = replace(session.bot.grammar, parser=BrokenParser())
    in_trouble = Session(Bot(broken), clock)

    step = take_step(line, in_trouble)

    assert [told.text for told in step.lines] == [broken.language.replies["apology"]]
    assert step.session == in_trouble
