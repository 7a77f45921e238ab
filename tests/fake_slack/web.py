"""The Web API on HTTP: who calls, what goes wrong, what is carried out."""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from fake_slack.chat import respond
from fake_slack.faults import Cut, Fault, Faults, Refusal, Status
from fake_slack.identity import APP_TOKEN, BOT_TOKEN
from fake_slack.methods import METHODS, needed_scope
from fake_slack.records import Call, Json
from fake_slack.sessions import Sockets
from fake_slack.state import RateLimited, SlackError, State, refuse

OPEN = "apps.connections.open"
RESPOND = "response_url"
"""What faults and records call a post to a response_url, which is no method."""

Moment = Callable[[str, str], None]
"""Told that a moment has come ("called", "committed", "answered"), and for which replica."""


@dataclass(slots=True)
class WebApi:
    state: State
    faults: Faults
    sockets: Sockets
    scopes: frozenset[str]
    at_moment: Moment = lambda _moment, _replica: None

    async def take(self, request: web.Request) -> web.StreamResponse:
        """Answer a call of the Web API as Slack would, faults included."""
        call = await _read_call(request)
        self.state.calls.append(call)
        if error := self._who(call):
            return web.json_response({"ok": False, "error": error})
        self.at_moment(f"called {call.method}", call.replica)
        if fault := self.faults.next(call):
            return await self._fail(request, fault, lambda: self._carry_out(call, request))
        response = self._respond(call, request)
        self.at_moment(f"committed {call.method}", call.replica)
        return response

    async def take_response(self, request: web.Request) -> web.StreamResponse:
        """Take what is sent to a response_url."""
        replica, body = request.match_info["replica"], await request.json()
        url = self.state.response_urls.get(request.match_info["id"])
        call = Call(RESPOND, body, replica, time.monotonic(), "")
        self.state.calls.append(call)
        self.at_moment(f"called {RESPOND}", replica)
        if url is None:
            return web.Response(status=404, text="no such url")
        if fault := self.faults.next(call):
            return await self._fail(request, fault, lambda: respond(self.state, url, body))
        try:
            respond(self.state, url, body)
        except SlackError as error:
            self.state.refusals.append((RESPOND, str(error)))
            return web.Response(status=404, text=str(error))
        self.at_moment(f"committed {RESPOND}", replica)
        return web.Response(text="ok")

    def _who(self, call: Call) -> str | None:
        if not call.token:
            return "not_authed"
        if call.token not in {BOT_TOKEN, APP_TOKEN}:
            return "invalid_auth"
        if (call.method == OPEN) != (call.token == APP_TOKEN):
            return "not_allowed_token_type"
        return None

    def _respond(self, call: Call, request: web.Request) -> web.Response:
        try:
            result = self._carry_out(call, request)
        except RateLimited as limit:
            headers = {"Retry-After": str(limit.seconds)}
            return web.json_response(
                {"ok": False, "error": "ratelimited"}, status=429, headers=headers
            )
        except SlackError as error:
            self.state.refusals.append((call.method, str(error)))
            return web.json_response({"ok": False, "error": str(error)})
        except KeyError as missing:
            self.state.refusals.append((call.method, f"missing argument {missing}"))
            return web.json_response({"ok": False, "error": "invalid_arguments"})
        return web.json_response({"ok": True} | result)

    def _carry_out(self, call: Call, request: web.Request) -> Json:
        if call.method == OPEN:
            return {"url": self.sockets.new_url(call.replica, request.host)}
        method = METHODS.get(call.method)
        if method is None:
            refuse("unknown_method")
        scope = needed_scope(call.method, call.args, self.state.workspace)
        if scope and scope not in self.scopes:
            refuse("missing_scope")
        return method(self.state, call)

    async def _fail(
        self, request: web.Request, fault: Fault, carry_out: Callable[[], object]
    ) -> web.StreamResponse:
        """Answer as the fault says; do what was asked when it says, if it does."""
        if fault.carried_out == 0:
            _quietly(carry_out)
        elif fault.carried_out:
            asyncio.get_running_loop().call_later(fault.carried_out, _quietly, carry_out)
        match fault.answer:
            case Status(code, retry_after):
                headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
                return web.Response(status=code, headers=headers, text="<html>upstream</html>")
            case Refusal(error):
                return web.json_response({"ok": False, "error": error})
            case Cut(after):
                await asyncio.sleep(after)
                if request.transport:
                    request.transport.abort()
                return web.Response()


def _quietly(carry_out: Callable[[], object]) -> None:
    """Do what was asked after its answer is gone: nobody hears of a refusal."""
    try:
        carry_out()
    except (SlackError, RateLimited):
        return


async def _read_call(request: web.Request) -> Call:
    """Read a call, sent as a form or as JSON."""
    args: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        args |= await request.json()
    else:
        args |= {key: _decoded(str(value)) for key, value in (await request.post()).items()}
    token = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return Call(
        method=request.match_info["method"],
        args=args,
        replica=request.match_info["replica"],
        at=time.monotonic(),
        token=token or str(args.get("token") or ""),
    )


def _decoded(value: str) -> object:
    """Return what a field of a form stands for: blocks and metadata travel in it as JSON."""
    if value[:1] in {"[", "{"}:
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
