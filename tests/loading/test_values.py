"""What an editor writes becomes the value its property wants, or a fault."""

import pytest

from invented import a_property
from jumelage_bot.domain.knowledge import Kind
from jumelage_bot.domain.values import Link, Moment, Quantity, Reference, Text, Value
from jumelage_bot.loading.shapes import DetailedValue
from jumelage_bot.loading.values import WrongValueError, to_value


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (Kind.TEXT, "à {tazri}", Text("à {tazri}")),
        (Kind.TEXT, "1999", Text("1999")),
        (Kind.LINK, "https://exemple.fr/a", Link("https://exemple.fr/a")),
        (Kind.ENTITY, "tazri", Reference("tazri")),
        (Kind.QUANTITY, "12000", Quantity(12_000)),
        (Kind.QUANTITY, "0", Quantity(0)),
        (
            Kind.QUANTITY,
            DetailedValue(number=60, qualifier="environ"),
            Quantity(60, "", "environ"),
        ),
        (Kind.MOMENT, "1985-05-12", Moment(1985, 5, 12)),
        (Kind.MOMENT, "1977-02", Moment(1977, 2)),
        (Kind.MOMENT, "1999", Moment(1999)),
        (Kind.MOMENT, "199X", Moment(1990, is_decade=True)),
        (
            Kind.MOMENT,
            DetailedValue(date="199X", qualifier="début"),
            Moment(1990, is_decade=True, qualifier="début"),
        ),
    ],
)
def test_a_value_is_read_as_its_property_wants(
    kind: Kind, written: str | DetailedValue, value: Value
) -> None:
    assert to_value(written, a_property("donnee", "cite", kind)) == value


@pytest.mark.parametrize(
    ("kind", "written", "expected"),
    [
        (Kind.TEXT, "", "a text"),
        (Kind.TEXT, DetailedValue(number=3), "a text"),
        (Kind.LINK, "exemple.fr", "a web address"),
        (Kind.LINK, "https://exemple.fr et plus", "a web address"),
        (Kind.LINK, "javascript:alert(1)", "a web address"),
        (Kind.ENTITY, DetailedValue(number=3), "the id of an entity"),
        (Kind.QUANTITY, "douze", "a number"),
        (Kind.QUANTITY, "12 000", "a number"),
        (Kind.QUANTITY, "-5", "a number"),
        (Kind.QUANTITY, "", "a number"),
        (Kind.QUANTITY, DetailedValue(qualifier="environ"), "a number"),
        (Kind.MOMENT, "12/05/1985", "a date"),
        (Kind.MOMENT, "85", "a date"),
        (Kind.MOMENT, "1985-5-12", "a date"),
        (Kind.MOMENT, "1985-05-12T10:00", "a date"),
        (Kind.MOMENT, DetailedValue(number=1985), "a date"),
        # in the right form, and in no calendar
        (Kind.MOMENT, "1985-13", "a date"),
        (Kind.MOMENT, "1985-00", "a date"),
        (Kind.MOMENT, "1985-02-30", "a date"),
        (Kind.MOMENT, "0000", "a date"),
        (Kind.MOMENT, "199X-05", "a date"),
        (Kind.CHILDREN, "tazri", "no fact may be written"),
    ],
)
def test_another_value_is_told_from_what_was_expected(
    kind: Kind, written: str | DetailedValue, expected: str
) -> None:
    with pytest.raises(WrongValueError, match=expected):
        to_value(written, a_property("donnee", "cite", kind))
