"""The measure as editors run it: a process, its figures, its page, its exit code."""

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from jumelage_bot.bot import Bot
from support import ask

Run = subprocess.CompletedProcess[str]

# What takes long to make is there: nothing is told of it.
pytestmark = pytest.mark.usefixtures("parser")

GREETING = '{"id": "1", "cat": "salut", "q": "bonjour", "status": ["chitchat"]}'
WRONG = '{"id": "2", "cat": "salut", "q": "merci", "status": ["answered"], "intent": "i\\ud800"}'
FOLLOWED = (
    '{"id": "3", "cat": "suite", "turns": [{"q": "merci", "status": ["chitchat"]},'
    ' {"q": "xyzzy", "status": ["out_of_scope"]}]}'
)


def measured(*arguments: str | Path) -> Run:
    return subprocess.run(
        [sys.executable, "-m", "jumelage_bot", "eval", *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("questions")
    lines = f"{GREETING}\n{WRONG}\n{FOLLOWED}\n"
    (folder / "questions.jsonl").write_text(lines, encoding="utf-8")
    conversation = "- ask: Bonjour\n  status: chitchat\n"
    (folder / "i.yaml").write_text(conversation, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def runs(folder: Path) -> dict[str, Run]:
    """The runs that load the model, side by side."""
    questions = folder / "questions.jsonl"
    page = folder / "page.html"
    calls: dict[str, tuple[str | Path, ...]] = {
        "text": (questions, folder / "i.yaml", "--min", "90"),
        "json": ("--json", "--bruit", "--html", page, "--min", "66", questions),
    }
    with ThreadPoolExecutor() as pool:
        started = {name: pool.submit(measured, *call) for name, call in calls.items()}
    return {name: run.result() for name, run in started.items()}


def test_too_few_right_answers_exit_with_1(runs: dict[str, Run]) -> None:
    found = runs["text"]

    assert found.returncode == 1
    assert found.stderr == "50,0\u00a0% de réponses justes : moins que le minimum, 90,0\u00a0%.\n"
    assert found.stdout.startswith("Échec 1 : 2 (salut)\n")
    assert "Question lue\n" in found.stdout
    assert "  ensemble " in found.stdout


def test_a_program_is_told_what_each_noise_costs(runs: dict[str, Run]) -> None:
    found = runs["json"]

    assert (found.returncode, found.stderr) == (0, "")
    told = json.loads(found.stdout)
    assert told["cases"] == {"right": 2, "total": 3, "percent": 66.67}
    assert set(told["noise"]) == {"accents", "capitals", "punctuation", "typo"}


def test_the_page_says_what_was_replied(runs: dict[str, Run], folder: Path, bot: Bot) -> None:
    page = (folder / "page.html").read_text(encoding="utf-8")

    assert runs["json"].returncode == 0
    assert page.rstrip().endswith("</html>")
    assert ask(bot, "merci").text.split("!")[0].strip() in page


def test_a_missing_or_broken_file_is_told_at_once_and_exits_with_2(folder: Path) -> None:
    broken = folder / "broken.jsonl"
    broken.write_text(f"{GREETING}\nzut\n", encoding="utf-8")

    found = measured(folder / "absent.jsonl", broken)

    assert (found.returncode, found.stdout) == (2, "")
    absent, line, count = found.stderr.splitlines()
    assert absent == f"{folder / 'absent.jsonl'}:1: ce fichier n'existe pas"
    assert line.startswith(f"{broken}:2: ce n'est pas un objet JSON")
    assert count == "2 problèmes dans les fichiers de questions."


@pytest.mark.parametrize(
    "arguments",
    [(), ("questions.jsonl", "--min", "101"), ("questions.jsonl", "--html", "nulle-part/a.html")],
)
def test_bad_usage_exits_with_2(arguments: tuple[str, ...], folder: Path) -> None:
    here = [folder / a if a.endswith(("jsonl", "html")) else a for a in arguments]

    found = measured(*here)

    assert (found.returncode, found.stdout) == (2, "")
    assert found.stderr
    assert "Traceback" not in found.stderr
