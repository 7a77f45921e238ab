"""What an evaluation gives."""

from dataclasses import dataclass
from enum import StrEnum

from jumelage_bot.domain.knowledge import Fact, Source


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact was found."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Gathered:
    """The entities of a kind that belong to a subject were found."""

    subject: str
    property: str
    entities: tuple[str, ...]
    facts: tuple[Fact, ...]
    """One fact about each, for the sources."""


@dataclass(frozen=True, slots=True)
class StatedAlone:
    """A property asked without a subject, known of one only."""

    fact: Fact
    is_only_one_possible: bool
    """Whether no other subject could bear it."""


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """The subjects are ours, the fact is not known of any."""

    subjects: tuple[str, ...]
    property: str
    near: tuple[Fact, ...]
    """What is known and stands near it."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Entities of a type, of an area or of all."""

    type: str
    entities: tuple[str, ...]
    area: str | None
    foreign: str | None
    """The name of an area that none of ours lies in."""
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """Entities in the order of a property, and those for which it is not known."""

    property: str
    facts: tuple[Fact, ...]
    """At least two, the first one first."""
    missing: tuple[str, ...]
    is_whole: bool
    """Whether the whole order was asked, not only what comes first."""


@dataclass(frozen=True, slots=True)
class Compared:
    """Two values of a property, and how far apart they are."""

    property: str
    facts: tuple[Fact, Fact]
    difference: int


@dataclass(frozen=True, slots=True)
class Totalled:
    """The sum of the values of a property, and those for which it is not known."""

    property: str
    facts: tuple[Fact, ...]
    total: int
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unsaid:
    """The source says nothing of a state that it would tell: the usual one is assumed."""

    subject: str
    property: str


@dataclass(frozen=True, slots=True)
class Filtered:
    """The entities that keep the conditions, and those that cannot be told."""

    kept: tuple[str, ...]
    parts: "tuple[Stated | Gathered, ...]"
    """What shows that they do."""
    property: str
    missing: tuple[str, ...]
    """Those for which the property is not known."""
    contrary: tuple[Fact, ...]
    """What shows that the others do not, where it is worth saying."""
    among: tuple[str, ...] = ()
    """The entities that the question chose from, if they are not all of our partners."""


class Verdict(StrEnum):
    """How what was said stands to what is recorded."""

    YES = "yes"
    NO = "no"
    INDEED = "indeed"
    """Yes, to a question that denied it ("si")."""
    EITHER = "either"
    """One of the alternatives: the fact says which."""
    NEITHER = "neither"
    UNDECIDED = "undecided"


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said is confirmed or corrected, with what shows it."""

    verdict: Verdict
    parts: "tuple[Stated | Gathered | Unsaid | Listed | Filtered | Ranked | Described, ...]"


@dataclass(frozen=True, slots=True)
class Described:
    """What presents an entity."""

    entity: str
    parts: tuple[Stated | Gathered, ...]


@dataclass(frozen=True, slots=True)
class Sourced:
    """The documents that answers come from."""

    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Unclear:
    """A property asked without a subject, with the subjects for which it is known."""

    property: str
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Nothing:
    """The source tells of nothing at a date."""


@dataclass(frozen=True, slots=True)
class NotOurs:
    """Another place asked in our relation."""

    name: str


@dataclass(frozen=True, slots=True)
class Proposed:
    """A name was probably meant for one of ours: it is asked whether it was."""

    entity: str


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """The subject is ours, a word has no reading."""

    words: tuple[str, ...]
    subjects: tuple[str, ...]
    property: str | None
    """What was nearly asked."""


@dataclass(frozen=True, slots=True)
class SmallTalk:
    """A greeting, thanks, a question about the bot itself."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A message in another language than French."""

    language: str
    is_ours: bool
    """Whether something of ours is named."""


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """Everything else."""

    is_empty: bool


Outcome = (
    Stated
    | Gathered
    | NotRecorded
    | StatedAlone
    | Listed
    | Ranked
    | Compared
    | Filtered
    | Totalled
    | Unsaid
    | Judged
    | Described
    | Sourced
    | Unclear
    | Nothing
    | NotOurs
    | Proposed
    | NotUnderstood
    | SmallTalk
    | OtherLanguage
    | OutOfScope
)
