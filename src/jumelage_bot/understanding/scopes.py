"""Find over what a question ranges: all our partners, all but some, those named."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Operator
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.subjects import find_subjects

FEWEST_NAMED = 2
"""What is chosen from or put in order are two at least."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Some of our partners, with the units that say which."""

    partners: tuple[str, ...]
    units: frozenset[int] = frozenset()
    is_named: bool = False
    """Whether they are named one by one."""


def find_scopes(
    analysis: Analysis, grammar: Grammar, without: frozenset[int] = frozenset()
) -> Iterator[Scope]:
    """Yield the sets of partners that a question may range over.

    Names among the units left out have another role, as the value of a condition.
    """
    yield everyone(analysis, grammar)
    for option in find_subjects(analysis, grammar, without):
        roles = {grammar.knowledge.role(e) for e in option.entities}
        is_many = len(option.entities) >= FEWEST_NAMED and roles == {Role.PARTNER}
        if is_many and not option.is_by_area:
            yield Scope(option.entities, option.units, is_named=True)


def everyone(analysis: Analysis, grammar: Grammar) -> Scope:
    """Return all our partners but those that are set apart ("toutes sauf Leonberg")."""
    partners = grammar.knowledge.with_role(Role.PARTNER)
    units: set[int] = set()
    excepted: set[str] = set()
    for index, unit in enumerate(analysis.units):
        if has_operator(unit, Operator.EXCEPT):
            for after in range(index + 1, len(analysis.units)):
                mention = analysis.units[after].mention
                named = set(mention.entities) if mention else set[str]()
                named |= {
                    p for e in named if _is_area(e, grammar) for p in grammar.knowledge.within(e)
                }
                named &= set(partners)
                excepted.update(named)
                units.update((index, after) if named else ())
        if has_operator(unit, Operator.INCLUDING):
            beside = (i for i in (index - 1, index + 1) if 0 <= i < len(analysis.units))
            named_beside = [i for i in beside if analysis.units[i].mention]
            units.update((index, *named_beside[-1:]))
    kept = tuple(p for p in partners if p not in excepted) if excepted else partners
    return Scope(kept, frozenset(units))


def _is_area(entity: str, grammar: Grammar) -> bool:
    return grammar.knowledge.role(entity) is Role.AREA
