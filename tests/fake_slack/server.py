"""The fake as a whole: one loopback port, in a thread of the test."""

import asyncio
import random
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import Future
from pathlib import Path
from typing import Any, Self, TypeVar

from aiohttp import web

from fake_slack import manifest as manifests
from fake_slack.courier import Courier, Patience
from fake_slack.faults import Faults
from fake_slack.manifest import Manifest
from fake_slack.people import People
from fake_slack.records import Envelope, Json, Message
from fake_slack.roads import HttpRoad, SocketRoad
from fake_slack.sessions import Session, Sockets
from fake_slack.state import State
from fake_slack.web import WebApi
from fake_slack.workspace import Kind

REPLICA = "bot"
T = TypeVar("T")


class FakeSlack:
    """Start it, give its `api_url` to the bot, act through `people`, look at `state`."""

    def __init__(
        self,
        path: Path = manifests.SOCKET_MODE,
        *,
        has_optional_scopes: bool = False,
        patience: Patience | None = None,
        bot_url: str = "",
        seed: int = 1,
    ) -> None:
        self.manifest = Manifest.read(path)
        self.scopes = self.manifest.scopes
        if has_optional_scopes:
            self.scopes |= self.manifest.optional_scopes
        self.state, self.faults = State(), Faults()
        self.sockets = Sockets(self._on_session_ack)
        self.socket_road = SocketRoad(self.sockets, random.Random(seed))
        self.http_road = HttpRoad(bot_url, self._on_http_ack)
        road = self.socket_road if self.manifest.is_socket_mode else self.http_road
        self.courier = Courier(road, patience or Patience())
        self.api = WebApi(self.state, self.faults, self.sockets, self.scopes)
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._at_moment: Callable[[str, str], None] = lambda _moment, _replica: None

    def __enter__(self) -> Self:
        self._thread.start()
        self.run(self._open())
        self.people = People(self.state, self.manifest, f"http://127.0.0.1:{self.port}/{REPLICA}")
        return self

    def __exit__(self, *_: object) -> None:
        self.run(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def api_url(self, replica: str = REPLICA) -> str:
        """Return what the bot is to have in SLACK_API_URL; replicas are told apart by it."""
        return f"http://127.0.0.1:{self.port}/{replica}/api/"

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Do something in the thread of the fake, and wait for it."""
        return self.start(work).result(timeout=60)

    def start(self, work: Coroutine[Any, Any, T]) -> Future[T]:
        """Do something in the thread of the fake, without waiting."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def end(self, session: Session, way: str) -> None:
        """End a session: "refresh", "close", "finish" (FIN), "reset" (RST), or "freeze" it."""
        self._loop.call_soon_threadsafe(self._end, session, way)

    def deliver(self, envelope: Envelope) -> Envelope:
        """Have an envelope delivered, and sent again until it is acked; do not wait."""
        self.start(self.courier.deliver(envelope))
        return envelope

    def ask(self, channel: str, text: str, *, root: str | None = None) -> Message:
        """Have a person ask the bot; return the message they wrote."""
        said, envelope = self.people.ask(channel, text, root=root)
        self.deliver(envelope)
        return said

    def direct(self) -> str:
        return self.state.workspace.open(Kind.DIRECT)

    def public(self, *, invited: bool = True) -> str:
        return self.state.workspace.open(Kind.PUBLIC, invited=invited)

    def answers(self, said: Message) -> list[Message]:
        """Return what the bot posted in the thread of a message since it was written."""
        root = said.thread_ts or said.ts
        thread = self.state.workspace.thread(said.channel, root)
        return [message for message in thread if message.bot_id and message.ts > said.ts]

    def sessions(self, replica: str | None = None) -> list[Session]:
        """Return the live sessions, of every replica or of one."""
        live = [session for session in self.sockets.live if not session.is_leaving]
        return [session for session in live if replica in {None, session.replica}]

    def at_moments(self, told: Callable[[str, str], None]) -> None:
        """Call something at every moment that matters, in the thread of the fake."""
        self._at_moment = self.api.at_moment = self.socket_road.at_moment = told

    def go_down(self) -> None:
        """Refuse connections, and break those there are."""
        self.run(self._go_down())

    def come_back(self) -> None:
        self.run(self._listen())

    def _end(self, session: Session, way: str) -> None:
        match way:
            case "refresh":
                self.start(self.sockets.refresh(session))
            case "close":
                self.start(self.sockets.close(session))
            case "finish":
                self.sockets.finish(session)
            case "reset":
                self.sockets.reset(session)
            case "freeze":
                self.sockets.freeze(session)
            case _:
                raise LookupError(way)

    async def _open(self) -> None:
        app = web.Application(client_max_size=4_000_000)
        app.add_routes(
            [
                web.post("/{replica}/api/{method}", self.api.take),
                web.post("/{replica}/respond/{id}", self.api.take_response),
                web.get("/{replica}/link/", self.sockets.take),
            ]
        )
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await self._listen()

    async def _listen(self) -> None:
        assert self._runner
        self._site = web.TCPSite(self._runner, "127.0.0.1", self.port, reuse_address=True)
        await self._site.start()
        self.port = self._site.port

    async def _go_down(self) -> None:
        assert self._site
        await self._site.stop()
        self.sockets.reset_all()

    async def _close(self) -> None:
        self.sockets.reset_all()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        if self._runner:
            await self._runner.cleanup()

    def _on_session_ack(self, session: Session, message: Json) -> None:
        self.courier.acknowledge(
            str(message.get("envelope_id")), session.id, message.get("payload") or {}
        )
        self._at_moment("acked", session.replica)

    def _on_http_ack(self, envelope_id: str, answer: Json) -> None:
        self.courier.acknowledge(envelope_id, "http", answer)
