"""Draw a measure on one page that stands alone: no script, nothing to fetch."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from jumelage_bot.answering.french import moment
from jumelage_bot.channels.report.failures import Failure
from jumelage_bot.channels.report.words import GRASPS, NOISES, count, percent, points
from jumelage_bot.channels.wrapping import tied
from jumelage_bot.domain.values import Moment
from jumelage_bot.measuring.measure import Measure
from jumelage_bot.measuring.tallies import Confusion, Tally, tally

TEMPLATE = "page.html"


@dataclass(frozen=True, slots=True)
class Bar:
    """A share, drawn as a bar."""

    label: str
    tally: Tally
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How often one intent was got where another was expected."""

    expected: str
    got: str
    count: int
    heat: int
    """Its share of what was expected, from 0 to 100."""

    @property
    def is_right(self) -> bool:
        """Whether it stands on the diagonal."""
        return self.expected == self.got


def to_page(
    measure: Measure, failures: Sequence[Failure], files: Sequence[str], day: dt.date
) -> str:
    """Return the page of a measure of some files, asked on a day."""
    template = _environment().get_template(TEMPLATE)
    turns = measure.turns
    return template.render(
        day=moment(Moment(day.year, day.month, day.day)),
        files=files,
        overall=measure.overall,
        turns=tally(turn.is_right for turn in turns),
        wrong_claims=tally(turn.is_wrong_claim for turn in turns),
        untrue=tally(turn.is_false for turn in turns),
        categories=[Bar(name, t) for name, t in measure.by_category.items()],
        grasps=[Bar(GRASPS[g], t) for g, t in measure.by_grasp.items() if t.total],
        noises=[
            Bar(NOISES[noise], tallied, points(measure.cost(noise)))
            for noise, tallied in measure.noises.items()
        ],
        confusion=measure.confusion,
        rows=tuple(_rows(measure.confusion)),
        failures=failures,
    )


def _environment() -> Environment:
    """Return the environment of the page: what people wrote is escaped."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(percent=percent, count=count, tied=tied)
    return environment


def _rows(confusion: Confusion) -> Iterator[tuple[str, list[Cell]]]:
    for expected in confusion.expected:
        total = confusion.total(expected)
        counts = [(got, confusion.count(expected, got)) for got in confusion.got]
        yield expected, [Cell(expected, got, n, round(100 * n / total)) for got, n in counts]
