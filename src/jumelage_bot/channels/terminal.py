"""The terminal: one answer, or a conversation at a prompt."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator

from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import converse
from jumelage_bot.domain.answer import Answer

WELCOME = "Posez votre question sur les villes jumelées (/quitter pour sortir)."
QUIT = frozenset({"/quitter", "/q", "quitter", "exit", "quit"})
PROMPT = "> "


def show(answer: Answer) -> str:
    """Return an answer for a person: the text, then its sources, then what to ask next."""
    lines = [printable(answer.text)]
    titles = dict.fromkeys(c.title for c in answer.citations)
    lines += [f"Source : {printable(title)}" for title in titles]
    excerpts = list(dict.fromkeys(c.excerpt for c in answer.citations if c.excerpt))
    if len(excerpts) == 1:
        lines.append(f"  « {printable(excerpts[0])} »")
    lines += [f"  → {question}" for question in answer.suggestions]
    return "\n".join(lines)


def printable(text: str) -> str:
    """Return a text on one line, without characters that command a terminal."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())


def answers_of(bot: Bot, lines: Iterable[str], today: dt.date) -> Iterator[Answer]:
    """Yield the answer to each line that is not blank, until the end or `/quitter`."""
    for line in lines:
        if line.strip() in QUIT:
            return
        if line.strip():
            yield converse(bot, line, today)


def prompted(read: Callable[[str], str]) -> Iterator[str]:
    """Yield what is typed at the prompt, until Ctrl-D or Ctrl-C."""
    while True:
        try:
            yield read(PROMPT)
        except (EOFError, KeyboardInterrupt):
            return
