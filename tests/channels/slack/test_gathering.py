"""What comes while something is being kept is kept next, all at once."""

import asyncio
import threading
from collections.abc import Sequence

import pytest

from jumelage_bot.channels.slack.receiving.gathering import Gathering
from jumelage_bot.channels.slack.receiving.payloads import Payload


def test_those_that_come_meanwhile_are_kept_together() -> None:
    kept, begun, may_end = list[Sequence[Payload]](), threading.Event(), threading.Event()

    def keep(payloads: Sequence[Payload]) -> None:
        kept.append(payloads)
        begun.set()
        may_end.wait(10)

    async def come() -> None:
        gathering = Gathering(keep)
        first = asyncio.create_task(gathering.keep({"n": 0}))
        await asyncio.to_thread(begun.wait, 10)
        others = [asyncio.create_task(gathering.keep({"n": n})) for n in range(1, 6)]
        await asyncio.sleep(0)
        assert not any(task.done() for task in (first, *others))
        may_end.set()
        await asyncio.gather(first, *others)

    asyncio.run(come())

    assert [[p["n"] for p in payloads] for payloads in kept] == [[0], [1, 2, 3, 4, 5]]


def test_a_failure_is_told_to_each_and_not_to_those_that_come_after() -> None:
    failures = [OSError("full")]

    def keep(_: Sequence[Payload]) -> None:
        if failures:
            raise failures.pop()

    async def come() -> list[BaseException | None]:
        gathering = Gathering(keep)
        told = await asyncio.gather(*(gathering.keep({}) for _ in range(3)), return_exceptions=True)
        await gathering.keep({})
        return told

    told = asyncio.run(come())

    assert [str(error) for error in told] == ["full"] * 3


def test_one_that_no_longer_waits_takes_nothing_from_the_others() -> None:
    kept, may_end = list[Payload](), threading.Event()

    def keep(payloads: Sequence[Payload]) -> None:
        may_end.wait(10)
        kept.extend(payloads)

    async def come() -> None:
        gathering = Gathering(keep)
        leaving, staying = (asyncio.create_task(gathering.keep({"n": n})) for n in range(2))
        await asyncio.sleep(0.01)
        leaving.cancel()
        may_end.set()
        await staying
        with pytest.raises(asyncio.CancelledError):
            await leaving

    asyncio.run(come())

    assert [payload["n"] for payload in kept] == [0, 1]
