"""What a text of the content must be: a date, a single word, something that is said."""

import datetime as dt
import re
from typing import Annotated

from pydantic import AfterValidator

from jumelage_bot.understanding.normalise import words

_DATE = re.compile(r"\d{3}X|(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def dated(value: str) -> str:
    """Return a date that is in the calendar, or raise ValueError."""
    match = _DATE.fullmatch(value)
    try:
        if match is None:
            raise ValueError  # noqa: TRY301 - said below
        if match[1]:
            dt.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        msg = "a date as 1985-05-12, 1977-02, 1999 or 199X was expected"
        raise ValueError(msg) from None
    return value


def _day(value: str) -> str:
    try:
        return dt.date.fromisoformat(value).isoformat()
    except ValueError:
        msg = "a day as 2026-01-31 was expected"
        raise ValueError(msg) from None


def _said(value: str) -> str:
    if not words(value):
        msg = "at least one letter or digit was expected"
        raise ValueError(msg)
    return value


def _single(value: str) -> str:
    if len(value.split()) != 1:
        msg = "a single word was expected"
        raise ValueError(msg)
    return value


DateText = Annotated[str, AfterValidator(dated)]
DayText = Annotated[str, AfterValidator(_day)]
Phrase = Annotated[str, AfterValidator(_said)]
Word = Annotated[str, AfterValidator(_said), AfterValidator(_single)]
