"""Tell a thread that there is something to do."""

import threading
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bell:
    """Wakes one thread that waits, for each time it is rung."""

    _rings: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def ring(self) -> None:
        """Wake a thread, now or when it next waits."""
        self._rings.release()

    def wait(self, seconds: float) -> None:
        """Wait until it is rung, or for some seconds."""
        self._rings.acquire(timeout=seconds)
