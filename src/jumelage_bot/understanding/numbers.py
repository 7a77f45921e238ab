"""Read the numbers of an utterance, in digits or in words."""

from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.understanding.grammar import Grammar

HUNDRED = 100
FOUR_TWENTIES = (4, 20)
"""French counts "quatre-vingts" by multiplying."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the units that write it, consecutive."""

    value: int
    start: int
    end: int
    """Index after the last unit."""

    @property
    def units(self) -> frozenset[int]:
        """The units that write it."""
        return frozenset(range(self.start, self.end))


def find_numbers(analysis: Analysis, grammar: Grammar) -> tuple[Number, ...]:
    """Return the numbers written in a message, the longest ones, in order."""
    found: list[Number] = []
    index = 0
    while index < len(analysis.units):
        parts: list[int] = []
        start = index
        while index < len(analysis.units):
            part = value_of(analysis.units[index], grammar)
            if part is None or (parts and analysis.units[index].clause != _clause(start, analysis)):
                break
            parts.append(part)
            index += 1
        if parts:
            found.append(Number(_combine(parts), start, index))
        else:
            index += 1
    return tuple(found)


def value_of(unit: Unit, grammar: Grammar) -> int | None:
    """Return the number that one unit writes, if it writes one."""
    if unit.is_number:
        return int(unit.text) if unit.text.isdecimal() else None
    named = (grammar.language.numbers.get(key) for key in unit.keys)
    return next((number for number in named if number is not None), None)


def _clause(index: int, analysis: Analysis) -> int:
    return analysis.units[index].clause


def _combine(parts: list[int]) -> int:
    """Return the number that consecutive parts write: 2, 1000000 is two million."""
    total = group = 0
    for part in parts:
        if part > HUNDRED and part % 1_000 == 0 and group < part:
            total += max(group, 1) * part
            group = 0
        elif part == HUNDRED:
            group = max(group, 1) * HUNDRED
        elif (group % HUNDRED, part) == FOUR_TWENTIES:
            group += FOUR_TWENTIES[0] * FOUR_TWENTIES[1] - FOUR_TWENTIES[0]
        else:
            group += part
    return total + group
