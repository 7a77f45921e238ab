"""Find what is said of a property: a value, a limit, a state, that there is one at all."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.reading import Analysis
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.evidence import PropertyEvidence
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.said import ConditionEvidence, find_said

MAX_CONDITIONS = 3
"""Conditions said at once, at most."""
MAX_CHOICES = 8
"""Conditions found up to which all choices of three are tried; beyond, those of two."""
MAX_EVIDENCE = 24
"""Beyond so many, a message says too much to be one question."""


def find_conditions(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> tuple[ConditionEvidence, ...]:
    """Return every condition that a message may hold, those denied marked so."""
    found = dict.fromkeys(_deny(each, analysis) for each in find_said(analysis, evidence, grammar))
    return tuple(found) if len(found) <= MAX_EVIDENCE else ()


def combine(found: tuple[ConditionEvidence, ...]) -> Iterator[tuple[ConditionEvidence, ...]]:
    """Yield every choice of conditions whose values do not overlap, the larger ones last."""
    largest = MAX_CONDITIONS if len(found) <= MAX_CHOICES else MAX_CONDITIONS - 1
    for size in range(1, largest + 1):
        for chosen in combinations(found, size):
            values = [i for each in chosen for i in each.value]
            if len(values) == len(set(values)):
                yield chosen


def _deny(found: ConditionEvidence, analysis: Analysis) -> ConditionEvidence:
    """Return a condition, negated if its clause denies it."""
    clauses = {analysis.units[i].clause for i in found.value}
    denying = {
        i
        for i, unit in enumerate(analysis.units)
        if unit.clause in clauses and has_operator(unit, Operator.NOT)
    }
    if not denying:
        return found
    denied = replace(found.condition, is_negated=True)
    return replace(found, condition=denied, units=found.units | denying)
