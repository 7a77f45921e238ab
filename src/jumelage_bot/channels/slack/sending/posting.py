"""Hand one letter to Slack, and tell what is known of it then."""

import http.client
import json
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from jumelage_bot.channels.slack.names import ANSWER
from jumelage_bot.domain.mail import Body, Letter

TIMEOUT = 5
"""Seconds for a call: a third of the time that a sender has its letter to itself."""
RATE_LIMITED = 429
SERVER_FAULT = 500
OK = 200
DOUBTFUL = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
"""Errors of which Slack says that something may have been done all the same."""

_NAME = re.compile("[a-z_]+")
_NOBODY_THERE = (ConnectionRefusedError, socket.gaierror)
FAULTS = (SlackApiError, OSError, http.client.HTTPException, json.JSONDecodeError)


@dataclass(frozen=True, slots=True)
class Sent:
    """It is there."""

    ts: str | None = None


@dataclass(frozen=True, slots=True)
class TooSoon:
    """It is not there: nothing may be sent for some seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Unreached:
    """It is not there: nobody took the call."""


@dataclass(frozen=True, slots=True)
class Refused:
    """It is not there, and never will be as it is."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unsure:
    """It may be there."""

    reason: str


Outcome = Sent | TooSoon | Unreached | Refused | Unsure


def post(client: WebClient, letter: Letter) -> Outcome:
    """Post a letter in its thread, with the key by which it is found there."""
    try:
        response = client.api_call(
            "chat.postMessage",
            json={
                **letter.body,
                "channel": letter.channel,
                "thread_ts": letter.root,
                "metadata": {"event_type": ANSWER, "event_payload": {"key": letter.key}},
            },
        )
    except FAULTS as error:
        return _judge(error)
    ts = response.get("ts")
    return Sent(ts) if isinstance(ts, str) else Unsure("no ts")


def respond(address: str, body: Body) -> Outcome:
    """Send a message to the address that came with what a person did."""
    hook = WebhookClient(address, timeout=TIMEOUT, retry_handlers=[])
    try:
        response = hook.send_dict(dict(body))
    except FAULTS as error:
        return _judge(error)
    return _judge_status(response.status_code, response.headers)


def find_copies(client: WebClient, letter: Letter) -> tuple[str, ...] | None:
    """Return the messages of a thread that carry the key of a letter, the first one first.

    None where we may not read the thread. May raise whatever a call raises.
    """
    found, cursor = list[str](), ""
    while True:
        try:
            page = client.conversations_replies(
                channel=letter.channel,
                ts=str(letter.root),
                include_all_metadata=True,
                limit=200,
                cursor=cursor or None,
            )
        except SlackApiError as error:
            if _name(error) in {"missing_scope", "not_in_channel", "channel_not_found"}:
                return None
            if _name(error) == "thread_not_found":
                return ()
            raise
        found += [m["ts"] for m in page.get("messages") or [] if _key(m) == letter.key]
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return tuple(found)


def _key(message: Mapping[str, Any]) -> str | None:
    payload = (message.get("metadata") or {}).get("event_payload") or {}
    return payload.get("key")


def _judge(error: Exception) -> Outcome:
    """Return what an error leaves known."""
    if isinstance(error, SlackApiError):
        response = error.response
        if response.status_code == OK and isinstance(response.data, dict):
            return _judge_error(_name(error))
        return _judge_status(response.status_code, response.headers)
    if isinstance(error, URLError) and isinstance(error.reason, _NOBODY_THERE):
        return Unreached()
    return Unsure(type(error).__name__)


def _judge_error(name: str) -> Outcome:
    if name in {"ratelimited", "rate_limited"}:
        return TooSoon(1)
    # What is not a name is a body that could not be read.
    is_doubtful = name in DOUBTFUL or not _NAME.fullmatch(name)
    return Unsure(name if _NAME.fullmatch(name) else "unreadable") if is_doubtful else Refused(name)


def _judge_status(status: int, headers: Mapping[str, Any]) -> Outcome:
    if status == OK:
        return Sent()
    if status == RATE_LIMITED:
        return TooSoon(_seconds(headers))
    if status >= SERVER_FAULT:
        return Unsure(f"HTTP {status}")
    return Refused(f"HTTP {status}")


def retry_after(error: SlackApiError) -> float:
    """Return how many seconds Slack asks to wait; none if it does not."""
    is_limited = error.response.status_code == RATE_LIMITED
    return _seconds(error.response.headers) if is_limited else 0.0


def _seconds(headers: Mapping[str, Any]) -> float:
    """Return how long to wait, as a response says it."""
    told = next((v for name, v in headers.items() if name.lower() == "retry-after"), "1")
    told = told[0] if isinstance(told, list) else told
    return float(told) if str(told).isdecimal() else 1.0


def _name(error: SlackApiError) -> str:
    data = error.response.data
    return str(data.get("error", "")) if isinstance(data, dict) else ""
