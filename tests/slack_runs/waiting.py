"""Wait for what a process does, with a deadline and no fixed pause."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def wait_for(look: Callable[[], T], *, within: float, what: str = "") -> T:
    """Look until there is something to see; return it, or fail after some seconds."""
    deadline = time.monotonic() + within
    while not (seen := look()):
        if time.monotonic() > deadline:
            message = f"not within {within} s: {what or look}"
            raise TimeoutError(message)
        time.sleep(0.01)
    return seen
