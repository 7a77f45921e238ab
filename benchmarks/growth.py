"""Time and weigh the bot on more and more towns."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from benchmarks.figures import MODEL, Figure, Progress
from benchmarks.latency import NOW, p99
from directory import write_directory
from jumelage_bot.bot import Bot
from jumelage_bot.domain.utterance import Utterance
from misspelling import misspelt
from towns import SEED, Town, make_towns

SIZES = (5, 100, 1_000, 10_000)
"""Towns."""
ASKED = 300
ASKED_OF_ALL = 20
ROUNDS = 3
WEIGHED = 100
"""Questions answered before a process is weighed."""
MAX_P99 = 2.0
MAX_START = 1.0
OF_SOME = (
    "Qui est le maire de {one} ?",
    "combien d'habitants à {slip}",
    "Depuis quand est-on jumelé avec {one} ?",
    "Dans quel pays se trouve {one} ?",
    "{slip}, c'est en Allemagne ?",
    "Qui est le plus peuplé, {one} ou {other} ?",
    "le maire et la population de {one} svp",
    "{mayor} est-il le maire de {other} ?",
    "Parlez-moi de {one}",
    "Qui est le maire de Xanthopolis ?",
    "Quelle est la recette du cassoulet ?",
    "Bonjour",
)
"""What most ask: of one town, of two, of none."""
OF_ALL = (
    "De quelle ville {mayor} est-il maire ?",
    "Quelle ville jumelée est la plus peuplée ?",
)
"""What no answer can be given to without looking at every town."""

_START = """
import time
start = time.perf_counter()
import json, sys
from pathlib import Path
from jumelage_bot.bootstrap import build_bot
bot = build_bot(Path(sys.argv[1]), cache=Path(sys.argv[2]))
seconds = time.perf_counter() - start
from benchmarks.latency import NOW
from benchmarks.memory import resident
from jumelage_bot.domain.utterance import Utterance
for question in sys.stdin:
    bot.reply(Utterance(question.strip(), NOW))
print(json.dumps([seconds, resident()]))
"""
"""Starts on a folder of content and one of what is kept, and answers the questions of its input."""
_START_STOCK = f"""
import time
start = time.perf_counter()
import spacy
spacy.load('{MODEL}')
print(time.perf_counter() - start)
"""


@dataclass(frozen=True, slots=True)
class Point:
    """What the bot costs with so many towns."""

    towns: int
    p50: float
    """Milliseconds of an answer."""
    p99: float
    start: float
    """Seconds, with what is kept."""
    resident: float
    """Megabytes, once it has answered."""


def write_contents(folder: Path) -> Mapping[int, Path]:
    """Write a directory of each size, and return where."""
    contents = {size: folder / str(size) for size in SIZES}
    for size, content in contents.items():
        write_directory(content, make_towns(size))
    return contents


def questions_about(towns: Sequence[Town], templates: Sequence[str], number: int) -> list[str]:
    """Return so many questions about towns, each template in turn."""
    rng = random.Random(SEED)
    asked = []
    for template in islice(cycle(templates), number):
        one, other = rng.sample(towns, 2)
        slip = misspelt(one.name, 1, rng)
        asked.append(template.format(one=one.name, other=other.name, slip=slip, mayor=one.mayor))
    return asked


def measure_growth(
    contents: Mapping[int, Path], bots: Mapping[int, Bot], cache: Path, progress: Progress
) -> tuple[list[Figure], list[Point]]:
    """Return what grows with the towns, and what it is for each size."""
    towns = {size: make_towns(size) for size in bots}
    some = _times(bots, {n: questions_about(towns[n], OF_SOME, ASKED) for n in bots}, progress)
    of_all = {n: questions_about(towns[n], OF_ALL, ASKED_OF_ALL) for n in bots}
    every = _times(bots, of_all, progress)
    starts, weights, stock = _starts(contents, cache, progress)
    points = [
        Point(size, median(some[size]), p99(some[size]), starts[size], weights[size])
        for size in SIZES
    ]
    least, *_, most = points
    what = f"{most.towns} villes contre {least.towns}"
    return [
        Figure(f"réponse, 99e centile, {what}", most.p99, least.p99, "ms", MAX_P99),
        Figure(f"réponse, médiane, {what}", most.p50, least.p50, "ms"),
        Figure(
            f"réponse sur toutes les villes, médiane, {what}",
            median(every[most.towns]),
            median(every[least.towns]),
            "ms",
        ),
        Figure(f"départ, {most.towns} villes, contre le modèle", most.start, stock, "s", MAX_START),
        Figure(f"mémoire, {what}", most.resident, least.resident, "Mo"),
    ], points


def _times(
    bots: Mapping[int, Bot], asked: Mapping[int, Sequence[str]], progress: Progress
) -> Mapping[int, list[float]]:
    """Return the milliseconds of each answer with each number of towns, which take turns.

    The best of a few: the rarest are a matter of what else the machine does, and of no town.
    """
    turns = len(next(iter(asked.values())))
    best = {size: [float("inf")] * turns for size in bots}
    for number in range(ROUNDS):
        for index in range(turns):
            progress.show("villes", number * turns + index, ROUNDS * turns)
            for size, bot in bots.items():
                utterance = Utterance(asked[size][index], NOW)
                start = time.perf_counter()
                bot.reply(utterance)
                seconds = time.perf_counter() - start
                best[size][index] = min(best[size][index], 1000 * seconds)
    return best


def _starts(
    contents: Mapping[int, Path], cache: Path, progress: Progress
) -> tuple[Mapping[int, float], Mapping[int, float], float]:
    """Return the seconds to start and the megabytes of each size, and the seconds of the model."""
    seconds: dict[int, list[float]] = {size: [] for size in contents}
    weights: dict[int, float] = {}
    stock = []
    for number in range(ROUNDS):
        progress.show("départs", number, ROUNDS)
        for size, content in contents.items():
            asked = questions_about(make_towns(size), OF_SOME, WEIGHED)
            start, weights[size] = json.loads(_run(_START, content, cache, asked="\n".join(asked)))
            seconds[size].append(start)
        stock.append(float(_run(_START_STOCK)))
    return {size: median(each) for size, each in seconds.items()}, weights, median(stock)


def _run(code: str, *arguments: object, asked: str = "") -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    run = subprocess.run(command, check=True, input=asked, stdout=subprocess.PIPE, text=True)
    return run.stdout
