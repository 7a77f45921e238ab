"""Time how names are found among thousands, beside a comparison with each of them."""

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.figures import Figure, Progress
from jumelage_bot.bot import Bot
from jumelage_bot.domain.utterance import Parse
from jumelage_bot.understanding.lexicon import Lexicon
from jumelage_bot.understanding.mentions import MIN_FUZZY, find_mentions
from jumelage_bot.understanding.near_names import MIN_TWICE, find_near, index_names
from jumelage_bot.understanding.normalise import words
from misspelling import misspelt
from towns import SEED, Town, make_towns

ASKED = 300
"""Questions for each number of edits."""
QUESTION = "Qui est le maire de {name} ?"
MANY = 100_000
MAX_RATIO = 1 / 20
MIN_RECALL = 0.95


@dataclass(frozen=True, slots=True)
class Sample:
    """One question, with the microseconds that each side takes and whether it finds the town."""

    ours: float
    brute: float
    is_ours: bool
    is_brute: bool


def measure_names(bot: Bot, towns: Sequence[Town], progress: Progress) -> list[Figure]:
    """Return what names cost in questions on so many towns, and how many are found."""
    samples = {edits: _samples(bot, towns, edits, progress) for edits in (1, 2)}
    every = [sample for of_edits in samples.values() for sample in of_edits]
    found = f"noms trouvés parmi {len(towns)}"
    return [
        Figure(
            f"{found}, médiane",
            median(s.ours for s in every),
            median(s.brute for s in every),
            "µs",
            MAX_RATIO,
        ),
        _recall(f"{found}, 1 ou 2 fautes", every, MIN_RECALL),
        _recall(f"{found}, 2 fautes", samples[2]),
        _look_up(progress),
    ]


def _recall(name: str, samples: Sequence[Sample], least: float | None = None) -> Figure:
    """Return how many towns are found; where several are as near, if it is among them."""
    ours = 100 * sum(s.is_ours for s in samples) / len(samples)
    brute = 100 * sum(s.is_brute for s in samples) / len(samples)
    return Figure(name, ours, brute, "%", least, is_least=True)


def _samples(bot: Bot, towns: Sequence[Town], edits: int, progress: Progress) -> list[Sample]:
    rng = random.Random(SEED)
    lexicon, knowledge = bot.grammar.lexicon, bot.grammar.knowledge
    names = sorted(lexicon.ours.keys() | lexicon.foreign)
    samples = []
    for number in range(ASKED):
        progress.show(f"noms à {edits} fautes", number, ASKED)
        town = rng.choice(towns)
        written = QUESTION.format(name=misspelt(town.name, edits, rng))
        parse = bot.grammar.parser.parse(written)
        start = time.perf_counter()
        mentions = find_mentions(parse, lexicon, knowledge)
        between = time.perf_counter()
        nearest = _nearest(parse, names, lexicon)
        end = time.perf_counter()
        samples.append(
            Sample(
                1e6 * (between - start),
                1e6 * (end - between),
                any(town.id in mention.entities for mention in mentions),
                nearest is not None and town.id in lexicon.ours.get(nearest, ()),
            )
        )
    return samples


def _nearest(parse: Parse, names: Sequence[str], lexicon: Lexicon) -> str | None:
    """Return the name that some words of a question are nearest to, compared with each of them.

    The same words, with as many edits as in ours, wherever they are.
    """
    found: list[tuple[float, int, str]] = []
    for start in range(len(parse.tokens)):
        for end in range(start + 1, min(start + lexicon.longest, len(parse.tokens)) + 1):
            window = parse.tokens[start:end]
            written = "".join(token.folded for token in window)
            allowed = (len(written) >= MIN_FUZZY) + (len(written) >= MIN_TWICE)
            if allowed and not all(token.is_known for token in window):
                near = process.extractOne(written, names, scorer=OSA.distance, score_cutoff=allowed)
                if near:
                    found.append((near[1], start - end, near[0]))
    return min(found)[2] if found else None


def _look_up(progress: Progress) -> Figure:
    """Return what one misspelt name costs among very many."""
    rng = random.Random(SEED)
    names = sorted("".join(words(town.name)) for town in make_towns(MANY))
    index = index_names(names)
    ours, brute = [], []
    for number in range(ASKED):
        progress.show(f"noms parmi {MANY}", number, ASKED)
        written = misspelt(rng.choice(names), 1 + number % 2, rng)
        start = time.perf_counter()
        find_near(written, index)
        between = time.perf_counter()
        process.extractOne(written, names, scorer=OSA.distance, score_cutoff=2)
        ours.append(1e6 * (between - start))
        brute.append(1e6 * (time.perf_counter() - between))
    return Figure(f"un nom cherché parmi {MANY}, médiane", median(ours), median(brute), "µs")
