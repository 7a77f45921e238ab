"""How busy the machine is with other things, so that a time can be judged on any."""

import time

SPIN = 0.2
"""Seconds of processor time."""


def contention() -> float:
    """Return how many seconds pass while this process computes for one: 1.0 where it is alone."""
    started, spent = time.perf_counter(), time.process_time()
    while time.process_time() - spent < SPIN:
        sum(range(1000))
    return max(1.0, (time.perf_counter() - started) / SPIN)
