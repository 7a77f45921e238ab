"""One exchange, whatever happens: an answer, or an apology."""

import datetime as dt
import logging
import traceback
from collections.abc import Callable

from jumelage_bot.answering.templates import compile_template
from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer, Status, Turn
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.language import Language
from jumelage_bot.domain.utterance import Utterance

Clock = Callable[[], dt.datetime]
"""Tells when a message is asked, if it does not say so itself."""

_log = logging.getLogger(__name__)


def converse(
    bot: Bot, text: str, at: dt.datetime, state: DialogueState = NEW
) -> tuple[Answer, DialogueState]:
    """Return the answer to a message, and what is remembered then.

    A bug is logged once, gives an apology and changes nothing of what is remembered.
    """
    turn = take_turn(bot, text, at, state)
    return (turn.answer, turn.state) if turn else (apologise(bot), state)


def take_turn(bot: Bot, text: str, at: dt.datetime, state: DialogueState = NEW) -> Turn | None:
    """Return the whole exchange about a message; a bug is logged once and gives none."""
    try:
        return bot.reply(Utterance(text, at), state)
    except Exception as error:  # noqa: BLE001 - whatever the bug, the person gets an answer
        # The text is somebody's question, and an error may quote it: neither is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        _log.error(
            "%s on a message of %d characters\nTraceback (most recent call last):\n%s",
            type(error).__name__,
            len(text),
            where,
        )
        return None


def apologise(bot: Bot) -> Answer:
    """Return what is said when a bug leaves a message without answer."""
    return Answer(apology_of(bot.grammar.language), Status.OUT_OF_SCOPE)


def apology_of(language: Language) -> str:
    """Return the words in which the content apologises."""
    return compile_template(language.replies["apology"]).render()
