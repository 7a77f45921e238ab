"""A thread that does one thing again and again, until there is no more of it."""

import logging
import threading
import time
from collections.abc import Callable

from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.precedence import Precedence

POLL = 0.5
"""Seconds after which it looks for what nobody rang for: another process may have died."""
REST = 1.0
"""Seconds after an error."""

_log = logging.getLogger(__name__)


class Repeater:
    """Takes a step for each thing there is to do; ends once told to, and nothing is left."""

    def __init__(
        self, step: Callable[[], bool], bell: Bell, precedence: Precedence, poll: float = POLL
    ) -> None:
        """Take the step, which tells whether there was something to do, and what goes before."""
        self._step, self._bell, self._precedence, self._poll = step, bell, precedence, poll
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._repeat, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end."""
        self._stopping.set()
        self._bell.ring()

    def join(self, until: float) -> None:
        """Wait for its end, until a time of the monotonic clock."""
        self._thread.join(max(0.0, until - time.monotonic()))

    def _repeat(self) -> None:
        while True:
            if self._take_step():
                continue
            if self._stopping.is_set():
                return
            self._bell.wait(self._poll)

    def _take_step(self) -> bool:
        try:
            self._precedence.give_way()
            return self._step()
        except Exception as error:  # noqa: BLE001 - the database may be back in a moment
            log_error(error)
            self._stopping.wait(REST)
            return False


def log_error(error: Exception) -> None:
    """Log an error by its name and place: its words may quote what somebody asked."""
    at = error.__traceback__
    while at and at.tb_next:
        at = at.tb_next
    where = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else "?"
    _log.error("%s (%s)", type(error).__name__, where)
