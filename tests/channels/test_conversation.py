"""Whatever happens, the person gets an answer, and the log does not get the question."""

import logging
from dataclasses import replace

import pytest

from fakes import BrokenParser
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import converse
from support import NOW, ask

QUESTION = "Qui est le maire de Valombre, Mme Zébulon ?"


@pytest.fixture
def broken_bot(bot: Bot) -> Bot:
    return Bot(replace(bot.grammar, parser=BrokenParser()))


def test_an_answer_is_that_of_the_bot(bot: Bot) -> None:
    assert converse(bot, "bonjour", NOW)[0] == ask(bot, "bonjour")


def test_a_bug_gives_an_apology(broken_bot: Bot) -> None:
    answer, _ = converse(broken_bot, QUESTION, NOW)

    assert answer.text == broken_bot.grammar.language.replies["apology"]
    assert answer.status == "out_of_scope"
    assert (answer.intent, answer.confidence, answer.citations) == (None, None, ())


def test_a_bug_is_logged_once_without_the_text(
    broken_bot: Bot, caplog: pytest.LogCaptureFixture
) -> None:
    converse(broken_bot, QUESTION, NOW)

    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert str(len(QUESTION)) in record.getMessage()
    assert "Traceback" in caplog.text
    # The error itself quotes what it was given, as a KeyError does.
    assert "Zébulon" not in caplog.text


def test_an_answer_logs_nothing(bot: Bot, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="jumelage_bot")

    converse(bot, QUESTION, NOW)

    assert caplog.records == []
