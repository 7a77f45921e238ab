"""One exchange, whatever happens: an answer, or an apology."""

import datetime as dt
import logging
import traceback

from jumelage_bot.answering.templates import compile_template
from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.domain.utterance import Utterance

_log = logging.getLogger(__name__)


def converse(bot: Bot, text: str, today: dt.date) -> Answer:
    """Return the answer to a message; a bug is logged once and gives an apology."""
    try:
        return bot.reply(Utterance(text, today)).answer
    except Exception as error:  # noqa: BLE001 - whatever the bug, the person gets an answer
        # The text is somebody's question, and an error may quote it: neither is logged.
        where = "".join(traceback.format_tb(error.__traceback__))
        _log.error(
            "%s on a message of %d characters\nTraceback (most recent call last):\n%s",
            type(error).__name__,
            len(text),
            where,
        )
        apology = compile_template(bot.grammar.language.replies["apology"]).render()
        return Answer(apology, Status.OUT_OF_SCOPE)
