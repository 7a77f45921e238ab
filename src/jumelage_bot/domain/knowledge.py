"""What can be known: entities, the facts about them, and where each was read."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jumelage_bot.domain.values import Reference, Text, Value

REFERENCE_IN_TEXT = re.compile(r"\{([^{}]+)\}")


class Role(StrEnum):
    """What the entities of a type are to the bot."""

    PARTNER = "partner"
    """What questions are about first: the twinned cities."""
    HOME = "home"
    """The city whose page it is."""
    ATTACHED = "attached"
    """Ours too: a twinning, an association, a project, a person named on the page."""
    NOTION = "concept"
    """A word that the page defines."""
    AREA = "area"
    """A country or a continent: it may stand for the partners that lie in it."""
    CONTEXT = "context"
    """Named on the page, but not ours: a neighbouring city, a company."""


class Kind(StrEnum):
    """What the values of a property are."""

    TEXT = "text"
    LINK = "link"
    QUANTITY = "quantity"
    MOMENT = "moment"
    ENTITY = "entity"
    AGE = "age"
    """Derived: the years since a date, on the day of asking."""
    SPAN = "span"
    """Derived: the years between two dates."""
    ANNIVERSARY = "anniversary"
    """Derived: the next date at which a round number of years will have passed."""
    CHILDREN = "children"
    """The entities of another type that belong to the subject; no fact is written for it."""


NUMBERS = frozenset({Kind.QUANTITY, Kind.AGE, Kind.SPAN})
"""The kinds whose values are numbers."""
MEASURED = NUMBERS | {Kind.MOMENT}
"""The kinds whose values can be put in order."""
DERIVED = frozenset({Kind.AGE, Kind.SPAN, Kind.ANNIVERSARY})
"""The kinds whose values are worked out from other facts; none is written for them."""


@dataclass(frozen=True, slots=True)
class EntityType:
    """A kind of entity, with the words that designate it."""

    id: str
    role: Role
    singular: tuple[str, ...]
    plural: tuple[str, ...]
    item: str
    """Jinja template of one of them in a list."""
    belongs_to: str | None
    """The type of the entity that each one belongs to."""
    name: str
    """Template of the name of an entity that has none of its own."""
    link: str
    """What joins the label of a property to its subject: "de", "avec", "pour"."""
    summary: tuple[str, ...]
    """The properties that present such an entity, in order."""
    beside: tuple[str, ...]
    """For an area: the words beside which it stands for our partners there."""
    via: str | None
    """For an area: the property through which partners (or areas) lie in it."""
    asked_by: tuple[str, ...] = ()
    """The kinds of question word that ask to present such an entity, as "qui" a person."""


@dataclass(frozen=True, slots=True)
class State:
    """A value of a property that can take few, with the phrases that mean it."""

    value: str
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Property:
    """A kind of statement, with what evokes it and how it is worded."""

    id: str
    type: str
    kind: Kind
    label: str
    """With its article, as it reads in a sentence: "le nombre d'habitants"."""
    cues: tuple[str, ...]
    """Phrases that evoke it, in any order of their words."""
    question_words: tuple[str, ...]
    """The kinds of question word that may ask for it."""
    statement: str
    """Jinja template of the sentence that states a fact."""
    question: str
    """Jinja template of a question that asks for it."""
    target: str | None = None
    """The type of its values, for entities and children."""
    unit: str = ""
    is_perishable: bool = False
    identifies: bool = False
    """Whether the value, said beside its subject, only specifies which one is meant."""
    is_from_home: bool = False
    """Whether it relates the subject to the home city alone, as a distance does."""
    near: tuple[str, ...] = ()
    """What to say beside "the page does not say"."""
    falls_back_to: tuple[str, ...] = ()
    """What answers the same question more coarsely when it is absent."""
    asked_of: tuple[str, ...] = ()
    """Types of values whose subject is meant when it is asked of them (a mayor, for a city)."""
    more: tuple[str, ...] = ()
    """Words of order: what a larger or later value is called ("peuplée")."""
    less: tuple[str, ...] = ()
    """And a smaller or earlier one ("ancienne")."""
    most: tuple[str, ...] = ()
    """Words that mean the largest or latest by themselves ("dernier")."""
    least: tuple[str, ...] = ()
    """And the smallest or earliest ("premier")."""
    is_exhaustive: bool = False
    """Whether what is recorded is all there is: another value is refuted."""
    states: tuple[State, ...] = ()
    """The values it can take, for a property of few ("inactif")."""
    unless_said: str | None = None
    """The state to assume where the source, that would tell, says nothing."""
    unsaid: str = ""
    """Jinja template of the sentence that says so."""
    derived_from: tuple[str, ...] = ()
    """The dates that a derived value is worked out from."""
    is_covered: bool = True
    """False for what people ask and the source never gives (declared with no value)."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing the source names."""

    id: str
    type: str
    name: str
    article: str = ""
    """The article its name takes in a sentence: "le", "la", "l'", "les" or nothing."""
    aliases: tuple[str, ...] = ()
    nicknames: tuple[str, ...] = ()
    """Common nouns that name it only beside what it belongs to ("l'école au Burkina")."""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A document that facts were read in."""

    id: str
    title: str
    publisher: str
    text: str
    url: str | None = None
    as_of: str | None = None
    """ISO date of the document; None when it carries none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One statement about one entity, with the sentence in which it was read."""

    subject: str
    property: str
    values: tuple[Value, ...]
    source: str
    excerpt: str
    is_perishable: bool = False

    def references(self) -> Iterator[str]:
        """Yield the ids of the entities that the values name."""
        for value in self.values:
            match value:
                case Reference(entity):
                    yield entity
                case Text(content):
                    yield from REFERENCE_IN_TEXT.findall(content)
                case _:
                    pass
