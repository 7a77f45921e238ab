"""Socket Mode: two WebSockets at all times, each replaced before it ends if Slack says so."""

import asyncio
import json
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

from jumelage_bot.channels.slack.receiving.connecting import RejectedError, pause_after
from jumelage_bot.channels.slack.receiving.dispatching import (
    Dispatcher,
    acknowledgement,
    socket_request,
)
from jumelage_bot.channels.slack.sending.posting import FAULTS

SESSIONS = 2
PING = 5
"""Seconds between two pings, and those that an answer may take: what finds a dead line."""
MAX_SIZE = 16 * 2**20
OPEN_TIMEOUT = 5
CLOSE_TIMEOUT = 1
FAREWELL = 30
"""Seconds that a session which is to end may still be read."""
CROWDED = "too_many_websockets"
DISABLED = "link_disabled"

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Session:
    """One WebSocket."""

    socket: ClientConnection
    ending: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when another is needed in its place."""
    is_greeted: bool = False
    reason: str = ""


@dataclass(slots=True)
class Sockets:
    """Receives by WebSocket what Slack sends."""

    open_session: Callable[[], str]
    dispatcher: Dispatcher
    _tasks: set[asyncio.Task[None]] = field(default_factory=set)
    _acks: set[asyncio.Task[None]] = field(default_factory=set)
    _sessions: set[ClientConnection] = field(default_factory=set)

    async def receive(self, stopping: asyncio.Event) -> None:
        """Receive until it has to stop; then end what was begun."""
        stop = asyncio.create_task(stopping.wait())
        keepers = [asyncio.create_task(self._keep_one()) for _ in range(SESSIONS)]
        done, _ = await asyncio.wait([stop, *keepers], return_when=asyncio.FIRST_COMPLETED)
        for task in (stop, *keepers):
            task.cancel()
        # What was read is acknowledged before the line is cut.
        if self._acks:
            await asyncio.wait(self._acks, timeout=CLOSE_TIMEOUT)
        await asyncio.gather(*(socket.close() for socket in self._sessions))
        for task in done - {stop}:
            await task

    async def _keep_one(self) -> None:
        """Keep one session open, whatever happens."""
        failures = 0
        while True:
            try:
                session = await self._open()
            except RejectedError:
                raise
            except (*FAULTS, WebSocketException, TimeoutError) as error:
                failures += 1
                await asyncio.sleep(pause_after(failures, error))
                continue
            await session.ending.wait()
            if session.reason == DISABLED:
                message = "Le mode Socket a été désactivé pour cette application."
                raise RejectedError(message)
            if session.is_greeted and session.reason != CROWDED:
                failures = 0
            else:
                failures += 1
                await asyncio.sleep(pause_after(failures, ConnectionError()))

    async def _open(self) -> _Session:
        loop = asyncio.get_running_loop()
        # An address serves once: a new one for each try.
        address = await loop.run_in_executor(None, self.open_session)
        socket = await connect(
            address,
            open_timeout=OPEN_TIMEOUT,
            close_timeout=CLOSE_TIMEOUT,
            ping_interval=PING,
            ping_timeout=PING,
            max_size=MAX_SIZE,
        )
        session = _Session(socket)
        self._sessions.add(socket)
        self._begin(self._read(session))
        return session

    async def _read(self, session: _Session) -> None:
        try:
            async for frame in session.socket:
                self._take(json.loads(frame), session)
        except (WebSocketException, ValueError) as error:
            _log.info("Session Slack interrompue (%s)", type(error).__name__)
        finally:
            session.ending.set()
            self._sessions.discard(session.socket)

    def _take(self, frame: dict[str, Any], session: _Session) -> None:
        match frame.get("type"):
            case "hello":
                session.is_greeted = True
                _log.info("Session Slack ouverte (%s en tout)", frame.get("num_connections"))
            case "disconnect":
                session.reason = str(frame.get("reason", ""))
                _log.info("Session Slack à remplacer (%s)", session.reason)
                session.ending.set()
                self._begin(self._close_later(session.socket))
            case _ if "envelope_id" in frame:
                self._begin(self._acknowledge(frame, session.socket), self._acks)

    async def _acknowledge(self, envelope: dict[str, Any], socket: ClientConnection) -> None:
        response = await self.dispatcher.dispatch(**socket_request(envelope))
        ack = acknowledgement(str(envelope["envelope_id"]), response)
        if ack is None:
            return
        try:
            await socket.send(ack)
        except WebSocketException:
            _log.info("Accusé de réception perdu : Slack renverra le message")

    async def _close_later(self, socket: ClientConnection) -> None:
        # Slack closes it; this is for when it does not.
        await asyncio.sleep(FAREWELL)
        await socket.close()

    def _begin(
        self, work: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]] | None = None
    ) -> None:
        task, tasks = asyncio.create_task(work), self._tasks if tasks is None else tasks
        # Nobody else holds it.
        tasks.add(task)
        task.add_done_callback(tasks.discard)
