"""HTTP: the requests of Slack, and none that it did not sign."""

import asyncio
import logging
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import uvicorn
from slack_bolt import BoltResponse
from slack_sdk.signature import SignatureVerifier

from jumelage_bot.channels.slack.receiving.dispatching import Dispatcher

PATH = "/slack/events"
HEALTH = "/healthz"
MAX_BODY = 2**20
TIMESTAMP_DIGITS = 12
FAREWELL = 3
"""Seconds in which the requests under way may end."""

Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request goes no further."""

    status: int
    reason: str


@dataclass(frozen=True, slots=True)
class Gate:
    """The ASGI application: only what Slack signed, lately and in good form, reaches Bolt."""

    dispatcher: Dispatcher
    signing_secret: str

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if (scope["method"], scope["path"]) == ("GET", HEALTH):
            await _reply(send, 200, "ok")
            return
        headers = {n.decode("latin-1"): v.decode("latin-1") for n, v in scope["headers"]}
        refusal = _misplaced(scope) or _misdated(headers)
        body = refusal or self._open(headers, await _body(receive))
        if isinstance(body, Refusal):
            await _reply(send, body.status, body.reason)
            return
        response = await self.dispatcher.dispatch(body=body, headers=headers)
        await _reply(send, response.status, response.body or "", _headers(response))

    def _open(self, headers: Mapping[str, str], raw: bytes | None) -> str | Refusal:
        """Return the body of a request that Slack signed."""
        if raw is None:
            return Refusal(413, "too large")
        try:
            body = raw.decode()
        except UnicodeDecodeError:
            return Refusal(400, "unreadable")
        timestamp = headers.get("x-slack-request-timestamp", "")
        signature = headers.get("x-slack-signature", "")
        verifier = SignatureVerifier(self.signing_secret)
        is_signed = timestamp and signature.isascii()
        if is_signed and verifier.is_valid(body, timestamp, signature):
            return body
        return Refusal(401, "not signed by Slack, or long ago")


class _Server(uvicorn.Server):
    """A server that leaves the signals to us: they stop more than the server."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def listen(host: str, port: int) -> socket.socket:
    """Return a socket bound to one address; raise OSError if it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)


async def serve(gate: Gate, listening: socket.socket, stopping: asyncio.Event) -> None:
    """Serve on a socket until it has to stop; then end what was begun."""
    config = uvicorn.Config(
        gate,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=FAREWELL,
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve([listening]))
    stop = asyncio.create_task(stopping.wait())
    _log.info("À l'écoute sur %s:%d", *listening.getsockname()[:2])
    await asyncio.wait([serving, stop], return_when=asyncio.FIRST_COMPLETED)
    server.should_exit = True
    await serving


def _misplaced(scope: Scope) -> Refusal | None:
    if scope["path"] != PATH:
        return Refusal(404, "not found")
    return None if scope["method"] == "POST" else Refusal(405, "not allowed")


def _misdated(headers: Mapping[str, str]) -> Refusal | None:
    """Refuse a time that is no number: Bolt would take it for one."""
    timestamp = headers.get("x-slack-request-timestamp", "0")
    is_number = timestamp.isascii() and timestamp.isdecimal()
    return None if is_number and len(timestamp) <= TIMESTAMP_DIGITS else Refusal(400, "bad time")


async def _body(receive: Receive) -> bytes | None:
    """Return the body of a request; None if it is too large."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > MAX_BODY:
            return None
        if not message.get("more_body"):
            return bytes(body)


def _headers(response: BoltResponse) -> list[tuple[bytes, bytes]]:
    return [
        (name.encode(), value.encode())
        for name, values in response.headers.items()
        for value in values
    ]


async def _reply(
    send: Send, status: int, body: str, headers: list[tuple[bytes, bytes]] | None = None
) -> None:
    plain = [(b"content-type", b"text/plain; charset=utf-8")]
    start = {"type": "http.response.start", "status": status, "headers": headers or plain}
    await send(start)
    await send({"type": "http.response.body", "body": body.encode()})
