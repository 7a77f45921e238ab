"""The terminal: one answer, or a conversation line after line."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import Clock, converse
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.dialogue import NEW

WELCOME = "Posez votre question sur les villes jumelées (/quitter pour sortir)."
QUIT = frozenset({"/quitter", "/q", "quitter", "exit", "quit"})
RESTART = "/nouveau"
PROMPT = "> "


class Tone(StrEnum):
    """What a line is beside the others, for a terminal that can show it."""

    SPOKEN = "spoken"
    """What is said."""
    ASIDE = "aside"
    """Where it comes from."""
    HEADING = "heading"
    NEXT = "next"
    """What to ask next."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line for a person; the blanks at its head stay in front when it is folded."""

    text: str
    tone: Tone = Tone.SPOKEN


def show(answer: Answer) -> str:
    """Return an answer for a person: the text, then its sources, then what to ask next."""
    return "\n".join(line.text for line in lines_of(answer))


def lines_of(answer: Answer) -> tuple[Line, ...]:
    """Return the lines of an answer: the text, then its sources, then what to ask next."""
    titles = dict.fromkeys(c.title for c in answer.citations)
    excerpts = list(dict.fromkeys(c.excerpt for c in answer.citations if c.excerpt))
    quoted = excerpts if len(excerpts) == 1 else []
    return (
        Line(printable(answer.text)),
        *(Line(f"Source : {printable(title)}", Tone.ASIDE) for title in titles),
        *(Line(f"  « {printable(excerpt)} »", Tone.ASIDE) for excerpt in quoted),
        *(Line(f"  → {printable(question)}", Tone.NEXT) for question in answer.suggestions),
    )


def printable(text: str) -> str:
    """Return a text on one line, without characters that command a terminal."""
    return " ".join("".join(c if c.isprintable() or c.isspace() else "" for c in text).split())


def answers_of(bot: Bot, lines: Iterable[str], clock: Clock) -> Iterator[Answer]:
    """Yield the answer to each line that is not blank, until the end or `/quitter`."""
    state = NEW
    for line in lines:
        if line.strip() in QUIT:
            return
        if line.strip() == RESTART:
            state = NEW
        elif line.strip():
            answer, state = converse(bot, line, clock(), state)
            yield answer


def prompted(read: Callable[[str], str]) -> Iterator[str]:
    """Yield what is typed at the prompt, until Ctrl-D or Ctrl-C."""
    while True:
        try:
            yield read(PROMPT)
        except (EOFError, KeyboardInterrupt):
            return
