"""What several tests need: the root of the repository, and one short way to ask."""

import datetime as dt
import re
import unicodedata
from pathlib import Path

from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.utterance import Utterance

ROOT = Path(__file__).resolve().parent.parent
TODAY = dt.date(2026, 11, 23)


def ask(bot: Bot, text: str) -> Answer:
    """Return the answer to a message asked on a fixed day."""
    return bot.reply(Utterance(text, TODAY)).answer


def plain(text: str) -> str:
    """Return a text without accents or capitals, with single ordinary blanks."""
    folded = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"\s+", " ", "".join(c for c in folded if not unicodedata.combining(c)))
