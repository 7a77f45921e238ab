"""Find what is said of a property: a value, a limit, a state, that there is one at all."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.language import Operator
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.said_measures import find_measures
from jumelage_bot.understanding.said_values import find_values
from jumelage_bot.understanding.told import ConditionEvidence

LARGEST = ((6, 3), (12, 2), (24, 1))
"""Conditions found, at most, and how many of them are tried at once: time is bounded."""


def find_conditions(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> tuple[ConditionEvidence, ...]:
    """Return every condition that a message may hold, those denied marked so."""
    denying = [i for i, u in enumerate(analysis.units) if has_operator(u, Operator.NOT)]
    found = dict.fromkeys(
        _deny(each, denying, analysis)
        for find in (find_values, find_measures)
        for each in find(analysis, evidence, grammar)
    )
    return tuple(found)


def combine(found: tuple[ConditionEvidence, ...]) -> Iterator[tuple[ConditionEvidence, ...]]:
    """Yield every choice of conditions whose values do not overlap, the larger ones last."""
    largest = next((size for most, size in LARGEST if len(found) <= most), 0)
    for size in range(1, largest + 1):
        for chosen in combinations(found, size):
            values = [i for each in chosen for i in each.value]
            if len(values) == len(set(values)):
                yield chosen


def _deny(
    found: ConditionEvidence, denying: Sequence[int], analysis: Analysis
) -> ConditionEvidence:
    """Return a condition, negated if a word of its clause denies it."""
    clauses = {analysis.units[i].clause for i in found.value}
    beside = frozenset(i for i in denying if analysis.units[i].clause in clauses)
    if not beside:
        return found
    denied = replace(found.condition, is_negated=True)
    return replace(found, condition=denied, units=found.units | beside)
