"""Set aside what makes a number less exact ("près de 50 000"): it evokes nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from jumelage_bot.domain.analysis import Unit
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.numbers import value_of
from jumelage_bot.understanding.phrases import is_operator_key


def set_qualifiers_aside(units: Sequence[Unit], grammar: Grammar) -> tuple[Unit, ...]:
    """Return the units, those of a qualifier of the schema before a number ignorable.

    But for those that compare ("plus de 50 000"), which are operators first.
    """
    found = {
        index
        for number, unit in enumerate(units)
        if value_of(unit, grammar) is not None
        for index in _before(number, units, grammar.qualifiers)
        if not any(map(is_operator_key, units[index].keys))
    }
    return tuple(
        replace(unit, keys=frozenset({unit.text.lower()}), question=None, is_ignorable=True)
        if index in found
        else unit
        for index, unit in enumerate(units)
    )


def _before(
    number: int, units: Sequence[Unit], qualifiers: Iterable[tuple[str, ...]]
) -> Iterator[int]:
    """Yield the units of the qualifier that ends where a number begins."""
    for qualifier in qualifiers:
        start = number
        said: tuple[str, ...] = ()
        while start and len(said) < len(qualifier):
            start -= 1
            said = (*words(units[start].text), *said)
        if said == qualifier:
            yield from range(start, number)
