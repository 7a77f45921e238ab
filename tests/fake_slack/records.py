"""What the fake remembers of what it was sent, for tests to look at."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Json: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the Web API, whatever came of it."""

    method: str
    args: Json
    replica: str
    at: float
    token: str


@dataclass(slots=True)
class Message:
    """A message of the workspace: a person's, another bot's, or ours."""

    channel: str
    ts: str
    user: str
    text: str
    thread_ts: str | None = None
    blocks: list[Json] = field(default_factory=list)
    metadata: Json | None = None
    bot_id: str | None = None
    client_msg_id: str = ""
    at: float = 0.0
    asked_at: float = 0.0
    """When the call that posted it came in."""
    edits: int = 0

    def as_slack(self, *, with_metadata: bool = False) -> Json:
        """Return the message as the history of a channel gives it."""
        shown: Json = {"type": "message", "user": self.user, "text": self.text, "ts": self.ts}
        if self.thread_ts:
            shown["thread_ts"] = self.thread_ts
        if self.bot_id:
            shown |= {"bot_id": self.bot_id, "blocks": self.blocks}
        if with_metadata and self.metadata:
            shown["metadata"] = self.metadata
        return shown


@dataclass(frozen=True, slots=True)
class Shown:
    """What one person alone sees: an ephemeral message, an answer to a command, a modal."""

    user: str
    content: Json
    at: float
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Ack:
    at: float
    session: str
    payload: Json


@dataclass(slots=True)
class Envelope:
    """One thing to deliver, and how its delivery goes."""

    id: str
    kind: str
    payload: Json
    sent: list[float] = field(default_factory=list)
    replicas: list[str] = field(default_factory=list)
    acks: list[Ack] = field(default_factory=list)
    is_given_up: bool = False

    @property
    def ack_delay(self) -> float | None:
        """Seconds from the first sending to the first ack."""
        return self.acks[0].at - self.sent[0] if self.acks else None
