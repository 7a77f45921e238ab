"""Let what has to be acknowledged go before what may wait."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager

PATIENCE = 1.0
"""Seconds that work gives way, at most: under a steady stream it goes on all the same."""
CROWD = 4
"""How many arrivals make a crowd: more are on their way, and work waits for the last."""
CALM = 0.1
"""Seconds in which they have to come for that."""


class Precedence:
    """Knows what comes in, so that the threads that compute leave it the interpreter."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Take a clock in seconds."""
        self._clock = clock
        self._count, self._changed = 0, threading.Condition()
        self._arrivals: deque[float] = deque([float("-inf")] * CROWD, CROWD)

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Go before others, for as long as the block lasts."""
        with self._changed:
            self._count += 1
            self._arrivals.append(self._clock())
        try:
            yield
        finally:
            with self._changed:
                self._count -= 1
                # Those who wait for the last would only wake to wait again.
                if not self._count:
                    self._changed.notify_all()

    def give_way(self) -> None:
        """Wait until nothing goes before, or long enough."""
        until = self._clock() + PATIENCE
        with self._changed:
            while (now := self._clock()) < until and (self._count or self._is_crowded(now)):
                self._changed.wait(CALM)

    def _is_crowded(self, now: float) -> bool:
        return now - self._arrivals[0] < CALM
