"""How an utterance may be read: what fills its slots, the query it is, the decision."""

from dataclasses import dataclass
from enum import StrEnum

from jumelage_bot.domain.analysis import Month
from jumelage_bot.domain.language import Intent, Select, Slot
from jumelage_bot.domain.values import Period, Quantity, Reference, Text


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
