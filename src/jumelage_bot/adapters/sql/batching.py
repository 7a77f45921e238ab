"""Write together what several threads have to write at the same time."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Generic, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


class Batch(Generic[Item, Result]):
    """Takes items one by one, and writes all those that wait in one go.

    The disk is what takes time: a transaction of fifty rows costs what one of a single row does.
    """

    def __init__(self, write: Callable[[Sequence[Item]], Sequence[Result]]) -> None:
        """Take what writes items, and returns what became of each, in order."""
        self._write = write
        self._waiting: list[tuple[Item, Future[Result]]] = []
        self._adding, self._writing = threading.Lock(), threading.Lock()

    def __len__(self) -> int:
        """Return how many items wait."""
        return len(self._waiting)

    def submit(self, item: Item) -> Result:
        """Return what became of an item once it is written; raise what writing it raises."""
        future: Future[Result] = Future()
        with self._adding:
            self._waiting.append((item, future))
        with self._writing:
            if not future.done():
                self._write_waiting()
        return future.result()

    def _write_waiting(self) -> None:
        with self._adding:
            batch, self._waiting = self._waiting, []
        try:
            results = self._write([item for item, _ in batch])
        except Exception as error:  # noqa: BLE001 - each thread gets it
            for _, future in batch:
                future.set_exception(error)
        else:
            for (_, future), result in zip(batch, results, strict=True):
                future.set_result(result)
