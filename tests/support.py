"""What several tests need: the root of the repository, and one short way to ask."""

import datetime as dt
import re
import unicodedata
from pathlib import Path

from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.dialogue import NEW
from jumelage_bot.domain.utterance import Utterance

ROOT = Path(__file__).resolve().parent.parent
NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
"""When every question of the tests is asked."""


def ask(bot: Bot, text: str) -> Answer:
    """Return the answer to a message asked on a fixed day."""
    return bot.reply(Utterance(text, NOW)).answer


def plain(text: str) -> str:
    """Return a text without accents or capitals, with single ordinary blanks."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"\s+", " ", "".join(c for c in folded if not unicodedata.combining(c)))


def clock() -> dt.datetime:
    """Return the fixed time of the tests."""
    return NOW


def converse(bot: Bot, *texts: str) -> list[Answer]:
    """Return the answers to the messages of one conversation, a minute apart."""
    state, answers = NEW, []
    for minute, text in enumerate(texts):
        turn = bot.reply(Utterance(text, NOW + dt.timedelta(minutes=minute)), state)
        state = turn.state
        answers.append(turn.answer)
    return answers
