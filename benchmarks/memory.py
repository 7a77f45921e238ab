"""Weigh a process that answers thousands of questions, each with words never seen before.

Run by itself, it writes what it weighs after each milestone as one line of JSON: the
questions answered so far and the megabytes.
"""

import gc
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from benchmarks.figures import Figure, Progress
from benchmarks.latency import NOW
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.settings import shipped_data

MILESTONES = (10_000, 20_000)
MAX_GROWTH = 2.0
"""Megabytes."""
SEED = 20_261_123
SYLLABLES = ("ba", "cho", "dri", "fen", "gla", "jou", "kor", "lim", "nu", "pré", "rou", "stè")
OPENINGS = ("Quel est", "Donnez-moi", "je cherche", "Bonjour, je voudrais", "c quoi")


def measure_memory() -> list[Figure]:
    """Return how much a process grows between the milestones; it runs apart, and says how far."""
    command = [sys.executable, "-m", "benchmarks.memory"]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    weights = dict(json.loads(line) for line in run.stdout.splitlines())
    first, last = MILESTONES
    name = f"mémoire, {last} questions contre {first}"
    return [Figure(name, weights[last], weights[first], "Mo", MAX_GROWTH, is_difference=True)]


def make_questions(knowledge: KnowledgeBase, seed: int) -> Iterator[str]:
    """Yield distinct questions without end: our names and properties, and unseen words."""
    rng = random.Random(seed)
    labels = [p.label for p in knowledge.properties.values()]
    names = [entity.name for entity in knowledge.entities.values()]
    seen: set[str] = set()
    while True:
        unseen = "".join(rng.choices(SYLLABLES, k=rng.randint(3, 5)))
        if unseen not in seen:
            seen.add(unseen)
            other = "".join(rng.choices(SYLLABLES, k=6))
            asked = f"{rng.choice(OPENINGS)} {rng.choice(labels)} de {rng.choice(names)}"
            yield f"{asked} {unseen}, {other} ?"


def resident() -> float:
    """Return the megabytes of memory that this process holds now."""
    gc.collect()
    status = Path("/proc/self/status")
    if not status.is_file():
        sys.exit("La mémoire se lit dans /proc : sous Linux seulement.")
    (line,) = (each for each in status.read_text().splitlines() if each.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    """Answer the questions, and write what the process weighs at each milestone."""
    bot = build_bot(shipped_data())
    progress = Progress()
    questions = make_questions(bot.grammar.knowledge, SEED)
    for number, question in enumerate(islice(questions, MILESTONES[-1]), start=1):
        progress.show("mémoire", number, MILESTONES[-1])
        bot.reply(Utterance(question, NOW))
        if number in MILESTONES:
            progress.clear()
            sys.stdout.write(json.dumps([number, resident()]) + "\n")


if __name__ == "__main__":
    main()
