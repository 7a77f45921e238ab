"""Turn the value an editor wrote into the value its property wants."""

import re

from jumelage_bot.domain.knowledge import REFERENCE_IN_TEXT, Kind, Property
from jumelage_bot.domain.values import Link, Moment, Quantity, Reference, Text, Value
from jumelage_bot.loading.shapes import DetailedValue
from jumelage_bot.loading.texts import dated

_DATE = re.compile(r"(\d{3})([\dX])(?:-(\d\d))?(?:-(\d\d))?")


class WrongValueError(Exception):
    """A value is not what its property wants; the message says what was expected."""


def to_value(written: DetailedValue | str, wanted: Property) -> Value:
    """Return the value of a fact, or raise WrongValueError."""
    detail = written if isinstance(written, DetailedValue) else DetailedValue()
    plain = written if isinstance(written, str) else None
    match wanted.kind:
        case Kind.TEXT if plain:
            return _text(plain)
        case Kind.LINK if plain and re.match(r"https?://\S+$", plain):
            return Link(plain)
        case Kind.ENTITY if plain:
            return Reference(plain)
        case Kind.QUANTITY if plain is None or plain.isdecimal():
            number = detail.number if plain is None else int(plain)
            if number is not None:
                return Quantity(number, wanted.unit, detail.qualifier)
        case Kind.MOMENT if date := plain or detail.date:
            return _moment(date, detail.qualifier)
        case _:
            pass
    raise WrongValueError(_EXPECTED[wanted.kind])


_EXPECTED = {
    Kind.TEXT: "a text was expected",
    Kind.LINK: "a web address was expected (https://…)",
    Kind.ENTITY: "the id of an entity was expected",
    Kind.QUANTITY: "a number was expected, or {number: …, qualifier: …}",
    Kind.MOMENT: "a date as 1985-05-12, 1977-02, 1999 or 199X was expected",
    Kind.CHILDREN: "no fact may be written for it: it is what belongs to the entity",
}


def _text(written: str) -> Text:
    if set("{}") & set(REFERENCE_IN_TEXT.sub("", written)):
        msg = "a brace has no other: an entity is named {its-id}"
        raise WrongValueError(msg)
    return Text(written)


def _moment(written: str, qualifier: str) -> Moment:
    match = _DATE.fullmatch(written)
    try:
        dated(written)
    except ValueError as error:
        raise WrongValueError(str(error)) from None
    assert match is not None  # noqa: S101 - a date has this form
    start, last, month, day = match.groups()
    is_decade = last == "X"
    year = int(start + ("0" if is_decade else last))
    return Moment(
        year, int(month) if month else None, int(day) if day else None, is_decade, qualifier
    )
