"""Run everything at once, and end it in good order."""

import asyncio
import signal
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from jumelage_bot.channels.slack.repeating import Repeater

FAREWELL = 2.5
"""Seconds in which what is in flight may end; the rest is in the database."""

Receive = Callable[[asyncio.Event], Awaitable[None]]
"""Receives until it is told to stop."""


@dataclass(frozen=True, slots=True)
class Service:
    """The threads that answer and send, beside the one that receives."""

    worker: Repeater
    senders: Sequence[Repeater]
    sweeper: Repeater
    receive: Receive

    def run(self) -> None:
        """Receive, answer and send until the process is asked to stop."""
        for thread in (self.worker, *self.senders, self.sweeper):
            thread.start()
        try:
            asyncio.run(_until_signalled(self.receive))
        finally:
            self._end()

    def _end(self) -> None:
        """Answer what was received, then send what was answered."""
        until = time.monotonic() + FAREWELL
        self.sweeper.stop()
        for threads in ([self.worker], self.senders):
            for thread in threads:
                thread.stop()
            for thread in threads:
                thread.join(until)


async def _until_signalled(receive: Receive) -> None:
    stopping, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopping.set)
    await receive(stopping)
