"""Keep together what comes at the same time: the disk takes as long for one as for fifty."""

import asyncio
from collections.abc import Callable, Sequence

from jumelage_bot.channels.slack.receiving.payloads import Payload


class Gathering:
    """Hands over, all at once, what came while the one before was being kept."""

    def __init__(self, keep: Callable[[Sequence[Payload]], None]) -> None:
        """Take what keeps payloads: all of them, or it raises."""
        self._keep = keep
        self._waiting: list[Payload] = []
        self._next: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()

    async def keep(self, payload: Payload) -> None:
        """Return once a payload is kept; raise what keeping it raises."""
        self._waiting.append(payload)
        if self._next is None:
            self._next = asyncio.create_task(self._keep_waiting())
        # One that no longer waits takes nothing from the others.
        await asyncio.shield(self._next)

    async def _keep_waiting(self) -> None:
        async with self._turn:
            payloads, self._waiting, self._next = self._waiting, [], None
            await asyncio.to_thread(self._keep, payloads)
