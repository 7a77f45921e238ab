"""What the Home tab tells, and what the Messages tab proposes."""

from collections.abc import Sequence

from jumelage_bot.answering import french
from jumelage_bot.answering.suggesting import suggest
from jumelage_bot.channels.slack.names import COMMAND
from jumelage_bot.channels.slack.writing import words
from jumelage_bot.channels.slack.writing.blocks import Block, formatted, heading
from jumelage_bot.channels.slack.writing.escaping import escape
from jumelage_bot.channels.subjects import partners, topics
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import SmallTalk


def examples(knowledge: KnowledgeBase) -> tuple[str, ...]:
    """Return questions to begin with."""
    return suggest((SmallTalk(),), knowledge)


def home(knowledge: KnowledgeBase, days: int, contact: str) -> tuple[Block, ...]:
    """Return what the Home tab shows."""
    known = (french.join(partners(knowledge)), french.join(topics(knowledge)))
    ways = tuple(way.format(command=COMMAND) for way in words.HOME_WAYS)
    editors = [words.HOME_EDITORS.format(contact=contact)] if contact else []
    return (
        heading(words.HOME_TITLE),
        _lines([words.HOME_INTRODUCTION]),
        heading(words.HOME_KNOWS),
        _list(known),
        heading(words.HOME_EXAMPLES),
        _list(examples(knowledge)),
        heading(words.HOME_HOW),
        _list(ways),
        heading(words.HOME_DATA),
        _lines([words.HOME_RETENTION.format(days=days)]),
        heading(words.HOME_CONTACT),
        _lines([words.HOME_BUTTONS, *editors]),
    )


def _list(items: Sequence[str]) -> Block:
    return _lines([f"• {item}" for item in items])


def _lines(lines: Sequence[str]) -> Block:
    return formatted(escape("\n".join(lines)))
