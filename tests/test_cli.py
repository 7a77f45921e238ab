"""The command as people run it: a process, its output, its exit code."""

import json
import os
import subprocess
import sys
import sysconfig
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from breaking import Break, change, copy_content
from jumelage_bot.bot import Bot
from jumelage_bot.channels.json_lines import to_json
from support import ask

SCRIPT = [str(Path(sysconfig.get_path("scripts")) / "jumelage-bot")]
MODULE = [sys.executable, "-m", "jumelage_bot"]
KEYS = {"text", "status", "intent", "confidence", "entities", "sources", "suggestions"}
QUESTION = "À bientôt, l'été !"
WRONG = Break("intents.yaml", "query: count", "query: counted", "query: counted", "unknown")
STOLEN = Break(
    "intents.yaml",
    '"tout sur {subject}"',
    '"la population de {subject}"',
    "la population de",
    "it is read as",
)

Run = subprocess.CompletedProcess[str]

# What takes long to make is there: nothing is told of it.
pytestmark = pytest.mark.usefixtures("parser")


def run(*arguments: str, stdin: str = "", data: Path | None = None) -> Run:
    """Run the command where only its arguments, or `data`, say what content it reads."""
    env = {name: value for name, value in os.environ.items() if name != "JUMELAGE_DATA"}
    if data:
        env["JUMELAGE_DATA"] = str(data)
    command = SCRIPT if data else MODULE
    return subprocess.run(
        [*command, *arguments],
        input=stdin,
        env=env,
        capture_output=True,
        encoding="utf-8",
        timeout=240,
        check=False,
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("ask",), "--batch"),
        (("ask", QUESTION, "--json", "--batch", "-"), "--batch"),
        (("ask", "--batch", "-"), "--json"),
        (("ask", "--json", "--batch", "nulle-part.jsonl"), "nulle-part.jsonl"),
        (("ask", QUESTION, "--date", "demain"), "--date"),
        (("ask", QUESTION, "--jsn"), "--jsn"),
        (("explain",), "QUESTION"),
        (("demander", QUESTION), "demander"),
    ],
)
def test_bad_usage_is_told_and_exits_with_2(arguments: tuple[str, ...], told: str) -> None:
    found = run(*arguments)

    assert found.returncode == 2
    assert found.stdout == ""
    assert told in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize("command", ["ask", "eval"])
def test_help_shows_its_examples_as_they_are_typed(command: str) -> None:
    found = run(command, "--help")

    assert found.returncode == 0
    assert f"\n  jumelage-bot {command} " in found.stdout
    assert "\\b" not in found.stdout


@pytest.mark.parametrize("options", [(), ("--rapide",)])
def test_the_shipped_content_is_checked_from_anywhere(options: tuple[str, ...]) -> None:
    found = run("check", *options)

    assert (found.returncode, found.stderr) == (0, "")
    assert len(found.stdout.splitlines()) == 1


@pytest.mark.parametrize("command", [("check",), ("ask", QUESTION), ("explain", QUESTION)])
def test_broken_content_is_told_at_once_and_exits_with_1(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    path, line = change(copy_content(tmp_path), WRONG)
    before = os.times()

    found = run(*command, "--data", str(tmp_path))

    after = os.times()
    spent = sum(after[2:4]) - sum(before[2:4])  # Seconds of processor, of the processes it ran.
    # Loading the model takes longer.
    assert spent < 3
    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith(f"{path}:{line}: ")
    assert "Traceback" not in found.stderr


def test_an_example_that_another_intent_wins_is_told_unless_in_haste(tmp_path: Path) -> None:
    path, line = change(copy_content(tmp_path), STOLEN)

    found = run("check", "--data", str(tmp_path))
    in_haste = run("check", "--rapide", "--data", str(tmp_path))

    assert (found.returncode, found.stdout) == (1, "")
    assert found.stderr.startswith(f"{path}:{line}: ")
    assert STOLEN.what in found.stderr
    assert (in_haste.returncode, in_haste.stderr) == (0, "")


def test_the_environment_may_say_where_the_content_is(tmp_path: Path) -> None:
    path, line = change(copy_content(tmp_path), WRONG)

    found = run("check", data=tmp_path)

    assert found.returncode == 1
    assert found.stderr.startswith(f"{path}:{line}: ")


def test_what_serves_the_terminal_is_not_loaded_without_one() -> None:
    code = (
        "import sys, jumelage_bot.cli as cli\n"
        "try: cli.main()\n"
        "finally: print({'prompt_toolkit', 'rich'} & set(sys.modules))"
    )

    found = subprocess.run(
        [sys.executable, "-c", code, "check", "--rapide"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert found.stdout.splitlines()[-1] == "set()"


def test_what_serves_slack_is_not_loaded_to_answer_here() -> None:
    libraries = {"slack_bolt", "slack_sdk", "sqlalchemy", "alembic", "uvicorn", "websockets"}
    code = (
        "import sys, jumelage_bot.cli as cli\n"
        "try: cli.main()\n"
        f"finally: print({libraries} & set(sys.modules))"
    )

    found = subprocess.run(
        [sys.executable, "-c", code, "ask", "Bonjour"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert found.stdout.splitlines()[-1] == "set()"


def test_an_option_overrides_the_environment(tmp_path: Path) -> None:
    change(copy_content(tmp_path), WRONG)
    (tmp_path / "empty").mkdir()

    found = run("check", "--data", str(tmp_path / "empty"), data=tmp_path)

    assert found.returncode == 1
    assert "file not found" in found.stderr


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """The runs that load the model: each takes seconds, so they go side by side."""
    lines = "\n".join(json.dumps({"text": text}) for text in ("bonjour", QUESTION, "merci"))
    batch = tmp_path_factory.mktemp("batch") / "questions.jsonl"
    batch.write_text(lines, encoding="utf-8")
    calls = {
        "json": lambda: run("ask", "--json", QUESTION),
        "file": lambda: run("ask", "--json", "--batch", str(batch), "--date", "2026-11-23"),
        "stdin": lambda: run("ask", "--json", "--batch", "-", stdin=f"{lines}\n\nzut\n"),
        "repl": lambda: run("repl", stdin=f"bonjour\n\n{QUESTION}\n/quitter\nmerci\n"),
        "explain": lambda: run("explain", QUESTION),
    }
    with ThreadPoolExecutor() as pool:
        started = {name: pool.submit(call) for name, call in calls.items()}
    return {name: call.result() for name, call in started.items()}


@pytest.mark.parametrize(
    ("name", "code"), [("json", 0), ("file", 0), ("stdin", 2), ("repl", 0), ("explain", 0)]
)
def test_the_exit_code_says_how_it_went(name: str, code: int, runs: dict[str, Run]) -> None:
    assert runs[name].returncode == code
    assert (runs[name].stderr == "") == (code == 0)


def test_an_answer_in_json_is_one_object_of_ascii(runs: dict[str, Run], bot: Bot) -> None:
    text = runs["json"].stdout

    assert text.isascii()
    assert text == to_json(ask(bot, QUESTION)) + "\n"
    assert set(json.loads(text)) == KEYS


@pytest.mark.parametrize("name", ["file", "stdin"])
def test_a_batch_gives_one_object_a_line(name: str, runs: dict[str, Run], bot: Bot) -> None:
    lines = runs[name].stdout.splitlines()

    assert lines[:3] == [to_json(ask(bot, text)) for text in ("bonjour", QUESTION, "merci")]


def test_a_bad_line_is_told_and_does_not_stop_a_batch(runs: dict[str, Run]) -> None:
    *_, bad = runs["stdin"].stdout.splitlines()

    assert len(runs["file"].stdout.splitlines()) == 3
    assert set(json.loads(bad)) == {*KEYS, "error"}
    assert runs["stdin"].stderr.startswith("ligne 5 : ")


def test_piped_questions_are_answered_one_a_line(runs: dict[str, Run], bot: Bot) -> None:
    expected = [ask(bot, text).text for text in ("bonjour", QUESTION)]

    assert [" ".join(text.split()) for text in expected] == runs["repl"].stdout.splitlines()
    assert "\x1b" not in runs["repl"].stdout


def test_a_question_is_explained_down_to_its_answer(runs: dict[str, Run], bot: Bot) -> None:
    assert runs["explain"].stdout.startswith("Question lue\n")
    assert runs["explain"].stdout.rstrip().endswith(ask(bot, QUESTION).text)
