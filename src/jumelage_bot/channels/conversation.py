"""One exchange, whatever happens: an answer, or an apology."""

import datetime as dt
import logging
import traceback

from jumelage_bot.answering.templates import compile_template
from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer, Status, Turn
from jumelage_bot.domain.utterance import Utterance

_log = logging.getLogger(__name__)


def converse(bot: Bot, text: str, today: dt.date) -> Answer:
    """Return the answer to a message; a bug is logged once and gives an apology."""
    turn = take_turn(bot, text, today)
    return turn.answer if turn else apologise(bot)


def take_turn(bot: Bot, text: str, today: dt.date) -> Turn | None:
    """Return the whole exchange about a message; a bug is logged once and gives none."""
    try:
        return bot.reply(Utterance(text, today))
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
    apology = compile_template(bot.grammar.language.replies["apology"]).render()
    return Answer(apology, Status.OUT_OF_SCOPE)
