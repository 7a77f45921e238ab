"""What several threads write at the same time is written together."""

import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from jumelage_bot.adapters.sql.batching import Batch


def test_each_thread_gets_what_became_of_its_own_item() -> None:
    batch = Batch[int, int](lambda items: [item * 2 for item in items])

    with ThreadPoolExecutor(8) as pool:
        results = list(pool.map(batch.submit, range(200)))

    assert results == [number * 2 for number in range(200)]


def test_those_that_wait_for_the_disk_are_written_in_one_go() -> None:
    begun, may_end, sizes = threading.Event(), threading.Event(), list[int]()

    def write(items: Sequence[int]) -> Sequence[int]:
        sizes.append(len(items))
        begun.set()
        may_end.wait(10)
        return items

    batch = Batch(write)
    with ThreadPoolExecutor(6) as pool:
        first = pool.submit(batch.submit, 0)
        begun.wait(10)
        others = [pool.submit(batch.submit, number) for number in range(1, 6)]
        while len(batch) < len(others):
            threading.Event().wait(0.001)
        may_end.set()
        results = [future.result() for future in (first, *others)]

    assert results == list(range(6))
    assert sizes == [1, 5]


def test_a_failure_is_everyones_and_the_next_try_is_not() -> None:
    failures = [OSError("full")]

    def write(items: Sequence[int]) -> Sequence[int]:
        if failures:
            raise failures.pop()
        return items

    batch = Batch(write)

    with pytest.raises(OSError, match="full"):
        batch.submit(1)
    assert batch.submit(2) == 2
