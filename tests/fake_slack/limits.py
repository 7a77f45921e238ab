"""What Slack refuses in a message or a view: missing text, lengths, counts, unknown blocks."""

import json
from collections.abc import Iterator, Mapping

from fake_slack.records import Json
from fake_slack.trees import walk

MAX_TEXT = 40_000
MAX_UPDATED_TEXT = 4_000
MAX_BLOCKS = {"message": 50, "home": 100, "modal": 100}
MAX_BLOCK_CHARACTERS = 13_200
MAX_VIEW_BYTES = 250_000

# Of each block: where its elements are, and how many it takes.
BLOCKS: Mapping[str, tuple[str, int]] = {
    "section": ("fields", 10),
    "context": ("elements", 10),
    "context_actions": ("elements", 5),
    "actions": ("elements", 25),
    "header": ("", 0),
    "divider": ("", 0),
    "markdown": ("", 0),
    "input": ("", 0),
    "image": ("", 0),
}
ELEMENTS: Mapping[str, frozenset[str]] = {
    "context": frozenset({"mrkdwn", "plain_text", "image"}),
    "context_actions": frozenset({"feedback_buttons", "icon_button"}),
    "actions": frozenset({"button", "overflow", "static_select", "checkboxes", "radio_buttons"}),
    "section": frozenset({"mrkdwn", "plain_text"}),
}
# Of each kind of object: the lengths of its strings and texts, as (at least, at most).
LENGTHS: Mapping[str, Mapping[str, tuple[int, int]]] = {
    "section": {"text": (1, 3000)},
    "header": {"text": (1, 150)},
    "markdown": {"text": (1, 12_000)},
    "mrkdwn": {"text": (1, 3000)},
    "plain_text": {"text": (1, 3000)},
    "button": {
        "text": (1, 75),
        "value": (0, 2000),
        "url": (0, 3000),
        "accessibility_label": (0, 75),
    },
    "feedback": {"text": (1, 75), "value": (1, 2000), "accessibility_label": (0, 75)},
    "overflow option": {"text": (1, 75), "value": (1, 150)},
    "modal": {"title": (1, 24), "submit": (1, 24), "close": (1, 24)},
    "input": {"label": (1, 2000), "hint": (1, 2000)},
    "confirm": {"title": (1, 100), "text": (1, 300)},
}
MAX_ID = 255


def errors_of_message(message: Json, *, is_update: bool = False) -> Iterator[str]:
    """Yield the errors Slack would answer to a message, the first one first."""
    text, blocks = message.get("text") or "", message.get("blocks") or []
    if not text and not blocks and not message.get("markdown_text"):
        yield "no_text"
    if message.get("markdown_text") and (text or blocks):
        yield "markdown_text_conflict"
    if is_update and len(text) > MAX_UPDATED_TEXT:
        yield "msg_too_long"
    if len(text) > MAX_TEXT:
        yield "msg_too_long"
    yield from _errors_of_blocks(blocks, MAX_BLOCKS["message"])
    if _characters(blocks) > MAX_BLOCK_CHARACTERS:
        yield "msg_blocks_too_long"
    metadata = message.get("metadata")
    if metadata is not None and set(metadata) != {"event_type", "event_payload"}:
        yield "invalid_metadata_format"


def errors_of_view(view: Json) -> Iterator[str]:
    """Yield the errors Slack would answer to a Home tab or a modal."""
    kind = view.get("type", "")
    if kind not in {"home", "modal"}:
        yield "invalid_arguments"
        return
    if len(json.dumps(view).encode()) > MAX_VIEW_BYTES:
        yield "view_too_large"
    if kind == "modal":
        yield from _wrong_lengths("modal", view)
        if "title" not in view:
            yield "invalid_arguments"
    yield from _errors_of_blocks(view.get("blocks") or [], MAX_BLOCKS[kind])


def _errors_of_blocks(blocks: object, most: int) -> Iterator[str]:
    if not isinstance(blocks, list) or len(blocks) > most:
        yield "invalid_blocks"
        return
    for block in blocks:
        if any(_errors_of_block(block)):
            yield "invalid_blocks"
    names = [element["action_id"] for element in walk(blocks) if "action_id" in element]
    if len(names) != len(set(names)) or any(not 0 < len(name) <= MAX_ID for name in names):
        yield "invalid_blocks"


def _errors_of_block(block: Json) -> Iterator[str]:
    kind = block.get("type", "")
    if kind not in BLOCKS:
        yield f"no such block: {kind}"
        return
    key, most = BLOCKS[kind]
    elements = block.get(key) or []
    if kind in {"context", "actions", "context_actions"} and not elements:
        yield f"{kind} without elements"
    if len(elements) > most:
        yield f"{kind} with more than {most} elements"
    for element in elements:
        if element.get("type") not in ELEMENTS[kind]:
            yield f"{kind} does not take {element.get('type')}"
    if kind == "section" and not block.get("text") and not elements:
        yield "section without text"
    for part in walk([block]):
        yield from _wrong_lengths(part.get("type", ""), part)
        yield from _wrong_parts(part)


def _wrong_parts(part: Json) -> Iterator[str]:
    match part.get("type"):
        case "feedback_buttons":
            for name in ("positive_button", "negative_button"):
                yield from _wrong_lengths("feedback", part.get(name) or {}, required=True)
        case "overflow":
            options = part.get("options") or []
            if not 1 <= len(options) <= 5:
                yield "overflow of the wrong size"
            for option in options:
                yield from _wrong_lengths("overflow option", option)
        case "button" if not part.get("action_id") and not part.get("url"):
            yield "button that does nothing"
    if "confirm" in part:
        yield from _wrong_lengths("confirm", part["confirm"])


def _wrong_lengths(kind: str, thing: Json, *, required: bool = False) -> Iterator[str]:
    for key, (least, most) in LENGTHS.get(kind, {}).items():
        value = thing.get(key)
        if value is None:
            if required and least:
                yield f"{kind} without {key}"
            continue
        text = value.get("text", "") if isinstance(value, dict) else value
        if not least <= len(text) <= most:
            yield f"{kind}: {key} of {len(text)} characters"


def _characters(blocks: object) -> int:
    return sum(len(part["text"]) for part in walk(blocks) if isinstance(part.get("text"), str))
