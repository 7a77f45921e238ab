"""What the form of each file lets through, and what it says of the rest."""

from pathlib import Path

import pytest

from jumelage_bot.loading.shapes import (
    DetailedValue,
    EntitiesShape,
    EntityShape,
    FactShape,
    IntentShape,
    PropertyShape,
    Shape,
    SourceShape,
    TuningShape,
)
from jumelage_bot.loading.shaping import shape
from jumelage_bot.loading.yaml_files import Plain, YamlFile

HERE = Path("a.yaml")


def faults(content: Plain, model: type[Shape]) -> list[tuple[str, str]]:
    """Return the place of every fault of form, and what is said of it."""
    written, problems = shape(YamlFile(HERE, content, {}), model)
    assert (written is None) == bool(problems)
    return [(p.place, p.what) for p in problems]


@pytest.mark.parametrize(
    ("value", "values"),
    [
        ("suisse", ("suisse",)),
        (["alstom", "raf"], ("alstom", "raf")),
        ({"number": "60"}, (DetailedValue(number=60),)),
        ({"date": "199X", "qualifier": "début"}, (DetailedValue(date="199X", qualifier="début"),)),
        (["a", {"number": "2"}], ("a", DetailedValue(number=2))),
    ],
)
def test_a_value_alone_stands_for_a_list_of_one(value: Plain, values: tuple[object, ...]) -> None:
    written, problems = shape(YamlFile(HERE, {"value": value, "excerpt": "x"}, {}), FactShape)

    assert problems == []
    assert written is not None
    assert written.value == values


def test_what_is_left_out_takes_its_default() -> None:
    written, _ = shape(YamlFile(HERE, {}, {}), EntityShape)

    assert written == EntityShape(name="", article="", aliases=(), nicknames=(), of=None, facts={})


@pytest.mark.parametrize("written", ["1985-05-12", "1977-02", "1999", "199X"])
def test_a_date_has_one_of_four_precisions(written: str) -> None:
    assert faults({"date": written}, DetailedValue) == []


@pytest.mark.parametrize("written", ["85", "1985-5", "12/05/1985", "19XX", "1985-05-12T10:00", ""])
def test_another_date_is_told_from_what_was_expected(written: str) -> None:
    ((place, what),) = faults({"date": written}, DetailedValue)

    assert place == "date"
    assert "1985-05-12, 1977-02, 1999 or 199X was expected" in what


@pytest.mark.parametrize(
    ("model", "content", "place", "what"),
    [
        (EntitiesShape, {"type": "a", "source": "b"}, "entities", "'entities' is missing"),
        (EntityShape, {"nam": "a"}, "nam", "unknown key 'nam' (did you mean 'name'?)"),
        (EntityShape, {"zzzz": "a"}, "zzzz", "unknown key 'zzzz' (known: name, article, aliases"),
        (EntityShape, {"article": "du"}, "article", "unknown value 'du' (known: le, la"),
        (EntityShape, {"aliases": "a"}, "aliases", "a list was expected"),
        (EntityShape, {"aliases": ["a", None]}, "aliases.1", "nothing is written: a text was"),
        (EntityShape, {"facts": {"a": "b"}}, "facts.a", "keys with their values were"),
        (
            EntityShape,
            {"facts": {"a": {"value": {"numbre": "1"}, "excerpt": ""}}},
            "facts.a.value.0.numbre",
            "unknown key 'numbre' (did you mean 'number'?)",
        ),
        (IntentShape, {"query": "counted", "examples": ["a"]}, "query", "mean 'count'?"),
        (IntentShape, {"query": "count", "examples": [""]}, "examples.0", "at least one letter"),
        (SourceShape, {"title": "a", "publisher": "b"}, "text", "'text' is missing"),
        (PropertyShape, {"of": "a"}, "kind", "'kind' is missing"),
        (
            TuningShape,
            {"min_score": "-1", "min_smalltalk_score": "5", "max_smalltalk_rest": "1"},
            "min_score",
            "greater than or equal to 0",
        ),
        (EntitiesShape, None, "", "nothing is written"),
        (EntitiesShape, "texte", "", "keys with their values"),
    ],
)
def test_a_fault_of_form_is_told_at_its_place(
    model: type[Shape], content: Plain, place: str, what: str
) -> None:
    found = faults(content, model)

    assert [what for where, said in found if where == place and what in said] == [what], found


@pytest.mark.parametrize(
    ("model", "content", "near"),
    [
        (EntitiesShape, {"entitys": {}}, "entities"),
        (DetailedValue, {"dat": "1999"}, "date"),
        (FactShape, {"exerpt": "a"}, "excerpt"),
    ],
)
def test_an_unknown_key_is_told_from_the_nearest_known_one(
    model: type[Shape], content: Plain, near: str
) -> None:
    told = [what for _, what in faults(content, model) if "unknown key" in what]

    assert len(told) == 1
    assert told[0].endswith(f"(did you mean {near!r}?)")


def test_every_fault_of_a_file_is_told() -> None:
    content: Plain = {
        "type": "a",
        "entities": {"b": {"article": "x", "nom": "y"}, "c": {"facts": {"d": {"value": "e"}}}},
    }

    places = [place for place, _ in faults(content, EntitiesShape)]

    assert sorted(places) == [
        *("entities.b.article", "entities.b.nom", "entities.c.facts.d.excerpt", "source"),
    ]
