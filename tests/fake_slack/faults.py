"""What goes wrong with a call of the Web API: what is answered, and when it is carried out."""

import random
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from fake_slack.records import Call


@dataclass(frozen=True, slots=True)
class Status:
    """An HTTP status that is not 200, and a body that is not JSON."""

    code: int
    retry_after: int | None = None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A regular answer of Slack that says no."""

    error: str


@dataclass(frozen=True, slots=True)
class Cut:
    """No answer: the connection is closed, after some seconds of silence or at once."""

    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Fault:
    answer: Status | Refusal | Cut
    carried_out: float | None = None
    """Seconds after the call when what it asks for happens all the same; None: never."""


def rate_limited(seconds: int) -> Fault:
    return Fault(Status(429, seconds))


SERVER_ERROR = Fault(Status(500))
UNAVAILABLE = Fault(Status(503))
INTERNAL_ERROR = Fault(Refusal("internal_error"))
TIMEOUT = Fault(Cut(after=40))
CUT = Fault(Cut())
LOST_REPLY = Fault(Cut(), carried_out=0)
ERROR_BUT_DONE = Fault(Refusal("fatal_error"), carried_out=0)


def late_commit(seconds: float) -> Fault:
    """Answer an error now; do what was asked some seconds later."""
    return Fault(Status(500), carried_out=seconds)


@dataclass(slots=True)
class Faults:
    """Those to come: queued by method, then drawn by chance."""

    queued: dict[str, deque[Fault]] = field(default_factory=lambda: defaultdict(deque))
    draw: Callable[[str], Fault | None] = lambda _: None
    met: list[tuple[Call, Fault]] = field(default_factory=list)

    def queue(self, method: str, *faults: Fault) -> None:
        self.queued[method].extend(faults)

    def next(self, call: Call) -> Fault | None:
        """Return what goes wrong with this call, if anything does."""
        waiting = self.queued[call.method]
        fault = waiting.popleft() if waiting else self.draw(call.method)
        if fault:
            self.met.append((call, fault))
        return fault


def by_chance(
    share: float, ways: Sequence[Fault], chance: random.Random
) -> Callable[[str], Fault | None]:
    """Return a draw that makes a share of all calls fail, in one of the ways given."""

    def draw(_: str) -> Fault | None:
        return chance.choice(ways) if chance.random() < share else None

    return draw
