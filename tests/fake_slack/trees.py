"""Walk through the objects of a JSON value."""

from collections.abc import Iterator
from typing import Any


def walk(value: object) -> Iterator[dict[str, Any]]:
    """Yield every object inside a value, the outer ones first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from walk(part)
