"""Socket Mode: tickets, WebSockets, acks, and all the ways in which a connection ends."""

import asyncio
import contextlib
import itertools
import socket
import struct
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from aiohttp import WSMsgType, web

from fake_slack.identity import APP
from fake_slack.records import Json

MAX_SESSIONS = 10


@dataclass(slots=True)
class Session:
    """One WebSocket of the bot."""

    id: str
    replica: str
    ws: web.WebSocketResponse
    transport: asyncio.Transport
    opened: float
    is_leaving: bool = False
    """No more is sent on it; acks are still read."""
    is_frozen: bool = False
    """Half open: what is sent on it goes nowhere, and nothing comes back."""

    async def send(self, message: Json) -> None:
        if not self.is_frozen:
            with contextlib.suppress(ConnectionError):
                await self.ws.send_json(message)


@dataclass(slots=True)
class Sockets:
    on_ack: Callable[[Session, Json], None]
    tickets: dict[str, str] = field(default_factory=dict)
    live: list[Session] = field(default_factory=list)
    opened: list[Session] = field(default_factory=list)
    burnt: int = 0
    """How many of the next handshakes are refused, their ticket used up."""
    _numbers: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def new_url(self, replica: str, host: str) -> str:
        ticket = f"ticket-{next(self._numbers)}"
        self.tickets[ticket] = replica
        return f"ws://{host}/{replica}/link/?ticket={ticket}&app_id={APP}"

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Be one WebSocket, from its handshake to its end."""
        replica = self.tickets.pop(request.query.get("ticket", ""), None)
        if replica is None or self.burnt:
            self.burnt = max(0, self.burnt - 1)
            return web.Response(status=408)
        ws = web.WebSocketResponse(autoping=False, max_msg_size=0)
        await ws.prepare(request)
        transport = request.transport
        if not isinstance(transport, asyncio.Transport):
            return ws
        if len(self.live) >= MAX_SESSIONS:
            await ws.send_json({"type": "disconnect", "reason": "too_many_websockets"})
            await ws.close()
            return ws
        name = f"session-{next(self._numbers)}"
        session = Session(name, replica, ws, transport, time.monotonic())
        await self._live(session)
        return ws

    async def _live(self, session: Session) -> None:
        self.live.append(session)
        self.opened.append(session)
        await session.send(
            {
                "type": "hello",
                "num_connections": len(self.live),
                "debug_info": {"host": "applink-loopback", "approximate_connection_time": 18060},
                "connection_info": {"app_id": APP},
            }
        )
        try:
            await self._read(session)
        finally:
            if session in self.live:
                self.live.remove(session)

    async def _read(self, session: Session) -> None:
        async for message in session.ws:
            if session.is_frozen:
                continue
            if message.type is WSMsgType.PING:
                with contextlib.suppress(ConnectionError):
                    await session.ws.pong(message.data)
            elif message.type is WSMsgType.TEXT:
                self.on_ack(session, message.json())

    async def refresh(self, session: Session, *, closes_after: float = 1.0) -> None:
        """Ask for another connection, as Slack does every few hours."""
        session.is_leaving = True
        await session.send({"type": "disconnect", "reason": "refresh_requested", "debug_info": {}})
        await asyncio.sleep(closes_after)
        await session.ws.close()

    async def close(self, session: Session) -> None:
        """Say goodbye in due form."""
        self._leave(session)
        await session.ws.close()

    def finish(self, session: Session) -> None:
        """Close our half of the connection without a word (FIN)."""
        self._leave(session)
        session.transport.write_eof()

    def reset(self, session: Session) -> None:
        """Break the connection (RST)."""
        self._leave(session)
        raw = session.transport.get_extra_info("socket")
        if raw.fileno() < 0:
            return
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        session.transport.abort()

    def freeze(self, session: Session) -> None:
        """Say nothing more, and leave the connection open."""
        session.is_frozen = True

    def reset_all(self) -> None:
        for session in list(self.live):
            self.reset(session)

    def _leave(self, session: Session) -> None:
        session.is_leaving = True
        if session in self.live:
            self.live.remove(session)
