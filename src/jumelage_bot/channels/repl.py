"""Converse in a terminal: what is typed, what it leads to, in tones a terminal can show."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

from rich.console import Console
from rich.text import Text

from jumelage_bot.bot import Bot
from jumelage_bot.channels.commands import GOODBYE, Session, take_step
from jumelage_bot.channels.completion import known_phrases
from jumelage_bot.channels.conversation import Clock
from jumelage_bot.channels.history import open_history
from jumelage_bot.channels.prompt import open_prompt
from jumelage_bot.channels.terminal import Line, Tone
from jumelage_bot.channels.wrapping import wrap

WELCOME = Line("Posez votre question sur les villes jumelées (/aide pour savoir quoi demander).")
INTERRUPTED = Line("Interrompu.")
STYLES: Mapping[Tone, str] = {
    Tone.SPOKEN: "",
    Tone.ASIDE: "dim",
    Tone.HEADING: "bold",
    Tone.NEXT: "cyan",
}


def loading() -> AbstractContextManager[object]:
    """Return what shows that something goes on, on a terminal, while the bot is built."""
    return Console(stderr=True).status("Chargement…")


def run_repl(bot: Bot, clock: Clock, history_file: Path | None) -> None:
    """Converse until the person leaves."""
    console = Console(highlight=False)
    history, fault = open_history(history_file)
    say((WELCOME, *([Line(fault, Tone.ASIDE)] if fault else [])), console)
    session = Session(bot, clock)
    read = open_prompt(known_phrases(session.knowledge), history)
    converse_at_prompt(session, read, console)


def converse_at_prompt(session: Session, read: Callable[[], str], console: Console) -> None:
    """Take a step for each line that is read, until one of them, or the input, ends it."""
    while not session.is_over:
        try:
            typed = read()
        except (EOFError, KeyboardInterrupt):
            say((GOODBYE,), console)
            return
        # Several lines may be pasted at once.
        for line in typed.splitlines():
            session = _take_step(line, session, console)
            if session.is_over:
                return


def _take_step(line: str, session: Session, console: Console) -> Session:
    try:
        step = take_step(line, session)
        if step.lines:
            say(step.lines, console)
    except KeyboardInterrupt:
        say((INTERRUPTED,), console)
        return session
    return step.session


def say(lines: Iterable[Line], console: Console) -> None:
    """Print lines, then a blank one; nothing in them is markup."""
    for line in lines:
        for part in wrap(line.text, console.width):
            console.print(Text(part, STYLES[line.tone]), soft_wrap=True)
    console.print()
