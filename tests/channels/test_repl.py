"""A conversation at a prompt: what is typed, key by key, and what is printed."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from fakes import FakeParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.channels.commands import GOODBYE, Session
from jumelage_bot.channels.completion import Phrases
from jumelage_bot.channels.history import open_history
from jumelage_bot.channels.prompt import open_prompt
from jumelage_bot.channels.repl import INTERRUPTED, converse_at_prompt, say
from jumelage_bot.channels.terminal import Line, Tone, lines_of
from jumelage_bot.domain.utterance import Parse
from support import ROOT, ask, clock

CTRL_C, CTRL_D, ENTER, UP = "\x03", "\x04", "\r", "\x1b[A"
PASTE = "\x1b[200~{}\x1b[201~"
PHRASES = Phrases(("Valombre", "Orsènne"), ("Qui est le maire de Valombre ?",))


@pytest.fixture(scope="module")
def quick_bot() -> Bot:
    """A bot on the shipped content that knows no lemma: it is built at once."""
    return build_bot(ROOT, FakeParser())


@pytest.fixture
def keyboard() -> Iterator[PipeInput]:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        yield keys


@pytest.fixture
def read(keyboard: PipeInput) -> Callable[[str], str]:
    """What a prompt reads when some keys are pressed."""
    prompt = open_prompt(PHRASES, InMemoryHistory())

    def press(keys: str) -> str:
        keyboard.send_text(keys)
        return prompt()

    return press


def a_console(*, is_terminal: bool = False) -> Console:
    return Console(file=io.StringIO(), width=80, highlight=False, force_terminal=is_terminal)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def reading(*typed: str | type[BaseException]) -> Callable[[], str]:
    """Return a prompt at which lines are typed, or that is left."""
    entries = iter(typed)

    def read() -> str:
        entry = next(entries)
        if isinstance(entry, str):
            return entry
        raise entry

    return read


def test_a_line_is_read_when_it_is_entered(read: Callable[[str], str]) -> None:
    assert read(f"bonjour{ENTER}") == "bonjour"


def test_ctrl_c_clears_the_line(read: Callable[[str], str]) -> None:
    assert read(f"bonsoir{CTRL_C}bonjour{ENTER}") == "bonjour"


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_on_an_empty_line_ctrl_c_and_ctrl_d_leave(key: str, read: Callable[[str], str]) -> None:
    with pytest.raises(EOFError):
        read(key)


def test_the_last_entries_are_brought_back(read: Callable[[str], str]) -> None:
    read(f"un{ENTER}")
    read(f"deux{ENTER}")

    assert read(f"{UP}{UP}{ENTER}") == "un"


def test_history_goes_on_from_one_conversation_to_the_next(
    keyboard: PipeInput, tmp_path: Path
) -> None:
    path = tmp_path / "historique"
    keyboard.send_text(f"bonjour{ENTER}")
    open_prompt(PHRASES, open_history(path)[0])()
    keyboard.send_text(f"{UP}{ENTER}")

    assert open_prompt(PHRASES, open_history(path)[0])() == "bonjour"


def test_lines_that_are_pasted_are_answered_one_by_one(keyboard: PipeInput, quick_bot: Bot) -> None:
    console = a_console()
    read = open_prompt(PHRASES, InMemoryHistory())
    keyboard.send_text(PASTE.format("/sources\n\n/nouveau") + ENTER + CTRL_D)

    converse_at_prompt(Session(quick_bot, clock), read, console)

    assert len(printed(console).strip().split("\n\n")) == 3


@pytest.mark.parametrize("end", ["/quitter", EOFError, KeyboardInterrupt])
def test_a_conversation_is_left_politely(end: str | type[BaseException], quick_bot: Bot) -> None:
    console = a_console()

    converse_at_prompt(Session(quick_bot, clock), reading("bonjour", end), console)

    words = " ".join(printed(console).split())
    expected = [line.text for line in (*lines_of(ask(quick_bot, "bonjour")), GOODBYE)]
    assert words == " ".join(" ".join(expected).split())


def test_ctrl_c_stops_an_answer_and_the_conversation_goes_on() -> None:
    class SlowParser(FakeParser):
        """The person has not the patience to wait for it."""

        def parse(self, text: str) -> Parse:
            raise KeyboardInterrupt(text)

    console = a_console()
    session = Session(build_bot(ROOT, SlowParser()), clock)

    converse_at_prompt(session, reading("bonjour", "/quitter"), console)

    assert printed(console).split("\n") == [INTERRUPTED.text, "", GOODBYE.text, "", ""]


@pytest.mark.parametrize(
    "text", ["[bold]gras[/bold]", "[/]", ":smile:", "\\[red]", "[link=http://x]y[/link]"]
)
def test_nothing_that_is_said_is_markup(text: str) -> None:
    console = a_console()

    say((Line(text),), console)

    assert printed(console) == f"{text}\n\n"


def test_what_stands_beside_an_answer_is_dim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    console = a_console(is_terminal=True)

    say((Line("Oui."), Line("Source : la page", Tone.ASIDE)), console)

    assert printed(console) == "Oui.\n\x1b[2mSource : la page\x1b[0m\n\n"


@pytest.mark.parametrize(
    ("no_color", "shown"), [("1", "Où ?\n\n"), ("", "\x1b[36mOù ?\x1b[0m\n\n")]
)
def test_colours_are_for_those_who_want_them(
    no_color: str, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("NO_COLOR", no_color)
    console = a_console(is_terminal=True)

    say((Line("Où ?", Tone.NEXT),), console)

    assert printed(console) == shown
