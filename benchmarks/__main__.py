"""Measure everything, print one table; exit with 1 if a goal is missed by more than noise."""

import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, Progress, table
from benchmarks.growth import measure_growth, write_contents
from benchmarks.intents import measure_intents
from benchmarks.latency import measure_latency
from benchmarks.memory import measure_memory
from benchmarks.names import measure_names
from benchmarks.plot import draw
from benchmarks.starting import import_budget, measure_starting
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.settings import shipped_data
from towns import make_towns

QUESTIONS = Path(__file__).parent / "questions.txt"
PLOT = Path(__file__).parents[1] / "docs" / "growth.svg"


def main() -> int:
    """Print the table and return the exit status."""
    questions = QUESTIONS.read_text(encoding="utf-8").splitlines()
    progress = Progress()
    bot = build_bot(shipped_data())  # First: what it keeps is there for those that start cold.
    figures = measure_starting(questions, progress)
    figures += measure_latency(bot, questions, progress)
    figures += measure_intents(bot, progress)
    figures += _measure_many_towns(progress)
    progress.clear()
    figures += measure_memory()
    sys.stdout.write(f"{table(figures)}\n\n{import_budget()}\n")
    return int(any(figure.is_missed for figure in figures))


def _measure_many_towns(progress: Progress) -> list[Figure]:
    """Return what it costs to know of thousands of towns, and draw it."""
    with tempfile.TemporaryDirectory() as folder:
        contents, cache = write_contents(Path(folder)), Path(folder) / "kept"
        bots = {towns: build_bot(content, cache=cache) for towns, content in contents.items()}
        most = max(bots)
        figures = measure_names(bots[most], make_towns(most), progress)
        grown, points = measure_growth(contents, bots, cache, progress)
    PLOT.write_text(draw(points), encoding="utf-8")
    return [*figures, *grown]


if __name__ == "__main__":
    sys.exit(main())
