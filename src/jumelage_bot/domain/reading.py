"""How an utterance may be read, from its mentions to a query."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby

from jumelage_bot.domain.language import Intent, Select, Slot
from jumelage_bot.domain.utterance import Parse
from jumelage_bot.domain.values import Period, Quantity, Reference, Text


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


@dataclass(frozen=True, slots=True)
class Order:
    """A property by which entities are compared, and which end comes first."""

    property: str
    is_descending: bool


class Relation(StrEnum):
    """How the value of a property must stand to a value that was said."""

    IS = "is"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    """Not before."""
    ABOVE = "above"
    BELOW = "below"
    RECORDED = "recorded"
    """It has one."""
    MENTIONS = "mentions"
    """It speaks of something."""
    FIRST = "first"
    """It comes before all others in an order."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A place that was said and is not ours."""

    name: str


@dataclass(frozen=True, slots=True)
class Passages:
    """Words that were said, with the facts (subject, property) whose text has them all."""

    words: str
    facts: frozenset[tuple[str, str]]


Said = Reference | Elsewhere | Quantity | Period | Month | Text | Passages | Order | None
"""What a value is compared with; None where the relation needs nothing."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What is said of the value of a property: to be confirmed, or to choose by."""

    property: str
    relation: Relation
    said: Said = None
    is_negated: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """Slots filled from one utterance, and the units that this use of it explains."""

    slots: frozenset[Slot]
    properties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    type: str | None = None
    area: str | None = None
    foreign: str | None = None
    """The name of an area that is not ours."""
    order: Order | None = None
    conditions: tuple[Condition, ...] = ()
    """What those chosen must keep; in a claim, what is said of the subjects."""
    premises: tuple[Condition, ...] = ()
    """What a question takes for granted of its subjects ("depuis quand X est-il maire")."""
    is_either: bool = False
    """Whether one of the conditions is enough, as in "actif ou inactif"."""
    essential: frozenset[int] = frozenset()
    """The units the slots were filled from."""
    explained: frozenset[int] = frozenset()
    """These and all others that have a role beside them."""
    is_direct: bool = True
    """Whether the property belongs to the very type of the subject."""
    is_told: bool = True
    """Whether the source tells what a single word asks ("faire" evokes many a property)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An intent that might be meant, with how well it fits and what it leaves unexplained."""

    intent: Intent
    example: str
    fill: Fill
    score: float
    """0 to 100."""
    leftover: tuple[str, ...] = ()
    """The words that have no role in this reading."""
    echoed: int = 0
    """How many words of the message its example says too."""


@dataclass(frozen=True, slots=True)
class Query:
    """What to look up."""

    select: Select
    properties: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    type: str | None = None
    area: str | None = None
    foreign: str | None = None
    """The name of an area that is not ours."""
    order: Order | None = None
    conditions: tuple[Condition, ...] = ()
    premises: tuple[Condition, ...] = ()
    is_either: bool = False
    is_closed: bool = False
    """Whether Oui or Non is expected."""
    says_there_is: bool = False
    """Whether it asks if there is such a thing."""


@dataclass(frozen=True, slots=True)
class Run:
    """The candidate that is acted upon: its query is evaluated."""

    candidate: Candidate
    query: Query


@dataclass(frozen=True, slots=True)
class Ask:
    """A property was asked without saying of whom, or not clearly."""

    candidate: Candidate
    property: str
    choices: tuple[str, ...] = ()
    """Those that a misspelt name may be meant for, none being more likely."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entity that a name was probably meant for, and the question about it."""

    entity: str
    question: str


@dataclass(frozen=True, slots=True)
class Decline:
    """No reading is accepted; what is known of why."""

    is_ours: bool
    """Whether the message names something of ours, or the home city's own property."""
    foreign: str | None = None
    """Another place asked in our relation."""
    words: tuple[str, ...] = ()
    """The words that no reading explains."""
    subjects: tuple[str, ...] = ()
    nearest: Candidate | None = None
    is_empty: bool = False
    proposal: Proposal | None = None
    """What may have been meant, to be confirmed."""
    language: str | None = None
    """The language of the message, if it is not French."""


Decision = Run | Ask | Decline
