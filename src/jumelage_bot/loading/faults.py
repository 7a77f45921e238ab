"""Say a fault of form in the words of those who write the files, not in pydantic's."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import Annotated, get_args, get_origin

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from jumelage_bot.loading.problems import nearest, unknown
from jumelage_bot.loading.shapes import DetailedValue, Shape
from jumelage_bot.loading.yaml_files import Path_

KEY = "[key]"
"""What pydantic ends a place with when the key itself is at fault."""
ALTERNATIVES = ("str", DetailedValue.__name__)
"""What pydantic adds to the place of a value that may be a text or a mapping."""

_SAID = {
    "string_type": "a text was expected",
    "dict_type": "keys with their values were expected",
    "model_type": "keys with their values were expected",
    "tuple_type": "a list was expected, as [a, b]",
    "int_parsing": "a whole number was expected",
    "int_type": "a whole number was expected",
    "float_parsing": "a number was expected",
    "float_type": "a number was expected",
    "bool_parsing": "true or false was expected",
    "bool_type": "true or false was expected",
}


def faults_of(error: ValidationError, model: type[Shape]) -> Iterator[tuple[Path_, str]]:
    """Yield where each fault is and what it is, once."""
    faults = [fault for fault in error.errors() if not _is_said_by_another(fault)]
    misspelt = {
        (*fault["loc"][:-1], nearest(str(fault["loc"][-1]), _keys_beside(fault, model)))
        for fault in faults
        if fault["type"] == "extra_forbidden"
    }
    for fault in faults:
        if fault["type"] != "missing" or fault["loc"] not in misspelt:
            yield _place(fault["loc"]), _what(fault, model)


def _is_said_by_another(fault: ErrorDetails) -> bool:
    """Return whether it says that a value is not the other thing that it might have been."""
    last = fault["loc"][-1] if fault["loc"] else ""
    is_mapping = isinstance(fault["input"], dict)
    return last in ALTERNATIVES and is_mapping == (last == ALTERNATIVES[0])


def _place(loc: Path_) -> Path_:
    return tuple(part for part in loc if part not in {*ALTERNATIVES, KEY})


def _what(fault: ErrorDetails, model: type[Shape]) -> str:
    last = str(fault["loc"][-1]) if fault["loc"] else ""
    match fault["type"]:
        case "extra_forbidden":
            return unknown("key", last, _keys_beside(fault, model))
        case "enum" | "literal_error":
            what = "key" if last == KEY else "value"
            return unknown(what, str(fault["input"]), _choices(_at(model, fault["loc"])))
        case "missing":
            return f"{last!r} is missing"
        case kind:
            said = _SAID.get(kind, fault["msg"].removeprefix("Value error, "))
            if kind == "string_type" and isinstance(fault["input"], dict):
                # - {slot}, without quotes, is a mapping.
                return f"{said}, in double quotes if it begins with a brace"
            return f"nothing is written: {said}" if fault["input"] is None else said


def _keys_beside(fault: ErrorDetails, model: type[Shape]) -> Iterable[str]:
    owner = _at(model, fault["loc"][:-1])
    return owner.model_fields if isinstance(owner, type) and issubclass(owner, Shape) else ()


def _choices(kind: object) -> tuple[str, ...]:
    """Return what may be written where one of a closed list was expected."""
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(str(each.value) for each in kind)
    return tuple(filter(None, get_args(kind)))


def _at(kind: object, loc: Path_) -> object:
    """Return the type of what stands at a place."""
    if loc and loc[-1] == KEY:
        return get_args(_at(kind, loc[:-2]))[0]
    for part in loc:
        kind = _inside(kind, part)
    return kind


def _inside(kind: object, part: str | int) -> object:
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _inside(inner[0], part)
    if origin is dict:
        return inner[1]
    if origin is tuple:
        return inner[0]
    if isinstance(kind, type) and issubclass(kind, Shape):
        field = kind.model_fields.get(str(part))
        return field.annotation if field else None
    return next((each for each in inner if getattr(each, "__name__", "") == part), None)
