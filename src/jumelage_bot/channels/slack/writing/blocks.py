"""The parts of a message, in the shapes that Slack lays out."""

import re
from collections.abc import Iterable, Mapping
from datetime import date

from jumelage_bot.answering import french
from jumelage_bot.channels.slack.names import CHOICE, OPINION, RETRY, SHOW
from jumelage_bot.channels.slack.writing import words
from jumelage_bot.channels.slack.writing.escaping import escape, link
from jumelage_bot.domain.answer import Citation
from jumelage_bot.domain.mail import Opinion
from jumelage_bot.domain.values import Moment

Block = Mapping[str, object]

MAX_SECTION = 3000
MAX_SECTIONS = 4
"""Slack refuses messages of many more characters, in all."""
MAX_LABEL = 75
MAX_VALUE = 2000
MAX_BUTTONS = 25
MAX_CONTEXT = 9
MAX_ASIDE = 500
_END = re.compile(r"(\w+)[.!?…](?: ?»)?\s+(?=[«A-ZÀ-Ý0-9])")
_ABBREVIATIONS = frozenset({"Mme", "Mlle", "St", "Ste"})


def sections(text: str) -> list[Block]:
    """Return the blocks that hold a text, which nothing formats."""
    parts = [text[i : i + MAX_SECTION] for i in range(0, len(text), MAX_SECTION)]
    if len(parts) > MAX_SECTIONS:
        room = MAX_SECTION - len(words.ABRIDGED)
        parts = [*parts[: MAX_SECTIONS - 1], parts[MAX_SECTIONS - 1][:room] + words.ABRIDGED]
    return [{"type": "section", "text": _plain(part)} for part in parts]


def heading(text: str) -> Block:
    """Return a title within a message."""
    return {"type": "header", "text": _plain(text)}


def formatted(text: str) -> Block:
    """Return a text that Slack formats: it must be escaped already."""
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def first_sentences(text: str, number: int) -> tuple[str, str]:
    """Return the first sentences of a text, and the rest."""
    ends = [m.end() for m in _END.finditer(text) if len(m[1]) > 1 and m[1] not in _ABBREVIATIONS]
    cut = ends[number - 1] if len(ends) >= number else len(text)
    return text[:cut].strip(), text[cut:].strip()


def sources(citations: Iterable[Citation]) -> list[Block]:
    """Return the block that says where an answer was read, and how old that is."""
    cited = tuple(citations)
    documents = dict.fromkeys((c.title, c.url, c.as_of) for c in cited)
    excerpts = list(dict.fromkeys(c.excerpt for c in cited if c.excerpt))
    told = [f"{words.SOURCE} {link(t, url)}, page {_dated(as_of)}" for t, url, as_of in documents]
    if len(excerpts) == 1:
        told.append(f"« {escape(excerpts[0][:MAX_ASIDE])} »")
    return [small(told[:MAX_CONTEXT])] if told else []


def small(texts: Iterable[str]) -> Block:
    """Return what stands beside an answer: texts that are escaped already."""
    return {"type": "context", "elements": [{"type": "mrkdwn", "text": text} for text in texts]}


def choices(questions: Iterable[str]) -> list[Block]:
    """Return a button for each question that is proposed."""
    buttons = [
        _button(f"{CHOICE}{number}", question, question)
        for number, question in enumerate(questions)
    ]
    return [{"type": "actions", "elements": buttons[:MAX_BUTTONS]}] if buttons else []


def show_button(key: str) -> Block:
    """Return the button that shows an answer to everyone."""
    return {"type": "actions", "elements": [_button(SHOW, words.SHOW, key, words.SHOW_LABEL)]}


def retry_button(question: str) -> Block:
    """Return the button that asks a question again."""
    button = _button(RETRY, words.RETRY, question, words.RETRY_LABEL)
    return {"type": "actions", "elements": [button]}


def opinions(key: str) -> Block:
    """Return the pair of buttons that take an opinion."""
    pair = {
        "type": "feedback_buttons",
        "action_id": OPINION,
        "positive_button": _opinion(words.USEFUL, words.USEFUL_LABEL, Opinion.USEFUL, key),
        "negative_button": _opinion(words.USELESS, words.USELESS_LABEL, Opinion.USELESS, key),
    }
    return {"type": "context_actions", "elements": [pair]}


def opinion_of(value: str) -> tuple[Opinion, str] | None:
    """Return the opinion that a button stands for, and the key of the answer."""
    name, _, key = value.partition(":")
    return (Opinion(name), key) if name in set(Opinion) and key else None


def _opinion(text: str, label: str, opinion: Opinion, key: str) -> Block:
    return {"text": _plain(text), "accessibility_label": label, "value": f"{opinion}:{key}"}


def _button(name: str, text: str, value: str, label: str | None = None) -> Block:
    shown = text if len(text) <= MAX_LABEL else f"{text[: MAX_LABEL - 1]}…"
    return {
        "type": "button",
        "action_id": name,
        "text": _plain(shown),
        "value": value[:MAX_VALUE],
        "accessibility_label": (label or text)[:MAX_LABEL],
    }


def _plain(text: str) -> Block:
    return {"type": "plain_text", "text": text, "emoji": False}


def _dated(as_of: str | None) -> str:
    if as_of is None:
        return "non datée"
    day = date.fromisoformat(as_of)
    return french.dated(Moment(day.year, day.month, day.day))
