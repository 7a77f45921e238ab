"""Measure everything, print one table; exit with 1 if a goal is missed by more than noise."""

import sys
from pathlib import Path

from benchmarks.figures import Progress, table
from benchmarks.latency import measure_latency
from benchmarks.memory import measure_memory
from benchmarks.starting import import_budget, measure_starting
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.settings import shipped_data

QUESTIONS = Path(__file__).parent / "questions.txt"


def main() -> int:
    """Print the table and return the exit status."""
    questions = QUESTIONS.read_text(encoding="utf-8").splitlines()
    progress = Progress()
    bot = build_bot(shipped_data())  # First: what it keeps is there for those that start cold.
    figures = measure_starting(questions, progress)
    figures += measure_latency(bot, questions, progress)
    progress.clear()
    figures += measure_memory()
    sys.stdout.write(f"{table(figures)}\n\n{import_budget()}\n")
    return int(any(figure.is_missed for figure in figures))


if __name__ == "__main__":
    sys.exit(main())
