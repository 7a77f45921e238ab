"""The two ways from Slack to the bot: its WebSockets, or requests signed with its secret."""

import asyncio
import hashlib
import hmac
import json
import random
import time
import urllib.parse
from collections.abc import Callable
from dataclasses import dataclass, field

import aiohttp

from fake_slack.identity import SIGNING_SECRET
from fake_slack.records import Envelope, Json
from fake_slack.sessions import Sockets

Moment = Callable[[str, str], None]


@dataclass(slots=True)
class SocketRoad:
    sockets: Sockets
    chance: random.Random
    at_moment: Moment = lambda _moment, _replica: None

    async def carry(self, envelope: Envelope, attempt: int, reason: str) -> bool:
        """Send on any one of the live sessions, as Slack does."""
        sessions = [session for session in self.sockets.live if not session.is_leaving]
        if not sessions:
            return False
        session = self.chance.choice(sessions)
        envelope.sent.append(time.monotonic())
        envelope.replicas.append(session.replica)
        message: Json = {
            "envelope_id": envelope.id,
            "type": envelope.kind,
            "payload": envelope.payload,
            "accepts_response_payload": envelope.kind != "events_api",
        }
        if envelope.kind == "events_api":
            message |= {"retry_attempt": attempt, "retry_reason": reason}
        await session.send(message)
        self.at_moment("sent", session.replica)
        return True


@dataclass(slots=True)
class HttpRoad:
    """Where the bot listens, and what it answered to each envelope."""

    url: str
    on_ack: Callable[[str, Json], None]
    statuses: dict[str, int] = field(default_factory=dict)

    async def carry(self, envelope: Envelope, attempt: int, reason: str) -> bool:
        """Post once; an answer of 200 within three seconds is the ack."""
        body, content_type = form_of(envelope)
        headers = signed_headers(body, content_type)
        if attempt:
            headers |= {"X-Slack-Retry-Num": str(attempt), "X-Slack-Retry-Reason": f"http_{reason}"}
        envelope.sent.append(time.monotonic())
        try:
            status, answer = await post(self.url, body, headers)
        except (aiohttp.ClientError, TimeoutError):
            await asyncio.sleep(0.1)
            return True
        self.statuses[envelope.id] = status
        if status == 200:
            self.on_ack(envelope.id, answer)
        return True


async def post(url: str, body: bytes, headers: dict[str, str]) -> tuple[int, Json]:
    """Post what is already signed; return the status and what was answered."""
    timeout = aiohttp.ClientTimeout(total=3)
    async with (
        aiohttp.ClientSession(timeout=timeout) as client,
        client.post(url, data=body, headers=headers) as response,
    ):
        text = await response.text()
        is_json = response.content_type == "application/json" and text
        return response.status, json.loads(text) if is_json else {"text": text}


def form_of(envelope: Envelope) -> tuple[bytes, str]:
    """Return a payload as it travels over HTTP, with its content type."""
    match envelope.kind:
        case "events_api":
            return json.dumps(envelope.payload).encode(), "application/json"
        case "slash_commands":
            form = urllib.parse.urlencode(envelope.payload)
        case _:
            form = urllib.parse.urlencode({"payload": json.dumps(envelope.payload)})
    return form.encode(), "application/x-www-form-urlencoded"


def signed_headers(
    body: bytes, content_type: str, *, secret: str = SIGNING_SECRET, at: str | None = None
) -> dict[str, str]:
    """Return the headers with which Slack signs a request."""
    timestamp = at or str(int(time.time()))
    base = b":".join([b"v0", timestamp.encode(), body])
    digest = hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()
    return {
        "Content-Type": content_type,
        "X-Slack-Request-Timestamp": timestamp,
        "X-Slack-Signature": f"v0={digest}",
    }
