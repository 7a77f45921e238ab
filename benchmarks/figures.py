"""A figure with its yardstick, and the table of them."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

MODEL = "fr_core_news_sm"
TOLERANCE = 1.1
"""A goal missed by no more than this is noise."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, and what it is compared with in the same run."""

    name: str
    ours: float
    yardstick: float
    unit: str
    goal: float | None = None
    """The most that the ratio, or the difference, may be; None for what is only printed."""
    is_least: bool = False
    """Whether the goal is the least that it may be."""
    is_difference: bool = False
    """Whether the goal bounds what is added to the yardstick, rather than the ratio to it."""

    @property
    def compared(self) -> float:
        """The ratio to the yardstick, or the difference from it."""
        return self.ours - self.yardstick if self.is_difference else self.ours / self.yardstick

    @property
    def verdict(self) -> str:
        """What the table says of the goal."""
        if self.goal is None:
            return ""
        if self.is_held(1):
            return "tenu"
        return "manqué" if self.is_missed else "à 10 % près"

    @property
    def is_missed(self) -> bool:
        """Whether the goal is missed by more than noise."""
        return not self.is_held(TOLERANCE)

    def is_held(self, tolerance: float) -> bool:
        """Return whether there is no goal, or it is reached with this much tolerance."""
        if self.goal is None:
            return True
        if self.is_least:
            return self.compared >= self.goal / tolerance
        return self.compared <= self.goal * tolerance


@dataclass(frozen=True, slots=True)
class Progress:
    """A line that is written over, on a terminal only."""

    stream: TextIO = sys.stderr

    def show(self, what: str, done: int, total: int) -> None:
        """Say how far a measurement is."""
        if self.stream.isatty():
            self.stream.write(f"\r\033[K{what} : {100 * done // total} %")
            self.stream.flush()

    def clear(self) -> None:
        """Leave no trace."""
        if self.stream.isatty():
            self.stream.write("\r\033[K")
            self.stream.flush()


def table(figures: Iterable[Figure]) -> str:
    """Return the figures as the Markdown table of the README."""
    lines = [
        "| mesure | nous | étalon | rapport | but | |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    lines.extend(_row(figure) for figure in figures)
    return "\n".join(lines)


def _row(figure: Figure) -> str:
    unit = f" {figure.unit}"
    sign = f"+{{:.1f}}{unit}" if figure.is_difference else "{:.2f}"
    bound = "≥" if figure.is_least else "≤"
    goal = "" if figure.goal is None else f"{bound} {sign.format(figure.goal)}"
    cells = (
        figure.name,
        f"{figure.ours:.1f}{unit}",
        f"{figure.yardstick:.1f}{unit}",
        sign.format(figure.compared),
        goal,
        figure.verdict,
    )
    return f"| {' | '.join(cells)} |".replace(".", ",")
