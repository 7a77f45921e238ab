"""What an evaluation gives."""

from dataclasses import dataclass

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
class Filtered:
    """The entities that keep a condition, and those that cannot be told."""

    facts: tuple[Fact, ...]
    """The facts that keep it."""
    property: str
    missing: tuple[str, ...]


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
class NotOurs:
    """Another place asked in our relation."""

    name: str


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
    | Described
    | Sourced
    | Unclear
    | NotOurs
    | NotUnderstood
    | SmallTalk
    | OutOfScope
)
