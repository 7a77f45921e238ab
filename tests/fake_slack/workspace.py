"""The conversations of the workspace: who is in them, what was said, who may read it."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from fake_slack.records import Json, Message


class Kind(StrEnum):
    DIRECT = "im"
    PUBLIC = "channel"
    PRIVATE = "group"


HISTORY_SCOPES = {
    Kind.DIRECT: "im:history",
    Kind.PUBLIC: "channels:history",
    Kind.PRIVATE: "groups:history",
}


@dataclass(slots=True)
class Workspace:
    kinds: dict[str, Kind] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)
    """Channels that the bot was not invited to."""
    messages: dict[tuple[str, str], Message] = field(default_factory=dict)
    threads: dict[tuple[str, str], list[Message]] = field(default_factory=dict)
    """The same, by channel and root."""
    deleted: list[Message] = field(default_factory=list)
    _last: int = 0
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def open(self, kind: Kind, *, invited: bool = True) -> str:
        """Return a new conversation."""
        channel = f"{'D' if kind is Kind.DIRECT else 'C'}{next(self._numbers):04}"
        self.kinds[channel] = kind
        if not invited:
            self.strangers.add(channel)
        return channel

    def next_ts(self) -> str:
        """Return the time of now as messages are named by it, never twice the same."""
        self._last = max(time.time_ns() // 1000, self._last + 1)
        return f"{self._last // 1_000_000}.{self._last % 1_000_000:06}"

    def add(self, message: Message) -> Message:
        self.messages[message.channel, message.ts] = message
        root = message.thread_ts or message.ts
        self.threads.setdefault((message.channel, root), []).append(message)
        return message

    def find(self, channel: str, ts: str) -> Message | None:
        return self.messages.get((channel, ts))

    def remove(self, message: Message) -> None:
        self.deleted.append(self.messages.pop((message.channel, message.ts)))
        self.threads[message.channel, message.thread_ts or message.ts].remove(message)

    def thread(self, channel: str, root: str) -> list[Message]:
        """Return a message and what was answered to it, oldest first."""
        return sorted(self.threads.get((channel, root), ()), key=lambda message: message.ts)

    def history(self, channel: str) -> list[Message]:
        """Return what stands at the root of a channel, newest first."""
        found = [
            message
            for message in list(self.messages.values())
            if message.channel == channel and message.thread_ts in {None, message.ts}
        ]
        return sorted(found, key=lambda message: message.ts, reverse=True)

    def ours(self) -> list[Message]:
        """Return what the bot posted and did not delete, in the order of its posting."""
        return [message for message in list(self.messages.values()) if message.bot_id]


def page(messages: list[Message], args: Json) -> Json:
    """Return the part of a history that a call asks for."""
    start, limit = int(args.get("cursor") or 0), int(args.get("limit") or 1000)
    oldest, latest = str(args.get("oldest") or "0"), str(args.get("latest") or "9")
    kept = [message for message in messages if oldest <= message.ts <= latest]
    shown = [
        message.as_slack(with_metadata=_is_true(args.get("include_all_metadata")))
        for message in kept[start : start + limit]
    ]
    after = start + limit if start + limit < len(kept) else 0
    cursor = str(after) if after else ""
    return {
        "messages": shown,
        "has_more": bool(after),
        "response_metadata": {"next_cursor": cursor},
    }


def _is_true(value: object) -> bool:
    return value in {True, "true", "1"}
