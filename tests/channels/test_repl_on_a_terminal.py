"""The conversation as a person has it: a process on a real terminal, keys, a screen."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.domain.knowledge import Role
from support import ROOT, ask
from terminal import Terminal, on_a_terminal

CTRL_C, CTRL_D, TAB, ENTER, UP = "\x03", "\x04", "\t", "\r", "\x1b[A"
PROMPT = "\n\n> "
"""The blank line tells it from the same prompt drawn again while one types."""
Start = Callable[[str], AbstractContextManager[Terminal]]


@pytest.fixture
def start(tmp_path: Path) -> Start:
    """What starts a conversation; all those of one test keep the same history."""
    env = {"XDG_STATE_HOME": str(tmp_path), "NO_COLOR": "", "JUMELAGE_DATA": str(ROOT)}
    return lambda kind: on_a_terminal(ROOT / "tests" / "repl_child.py", kind, env)


def test_a_whole_conversation(start: Start, bot: Bot) -> None:
    name = bot.grammar.knowledge.entities[bot.grammar.knowledge.with_role(Role.PARTNER)[0]].name
    answer = ask(bot, f"population de {name}")

    with start("command") as terminal:
        terminal.expect("Chargement…")
        terminal.expect(PROMPT)
        terminal.type(f"population de {name[:4].lower()}{TAB}")
        terminal.expect(name)
        terminal.type(ENTER)
        terminal.expect(answer.text)
        terminal.expect(f"Source : {answer.citations[0].title}")
        terminal.expect(PROMPT)
        terminal.type(f"/sources{ENTER}")
        terminal.expect(f"« {answer.citations[0].excerpt} »")
        terminal.expect(PROMPT)
        terminal.type(f"/explique{ENTER}")
        terminal.expect("Vouliez-vous dire /expliquer ?")
        terminal.expect(PROMPT)
        terminal.type(f"/expliquer{ENTER}")
        terminal.expect("Décision")
        terminal.expect(PROMPT)
        terminal.type(CTRL_D)
        terminal.expect("Au revoir.")
        code = terminal.wait()

    assert code == 0
    assert "\x1b[2mSource : " in terminal.raw
    assert "Traceback" not in terminal.shown


def test_questions_are_found_again_in_the_next_conversation(start: Start, tmp_path: Path) -> None:
    with start("quick") as terminal:
        terminal.expect(PROMPT)
        terminal.type(f"bonjour{ENTER}")
        terminal.expect(PROMPT)
        terminal.type(f"/quitter{ENTER}")
        terminal.expect("Au revoir.")
        terminal.wait()

    with start("quick") as terminal:
        terminal.expect(PROMPT)
        terminal.type(UP + UP)
        terminal.expect("bonjour")
        terminal.type(CTRL_C + CTRL_D)
        terminal.expect("Au revoir.")
        code = terminal.wait()

    (path,) = (p for p in tmp_path.rglob("*") if p.is_file())
    assert path.stat().st_mode & 0o777 == 0o600
    assert code == 0


def test_ctrl_c_clears_the_line_then_leaves(start: Start) -> None:
    with start("quick") as terminal:
        terminal.expect(PROMPT)
        terminal.type("sans suite")
        terminal.expect("sans suite")
        terminal.type(f"{CTRL_C}/nouveau{ENTER}")
        terminal.expect("On recommence")
        terminal.expect(PROMPT)
        terminal.type(CTRL_C)
        terminal.expect("Au revoir.")
        code = terminal.wait()

    assert code == 0
    assert "Traceback" not in terminal.shown


def test_ctrl_c_stops_an_answer_without_a_traceback(start: Start) -> None:
    with start("slow") as terminal:
        terminal.expect(PROMPT)
        terminal.type(f"bonjour{ENTER}")
        terminal.expect("patience")
        terminal.type(CTRL_C)
        terminal.expect("Interrompu.")
        terminal.expect(PROMPT)
        terminal.type(CTRL_D)
        code = terminal.wait()

    assert code == 0
    assert "Traceback" not in terminal.shown


def test_without_a_place_for_history_the_conversation_goes_on(start: Start, tmp_path: Path) -> None:
    (tmp_path / "jumelage-bot").touch()

    with start("quick") as terminal:
        terminal.expect("L'historique ne sera pas gardé")
        terminal.expect(PROMPT)
        terminal.type(f"bonjour{ENTER}")
        terminal.expect(PROMPT)
        terminal.type(CTRL_D)
        code = terminal.wait()

    assert code == 0
    assert terminal.shown.count("L'historique ne sera pas gardé") == 1
