"""What Slack lets pass and this project does not: mute messages, live tokens, unfurls."""

import re
from collections.abc import Iterator

from fake_slack.records import Json
from fake_slack.trees import walk

LIVE = re.compile(r"<([^<>]+)>")
"""What Slack makes a link, a mention or an alarm of, in any text that is not plain."""


def breaches(message: Json) -> Iterator[str]:
    """Yield what is wrong with a message that Slack accepts."""
    text, blocks = message.get("text") or "", message.get("blocks") or []
    if not text.strip():
        yield "no text for those who hear it"
    for shown in _said(blocks):
        missing = [line for line in lines(shown) if line not in flat(text)]
        if missing:
            yield f"said in a block and not in the text: {missing[0]!r}"
    for element in walk(blocks):
        yield from _mute_controls(element)
    if message.get("parse") or message.get("link_names"):
        yield "asks Slack to find names in plain text"


def unfurls(message: Json) -> Iterator[str]:
    """Yield which previews a posted message would open."""
    for name in ("unfurl_links", "unfurl_media"):
        if message.get(name) not in {False, "false", "0"}:
            yield f"{name} is not off"


def live_tokens(message: Json) -> list[str]:
    """Return what is between angle brackets wherever Slack reads them, links included."""
    read = [message.get("text") or "", *texts(message.get("blocks") or [])]
    return [token for text in read for token in LIVE.findall(text)]


def texts(blocks: object, kind: str | None = None) -> Iterator[str]:
    """Yield the texts that Slack formats, of all blocks or of those of one kind."""
    for block in walk(blocks):
        if kind is not None and block.get("type") != kind:
            continue
        for part in walk(block):
            if part.get("type") in {"mrkdwn", "markdown"} and isinstance(part.get("text"), str):
                yield part["text"]


def _said(blocks: object) -> Iterator[str]:
    """Yield the texts of sections, whether Slack formats them or not."""
    for block in walk(blocks):
        text = block.get("text")
        if block.get("type") == "section" and isinstance(text, dict):
            yield text["text"]


def lines(text: str) -> list[str]:
    return [line for line in map(flat, text.splitlines()) if line]


def flat(text: str) -> str:
    """Return a text without the signs of its form, so that two forms of it can be compared."""
    return " ".join(re.sub(r"[*_~`>•-]", " ", text.replace("&gt;", " ")).split())


def _mute_controls(element: Json) -> Iterator[str]:
    match element.get("type"):
        case "feedback_buttons":
            for name in ("positive_button", "negative_button"):
                if not element[name].get("accessibility_label"):
                    yield f"{name} without accessibility_label"
        case "button" if not re.search(r"\w", element["text"]["text"]):
            yield "button without a word"
