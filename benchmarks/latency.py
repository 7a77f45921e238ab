"""Time the answers of one process, beside the bare model on the same questions."""

import datetime as dt
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from benchmarks.figures import MODEL, Figure, Progress
from jumelage_bot.bot import Bot
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.understanding.normalise import clean, rewrite

ROUNDS = 8
"""The first is discarded: it fills the caches on both sides."""
NOW = dt.datetime(2026, 11, 23, 10, 0, tzinfo=dt.UTC)
MAX_P50 = 1.0
MAX_P99 = 2.0
MAX_PARSE = 0.6


@dataclass(frozen=True, slots=True)
class Sample:
    """One question, timed on every side within a few milliseconds; in milliseconds."""

    reply: float
    """A whole answer."""
    bare: float
    """The stock model, all its pipes, on the same text."""
    needed: float
    """The stock model without the pipes that are of no use to us."""
    parse: float
    """Our own parse alone."""


def measure_latency(bot: Bot, questions: Sequence[str], progress: Progress) -> list[Figure]:
    """Return the figures of a warm answer."""
    samples = _samples(bot, questions, progress)
    replies, bares = [s.reply for s in samples], [s.bare for s in samples]
    parses, needed = [s.parse for s in samples], [s.needed for s in samples]
    return [
        Figure("réponse, médiane", median(replies), median(bares), "ms", MAX_P50),
        Figure("réponse, 99e centile", p99(replies), p99(bares), "ms", MAX_P99),
        Figure(
            "hors analyse, médiane",
            median(s.reply - s.parse for s in samples),
            median(bares),
            "ms",
        ),
        Figure("analyse, médiane", median(parses), median(needed), "ms", MAX_PARSE),
    ]


def _samples(bot: Bot, questions: Sequence[str], progress: Progress) -> list[Sample]:
    """Return the samples of all rounds but the first.

    The sides take turns on each question, and the first to go changes from round to round:
    what else the machine is doing then slows all of them alike.
    """
    import spacy  # noqa: PLC0415  # only now: what it imports was set up with the bot

    stock = spacy.load(MODEL)
    needed = spacy.load(MODEL, exclude=["ner", "senter"])
    rewrites = bot.grammar.language.rewrites
    samples = []
    for number in range(ROUNDS):
        for index, question in enumerate(questions):
            progress.show("réponses", number * len(questions) + index, ROUNDS * len(questions))
            utterance = Utterance(question, NOW)
            cleaned = rewrite(clean(question), rewrites)
            sides: list[Callable[[], object]] = [
                lambda utterance=utterance: bot.reply(utterance),  # type: ignore[misc]
                lambda question=question: stock(question),  # type: ignore[misc]
                lambda question=question: needed(question),  # type: ignore[misc]
                lambda cleaned=cleaned: bot.grammar.parser.parse(cleaned),  # type: ignore[misc]
            ]
            times = [0.0] * len(sides)
            for turn in range(len(sides)):
                side = (turn + number) % len(sides)
                times[side] = _time(sides[side])
            if number:
                samples.append(Sample(*times))
    return samples


def _time(run: Callable[[], object]) -> float:
    """Return the milliseconds that a call takes."""
    start = time.perf_counter()
    run()
    return 1000 * (time.perf_counter() - start)


def p99(values: Sequence[float]) -> float:
    """Return what all but one in a hundred values stay under."""
    return quantiles(values, n=100)[-1]
