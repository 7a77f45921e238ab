"""Time and weigh whole processes: a question asked cold, beside the bare libraries."""

import json
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from benchmarks.figures import MODEL, Figure, Progress

ROUNDS = 9
"""The first is discarded: it reads the files from the disk."""
QUESTION = "Qui est le maire de Leonberg ?"
ASK = (sys.executable, "-m", "jumelage_bot", "ask")
SPACY = (sys.executable, "-c", "import spacy")
STOCK = (sys.executable, "-c", f"import spacy; spacy.load('{MODEL}')('{QUESTION}')")
MAX_OF_STOCK = 0.30
MAX_OF_IMPORT = 1.5
ASKED = 2_000
MAX_WEIGHT = 0.40
SHOWN = 12
"""Packages of the import budget."""

_IMPORT = re.compile(r"^import time: +(\d+) \| +\d+ \| +(\w+)", re.MULTILINE)
_WEIGH = """
import sys
status = open("/proc/self/status").read().splitlines()
print(next(line for line in status if line.startswith("VmRSS")).split()[1], file=sys.stderr)
"""


def measure_starting(questions: Sequence[str], progress: Progress) -> list[Figure]:
    """Return what a cold question costs, and what a process weighs after many."""
    sides = {"ask": (*ASK, QUESTION), "import": SPACY, "stock": STOCK}
    times: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(ROUNDS):
        progress.show("départs à froid", number, ROUNDS)
        for name, command in sides.items():
            times[name].append(_seconds(command))
    ask, bare, stock = (median(seconds[1:]) for seconds in times.values())
    return [
        Figure("question à froid, contre le modèle", ask, stock, "s", MAX_OF_STOCK),
        Figure("question à froid, contre import spacy", ask, bare, "s", MAX_OF_IMPORT),
        Figure(
            f"mémoire après {ASKED} questions",
            _weight_of_batch(questions),
            _weight(f"import spacy; nlp = spacy.load('{MODEL}'){_WEIGH}"),
            "Mo",
            MAX_WEIGHT,
        ),
    ]


def import_budget() -> str:
    """Return what the imports of a cold question cost, package by package, the dearest first."""
    command = (sys.executable, "-X", "importtime", "-m", "jumelage_bot", "ask", QUESTION)
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    costs: dict[str, int] = {}
    for own, package in _IMPORT.findall(run.stderr):
        costs[package] = costs.get(package, 0) + int(own)
    dearest = sorted(costs, key=lambda package: -costs[package])[:SHOWN]
    listed = ", ".join(f"{package} {costs[package] / 1000:.0f}" for package in dearest)
    return f"Imports d'une question, en ms ({sum(costs.values()) / 1000:.0f} en tout) : {listed}."


def _seconds(command: Sequence[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def _weight_of_batch(questions: Sequence[str]) -> float:
    """Return the megabytes of `ask --json --batch` once it has answered its questions."""
    asked = [questions[number % len(questions)] for number in range(ASKED)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "questions.jsonl"
        lines = (json.dumps({"text": text}) for text in asked)
        file.write_text("\n".join(lines), encoding="utf-8")
        arguments = ["jumelage-bot", "ask", "--json", "--batch", str(file)]
        return _weight(
            f"import sys; sys.argv = {arguments!r}\n"
            "from jumelage_bot.cli import main\n"
            f"try:\n    main()\nfinally:\n    exec({_WEIGH!r})"
        )


def _weight(code: str) -> float:
    run = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    return int(run.stderr.split()[-1]) / 1024
