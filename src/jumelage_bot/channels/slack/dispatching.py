"""Hand to Bolt what was received, away from the loop that receives."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

THREADS = 8
SERVER_FAULT = 500


@dataclass(frozen=True, slots=True)
class Dispatcher:
    """Runs the listeners of an app, a few at a time."""

    app: App
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, "slack-dispatch")
    )

    async def dispatch(self, request: BoltRequest) -> BoltResponse:
        """Return what Bolt answers to a request, once what it says is kept."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self.app.dispatch, request)


def socket_request(envelope: Mapping[str, Any]) -> BoltRequest:
    """Return what came by a WebSocket as a request."""
    headers: dict[str, str | Sequence[str]] = {}
    if (attempt := envelope.get("retry_attempt")) is not None:
        headers["x-slack-retry-num"] = str(attempt)
    return BoltRequest(mode="socket_mode", body=envelope.get("payload", {}), headers=headers)


def acknowledgement(envelope_id: str, response: BoltResponse) -> str | None:
    """Return what to send back on a WebSocket; None where Slack has to send it again."""
    if response.status >= SERVER_FAULT:
        return None
    if not response.body:
        return json.dumps({"envelope_id": envelope_id})
    is_json = response.first_headers().get("content-type", "").startswith("application/json")
    payload = json.loads(response.body) if is_json else {"text": response.body}
    return json.dumps({"envelope_id": envelope_id, "payload": payload})
