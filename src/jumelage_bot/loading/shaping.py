"""Bring the content of a file to its shape, or say where it differs."""

from typing import TypeVar

from pydantic import ValidationError

from jumelage_bot.loading.problems import Problem, did_you_mean
from jumelage_bot.loading.shapes import DetailedValue, Shape
from jumelage_bot.loading.yaml_files import YamlFile

AnyShape = TypeVar("AnyShape", bound=Shape)


def shape(file: YamlFile, model: type[AnyShape]) -> tuple[AnyShape | None, list[Problem]]:
    """Return the content of a file in its form, or None and every fault of form."""
    try:
        return model.model_validate(file.content), []
    except ValidationError as error:
        return None, [
            file.problem(_place(e["loc"]), _what(e["type"], e["msg"], e["loc"], model))
            for e in error.errors()
        ]


def _place(loc: tuple[str | int, ...]) -> tuple[str | int, ...]:
    """Return where a fault is, without the names of the union members pydantic adds."""
    return tuple(part for part in loc if part not in {"str", DetailedValue.__name__, "[key]"})


def _what(kind: str, message: str, loc: tuple[str | int, ...], model: type[Shape]) -> str:
    if kind == "extra_forbidden":
        known = set(model.model_fields) if len(loc) == 1 else _keys_of(model) - {loc[-1]}
        return f"unknown key {loc[-1]!r}{did_you_mean(str(loc[-1]), known)}"
    if kind == "missing":
        return f"{loc[-1]!r} is missing"
    return message.removeprefix("Value error, ")


def _keys_of(model: type[Shape]) -> set[str]:
    """Return every key that the shapes of a file know."""
    found = set(model.model_fields)
    for each in Shape.__subclasses__():
        found |= set(each.model_fields)
    return found
