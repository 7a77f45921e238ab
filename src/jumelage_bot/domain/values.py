"""The kinds of value a fact may have."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of French; `{id}` in it stands for the name of an entity."""

    content: str


@dataclass(frozen=True, slots=True)
class Link:
    """The address of a web page."""

    url: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with what the page says of its exactness ("près de", "environ")."""

    number: int
    unit: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with the precision its source gives: a day, a month, a year or a decade."""

    year: int
    """For a decade, its first year."""
    month: int | None = None
    day: int | None = None
    is_decade: bool = False
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """Another entity."""

    entity: str


Value = Text | Link | Quantity | Moment | Reference
