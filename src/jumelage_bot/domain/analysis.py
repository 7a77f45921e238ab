"""An utterance with all that was recognised in it: names, words, clauses, dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from jumelage_bot.domain.utterance import Parse
from jumelage_bot.domain.values import Period


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of tokens that names one of our entities, or a place that is not ours."""

    start: int
    end: int
    """Index after the last token."""
    entities: tuple[str, ...]
    """Empty for a name that is not ours."""
    name: str
    """As it was written."""
    similarity: float = 1.0
    """1 for an exact alias, less for a misspelt one."""
    is_area: bool = False
    """Whether it is a country or a continent that is not ours."""
    alias: str = ""
    """The name that it was taken for, folded, without blanks."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One or more tokens that count as one word for the comparison with phrases."""

    start: int
    end: int
    text: str
    clause: int
    keys: frozenset[str]
    """Its form, its lemmas and the heads of its synonym groups, all comparable."""
    question: str | None = None
    """The kind of question word it is, if it is one."""
    is_ignorable: bool = False
    is_aside: bool = False
    """Whether a frame sets it aside ("pour mon exposé j'ai besoin de")."""
    is_number: bool = False
    is_name: bool = False
    """Whether it looks like a name that we do not know."""
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Month:
    """A month of any year, 1 to 12."""

    number: int


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date with the units that write it."""

    date: Period | Month
    units: frozenset[int]


@dataclass(frozen=True)
class Analysis:
    """An utterance with all that was recognised in it."""

    parse: Parse
    units: tuple[Unit, ...]
    asked: frozenset[int]
    """The clauses that end in a question mark."""
    in_question: frozenset[int]
    """The clauses of the sentences that do; all of them, if none does."""
    dates: tuple[DateMention, ...] = ()
    """What is written as a date, in order."""
    language: str | None = None
    """The language it is in, if it is not French."""
    evoking: frozenset[int] = frozenset()
    """The units that evoke a property."""

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """What names an entity or a foreign place, in order."""
        return tuple(u.mention for u in self.units if u.mention)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Each key that is present, with the units that have it, in order; none set aside."""
        places: dict[str, tuple[int, ...]] = {}
        for index, unit in enumerate(self.units):
            for key in () if unit.is_aside else unit.keys:
                places[key] = (*places.get(key, ()), index)
        return places

    @cached_property
    def clauses(self) -> Mapping[int, tuple[int, ...]]:
        """The units of each clause, in order."""
        numbered = groupby(range(len(self.units)), key=lambda i: self.units[i].clause)
        return {clause: tuple(own) for clause, own in numbered}
