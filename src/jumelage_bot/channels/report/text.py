"""Tell a measure in a terminal: each failure, then the figures, so that these stay in sight."""

from collections.abc import Iterator, Sequence

from jumelage_bot.channels.report.failures import Failure
from jumelage_bot.channels.report.words import GRASPS, NOISES, count, percent, points
from jumelage_bot.channels.terminal import printable
from jumelage_bot.measuring.measure import Measure
from jumelage_bot.measuring.tallies import Tally, tally

MIN_LABEL = 28
"""Width of the first column."""


def lines_of_text(measure: Measure, failures: Sequence[Failure]) -> Iterator[str]:
    """Yield the lines of a measure."""
    for number, failure in enumerate(failures, start=1):
        yield from _failure(number, failure)
        yield ""
    width = max(MIN_LABEL, *(len(category) for category in measure.by_category))
    yield "Justes, par catégorie"
    for category, tallied in measure.by_category.items():
        yield _row(printable(category), tallied, width)
    yield _row("ensemble", measure.overall, width)
    yield from _claims(measure, width)
    yield "Mémoire ou compréhension (questions justes)"
    for grasp, tallied in measure.by_grasp.items():
        if tallied.total:
            yield _row(GRASPS[grasp], tallied, width)
    yield from _confusion(measure, width)
    if measure.noises:
        yield "Ce que coûte un bruit"
        for noise, tallied in measure.noises.items():
            yield f"{_row(NOISES[noise], tallied, width)}   {points(measure.cost(noise))}"


def _claims(measure: Measure, width: int) -> Iterator[str]:
    turns = measure.turns
    yield "Prétend répondre, à tort"
    yield _row("en tout", tally(turn.is_wrong_claim for turn in turns), width)
    yield _row("dont faux", tally(turn.is_false for turn in turns), width)


def _confusion(measure: Measure, width: int) -> Iterator[str]:
    confusion = measure.confusion
    if not confusion.counts:
        return
    total = sum(confusion.counts.values())
    wrong = confusion.mistakes
    yield "Intentions (attendue → obtenue)"
    yield _row("celle attendue", Tally(total - sum(n for _, _, n in wrong), total), width)
    for expected, got, times in wrong:
        yield f"  {printable(f'{expected} → {got}'):{width}} {count(times):>9}"


def _row(label: str, tallied: Tally, width: int) -> str:
    share = f"{count(tallied.right)}/{count(tallied.total)}"
    return f"  {label:{width}} {share:>9}  {percent(tallied.percent):>8}"


def _failure(number: int, failure: Failure) -> Iterator[str]:
    turn = f", tour {failure.number}" if failure.is_in_conversation else ""
    yield f"Échec {number} : {failure.id} ({failure.category}{turn})"
    yield f"  question : {failure.question}"
    yield f"  attendu : {failure.expected}"
    yield f"  réponse : {failure.reply or '(aucune)'} [{failure.status}]"
    yield from (f"  en cause : {fault}" for fault in failure.faults)
    yield from (f"    {line}" for line in failure.trace.splitlines())
