"""The batch channel: JSON Lines in, JSON Lines out, in the same order."""

import datetime as dt
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from jumelage_bot.answering.templates import compile_template
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import Clock, converse
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.domain.dialogue import NEW
from jumelage_bot.ports import Conversations

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


@dataclass(frozen=True, slots=True)
class _Question:
    text: str
    at: dt.datetime
    conversation: str | None
    """None for a question that hangs on no other."""


def answer_lines(
    bot: Bot, lines: Iterable[bytes], clock: Clock, conversations: Conversations
) -> Iterator[Reply]:
    """Yield one reply for each line that is not blank."""
    for number, raw in enumerate(lines, start=1):
        line = raw.decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK).strip()
        if line:
            yield _answer(bot, line, number, clock, conversations)


def _answer(bot: Bot, line: str, number: int, clock: Clock, conversations: Conversations) -> Reply:
    try:
        question = _read(line, clock)
    except (ValueError, RecursionError) as error:
        fault = str(error) if isinstance(error, _BadLineError) else EXPECTED
        sorry = compile_template(bot.grammar.language.replies["unreadable"]).render()
        answer = Answer(sorry, Status.OUT_OF_SCOPE)
        return Reply(to_json(answer, fault), f"ligne {number} : {fault}")
    state = conversations.load(question.conversation) if question.conversation else NEW
    answer, state = converse(bot, question.text, question.at, state)
    if question.conversation:
        conversations.save(question.conversation, state)
    return Reply(to_json(answer))


class _BadLineError(ValueError):
    """A line that is JSON, but not a question."""


def _read(line: str, clock: Clock) -> _Question:
    """Return what a line asks, when, and in which conversation."""
    fields = json.loads(line)
    if not isinstance(fields, dict) or not isinstance(fields.get("text"), str):
        raise _BadLineError(EXPECTED)
    conversation = fields.get("conversation")
    if not isinstance(conversation, str | None):
        msg = "« conversation » est un texte : le nom de la conversation"
        raise _BadLineError(msg)
    at = fields.get("at")
    return _Question(fields["text"], clock() if at is None else _time(at), conversation)


def _time(at: object) -> dt.datetime:
    """Return a time that says its zone; one that does not is ours."""
    try:
        time = dt.datetime.fromisoformat(at)  # type: ignore[arg-type]  # or it is a TypeError
    except (TypeError, ValueError):
        msg = "« at » est une date et une heure ISO 8601 : 2026-11-23T10:00:00"
        raise _BadLineError(msg) from None
    return time if time.tzinfo else time.astimezone()
