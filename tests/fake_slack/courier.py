"""Delivery: an envelope is sent, its ack awaited, and sent again when none comes."""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Protocol

from fake_slack.records import Ack, Envelope, Json


class Road(Protocol):
    """How an envelope reaches the bot: a WebSocket, or a signed request."""

    async def carry(self, envelope: Envelope, attempt: int, reason: str) -> bool:
        """Send it once; return whether it could be sent."""
        ...


@dataclass(frozen=True, slots=True)
class Patience:
    """How long Slack waits, in seconds; the pauses before the second, third, fourth try."""

    ack: float = 3.0
    pauses: tuple[float, ...] = (0.0, 60.0, 300.0)
    road: float = 30.0
    """How long an envelope waits for somewhere to go."""


@dataclass(slots=True)
class Courier:
    road: Road
    patience: Patience
    envelopes: dict[str, Envelope] = field(default_factory=dict)
    waiting: dict[str, asyncio.Event] = field(default_factory=dict)
    strays: list[Json] = field(default_factory=list)
    """Acks of nothing that was sent."""

    async def deliver(self, envelope: Envelope) -> None:
        """Deliver as Slack does: events up to four times, what people click only once."""
        self.envelopes[envelope.id] = envelope
        acked = self.waiting[envelope.id] = asyncio.Event()
        pauses = (0.0, *self.patience.pauses) if envelope.kind == "events_api" else (0.0,)
        for attempt, pause in enumerate(pauses):
            await asyncio.sleep(pause)
            if not acked.is_set() and await self._carry(envelope, attempt):
                await self._wait(acked)
            if acked.is_set():
                return
        envelope.is_given_up = True

    def acknowledge(self, envelope_id: str, session: str, payload: Json) -> Envelope | None:
        """Note an ack; return what it is of."""
        envelope = self.envelopes.get(envelope_id)
        if envelope is None:
            self.strays.append({"envelope_id": envelope_id, "payload": payload})
            return None
        envelope.acks.append(Ack(time.monotonic(), session, payload))
        self.waiting[envelope_id].set()
        return envelope

    async def _carry(self, envelope: Envelope, attempt: int) -> bool:
        """Send once, waiting for a road if there is none."""
        deadline = time.monotonic() + self.patience.road
        reason = "timeout" if attempt else ""
        while not await self.road.carry(envelope, attempt, reason):
            if time.monotonic() > deadline:
                return False
            await asyncio.sleep(0.02)
        return True

    async def _wait(self, acked: asyncio.Event) -> None:
        try:
            async with asyncio.timeout(self.patience.ack):
                await acked.wait()
        except TimeoutError:
            return
