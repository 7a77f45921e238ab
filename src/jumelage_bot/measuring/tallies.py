"""Count what is right."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, of how many."""

    right: int
    total: int

    @property
    def percent(self) -> float:
        """The share that is right, from 0 to 100; 0 of none."""
        return 100 * self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Confusion:
    """What won, for each thing that should have."""

    expected: tuple[str, ...]
    got: tuple[str, ...]
    """Those expected that were got, in their order, then the others."""
    counts: Mapping[tuple[str, str], int]

    def count(self, expected: str, got: str) -> int:
        """Return how often one was got where another was expected."""
        return self.counts.get((expected, got), 0)

    def total(self, expected: str) -> int:
        """Return how often something was expected."""
        return sum(self.count(expected, got) for got in self.got)

    @property
    def mistakes(self) -> tuple[tuple[str, str, int], ...]:
        """What was taken for what, and how often; the most frequent first."""
        wrong = [(e, g, n) for (e, g), n in self.counts.items() if e != g]
        return tuple(sorted(wrong, key=lambda each: (-each[2], each[0], each[1])))


def tally(verdicts: Iterable[bool]) -> Tally:
    """Return how many verdicts are right."""
    listed = list(verdicts)
    return Tally(sum(listed), len(listed))


def tally_by(verdicts: Iterable[tuple[str, bool]]) -> Mapping[str, Tally]:
    """Return how many verdicts are right in each group, by the name of the group."""
    groups: dict[str, list[bool]] = {}
    for group, is_right in verdicts:
        groups.setdefault(group, []).append(is_right)
    return {group: tally(groups[group]) for group in sorted(groups)}


def confuse(pairs: Iterable[tuple[str, str]]) -> Confusion:
    """Return the confusion of pairs (expected, got)."""
    counts: dict[tuple[str, str], int] = {}
    for pair in pairs:
        counts[pair] = counts.get(pair, 0) + 1
    expected = tuple(sorted({e for e, _ in counts}))
    return Confusion(expected, tuple(_columns(expected, {g for _, g in counts})), counts)


def _columns(expected: tuple[str, ...], got: set[str]) -> Iterator[str]:
    yield from (each for each in expected if each in got)
    yield from sorted(got.difference(expected))
