"""Keep what was said; hand the rest to Bolt, away from the loop that receives."""

import asyncio
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from jumelage_bot.channels.slack.receiving.gathering import Gathering
from jumelage_bot.channels.slack.receiving.payloads import Payload, text_at
from jumelage_bot.channels.slack.receiving.precedence import Precedence
from jumelage_bot.channels.slack.repeating import log_error

THREADS = 8
OK = 200
SERVER_FAULT = 500
SAID = frozenset({"message", "app_mention"})
"""The events that may come by hundreds."""


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Keeps messages, all that wait at once; runs the listeners of an app, a few at a time."""

    app: App
    messages: Gathering
    precedence: Precedence
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, "slack-dispatch")
    )

    async def dispatch(self, **request: Any) -> BoltResponse:  # noqa: ANN401 - those of BoltRequest
        """Return what to answer to a request, once what it says is kept."""
        loop = asyncio.get_running_loop()
        with self.precedence.taken():
            # Bolt would do nothing with a message but take its time.
            if said := _said(request["body"]):
                return await self._keep(said)
            return await loop.run_in_executor(self._threads, partial(self._run, request))

    async def _keep(self, message: Payload) -> BoltResponse:
        try:
            await self.messages.keep(message)
        except Exception as error:  # noqa: BLE001 - the database may be back when it comes again
            log_error(error)
            return BoltResponse(status=SERVER_FAULT)
        return BoltResponse(status=OK)

    def _run(self, request: Mapping[str, Any]) -> BoltResponse:
        try:
            return self.app.dispatch(BoltRequest(**request))
        except Exception as error:  # noqa: BLE001 - whatever it is, it would be the same again
            # Not an error of ours, which Bolt answers with 500: a payload that Bolt cannot read.
            log_error(error)
            return BoltResponse(status=400, body="unreadable")


def _said(body: str | Payload) -> Payload | None:
    """Return the event of a message; None for anything else."""
    payload = _read(body) if isinstance(body, str) else body
    is_said = (
        text_at(payload, "type") == "event_callback" and text_at(payload, "event", "type") in SAID
    )
    return payload if is_said else None


def _read(body: str) -> Payload:
    try:
        return dict(json.loads(body))
    except (RecursionError, TypeError, ValueError):
        return {}  # A form, or nothing that can be read.


def socket_request(envelope: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what came by a WebSocket as a request."""
    attempt = envelope.get("retry_attempt")
    headers = {} if attempt is None else {"x-slack-retry-num": str(attempt)}
    return {"mode": "socket_mode", "body": envelope.get("payload", {}), "headers": headers}


def acknowledgement(envelope_id: str, response: BoltResponse) -> str | None:
    """Return what to send back on a WebSocket; None where Slack has to send it again."""
    if response.status >= SERVER_FAULT:
        return None
    if not response.body or response.status != OK:
        return json.dumps({"envelope_id": envelope_id})
    is_json = response.first_headers().get("content-type", "").startswith("application/json")
    payload = json.loads(response.body) if is_json else {"text": response.body}
    return json.dumps({"envelope_id": envelope_id, "payload": payload})
