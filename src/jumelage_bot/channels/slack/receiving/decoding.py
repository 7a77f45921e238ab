"""Read a text of Slack as it was typed: without its tokens, its entities, its emoji."""

import re

_TOKEN = re.compile(r"<([^<>]*)>")
_EMOJI = re.compile(r"(?<!\w):[a-z_+-][a-z0-9_+'-]*:(?!\w)")
_BLANKS = re.compile(r"[^\S\n]+")
_MAIL = "mailto:"


def decode(text: str) -> str:
    """Return what a person typed; people and channels keep their names, if they are told."""
    without_tokens = _TOKEN.sub(lambda token: _said(token[1]), text)
    without_emoji = _EMOJI.sub(" ", without_tokens)
    # The last one last: "&amp;lt;" was typed as "&lt;".
    decoded = without_emoji.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return _BLANKS.sub(" ", decoded).strip()


def mentions(text: str) -> tuple[str, ...]:
    """Return the ids of the people whom a text of Slack names."""
    return tuple(re.findall(r"<@([^<>|]+)", text))


def _said(token: str) -> str:
    """Return what a person sees of a token."""
    target, _, label = token.partition("|")
    if label or target[:1] in {"@", "#", "!"}:
        return f" {label.lstrip('@')} "
    return target.removeprefix(_MAIL)
