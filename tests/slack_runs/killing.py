"""End the bot at the worst moments: as an envelope arrives, as an ack leaves, as a post is made."""

import random
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

from slack_runs.bot_process import BotProcess

MOMENTS = (
    "sent",
    "acked",
    "called chat.postMessage",
    "committed chat.postMessage",
    "called conversations.replies",
    "any",
)
"""What the fake tells of, and "any" for no moment in particular."""
DELAYS = (0.0, 0.0, 0.002, 0.01, 0.05)
"""Seconds from the moment to the end."""
MOMENT_WAIT = 20.0
"""Seconds for which a moment is waited for: a replica that has just started is slow to answer."""
PAUSES = (0.2, 3.0)
"""Seconds for which one that has become ready is let live, at least and at most."""


@dataclass(frozen=True, slots=True)
class Death:
    replica: str
    moment: str
    at: float


@dataclass(slots=True)
class Killer:
    """Ends one replica, starts it again, and goes on until it has ended enough of them."""

    bots: Mapping[str, BotProcess]
    wanted: int
    chance: random.Random
    deaths: list[Death] = field(default_factory=list)
    _armed: str = ""
    _struck: threading.Event = field(default_factory=threading.Event)

    def at_moment(self, moment: str, replica: str) -> None:
        """Strike if this is the moment; called in the thread of the fake."""
        if moment == self._armed and replica in self.bots:
            self._armed = ""
            delay = self.chance.choice(DELAYS)
            if delay:
                threading.Timer(delay, self._strike, (moment, replica)).start()
            else:
                self._strike(moment, replica)

    def run(self) -> None:
        """Kill and start again, one replica at a time."""
        while len(self.deaths) < self.wanted:
            for bot in self.bots.values():
                if not bot.is_running:
                    bot.start()
            self._wait_for_one()
            time.sleep(self.chance.uniform(*PAUSES))
            self._struck.clear()
            moment = self.chance.choice(MOMENTS)
            if moment == "any":
                self._strike(moment, self.chance.choice(list(self.bots)))
            else:
                self._armed = moment
                self._struck.wait(timeout=MOMENT_WAIT)
                self._armed = ""
        for bot in self.bots.values():
            if not bot.is_running:
                bot.start()

    def _wait_for_one(self) -> None:
        """Wait until every replica can be struck down while it does something."""
        for bot in self.bots.values():
            bot.wait_ready()

    def _strike(self, moment: str, replica: str) -> None:
        bot = self.bots[replica]
        if bot.is_running:
            bot.kill()
            self.deaths.append(Death(replica, moment, time.monotonic()))
        self._struck.set()
