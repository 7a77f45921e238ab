"""What Slack sends, taken apart without trust in its shape."""

import re
from collections.abc import Mapping
from typing import Any

Payload = Mapping[str, Any]

_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")
"""What JSON may hold and no database takes: one such message would hold up those it came with."""


def text_at(payload: Payload, *path: str) -> str:
    """Return the text at the end of a path of keys; empty where there is none."""
    value: object = payload
    for key in path:
        if not isinstance(value, Mapping):
            return ""
        value = value.get(key)
    return _UNKEEPABLE.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else ""


def part_at(payload: Payload, *path: str) -> Payload:
    """Return the object at the end of a path of keys; empty where there is none."""
    value: object = payload
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value if isinstance(value, Mapping) else {}


def action_of(body: Payload) -> Payload:
    """Return the button that was clicked."""
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else {}
    return first if isinstance(first, Mapping) else {}
