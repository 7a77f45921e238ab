"""The batch channel: JSON Lines in, JSON Lines out, in the same order."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jumelage_bot.answering.templates import compile_template
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import converse
from jumelage_bot.domain.answer import Answer, Status

BYTE_ORDER_MARK = "\ufeff"
EXPECTED = 'une ligne est un objet JSON avec un texte : {"text": "…"}'


@dataclass(frozen=True, slots=True)
class Reply:
    """One line of output."""

    json: str
    fault: str | None = None
    """What is wrong with the line it replies to."""


def to_json(answer: Answer, error: str | None = None) -> str:
    """Return an answer as one line of ASCII JSON."""
    fields: dict[str, object] = {
        "text": answer.text,
        "status": answer.status.value,
        "intent": answer.intent,
        "confidence": answer.confidence,
        "entities": list(answer.entities),
        "sources": [
            {"title": c.title, "url": c.url, "excerpt": c.excerpt, "as_of": c.as_of}
            for c in answer.citations
        ],
        "suggestions": list(answer.suggestions),
    }
    return json.dumps(fields if error is None else fields | {"error": error})


def answer_lines(bot: Bot, lines: Iterable[bytes], today: dt.date) -> Iterator[Reply]:
    """Yield one reply for each line that is not blank."""
    for number, raw in enumerate(lines, start=1):
        line = raw.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK).strip()
        if line:
            yield _answer(bot, line, number, today)


def _answer(bot: Bot, line: str, number: int, today: dt.date) -> Reply:
    try:
        text, day = _read(line, today)
    except (ValueError, RecursionError) as error:
        fault = str(error) if isinstance(error, _BadLineError) else EXPECTED
        sorry = compile_template(bot.grammar.language.replies["unreadable"]).render()
        answer = Answer(sorry, Status.OUT_OF_SCOPE)
        return Reply(to_json(answer, fault), f"ligne {number} : {fault}")
    return Reply(to_json(converse(bot, text, day)))


class _BadLineError(ValueError):
    """A line that is JSON, but not a question."""


def _read(line: str, today: dt.date) -> tuple[str, dt.date]:
    """Return the text of a line and the day on which it is asked."""
    fields = json.loads(line)
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise _BadLineError(EXPECTED)
    at = fields.get("at")
    if at is None:
        return fields["text"], today
    try:
        return fields["text"], dt.datetime.fromisoformat(at).date()
    except (TypeError, ValueError):
        msg = "« at » est une date et une heure ISO 8601 : 2026-11-23T10:00:00"
        raise _BadLineError(msg) from None
