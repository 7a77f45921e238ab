"""How soon there is a new session after a connection ended, and at what cost."""

import time
from dataclasses import dataclass

from fake_slack.server import FakeSlack
from slack_runs.bot_process import SESSIONS, BotProcess
from slack_runs.waiting import wait_for

WAYS = ("refresh", "close", "finish", "reset", "freeze")


@dataclass(frozen=True, slots=True)
class Reconnection:
    way: str
    seconds: float
    cpu: float
    """The share of one processor used meanwhile, and for a second after."""


def end_one(slack: FakeSlack, bot: BotProcess, way: str) -> Reconnection:
    """End one of the sessions; wait for another one in its place."""
    wait_for(lambda: len(slack.sessions()) == SESSIONS, within=20)
    before, opened = bot.cpu_seconds(), len(slack.sockets.opened)
    started = time.monotonic()
    slack.end(slack.sessions()[0], way)
    wait_for(lambda: len(slack.sockets.opened) > opened, within=60, what=way)
    seconds = slack.sockets.opened[opened].opened - started
    time.sleep(1)
    cpu = (bot.cpu_seconds() - before) / (time.monotonic() - started)
    return Reconnection(way, seconds, cpu)


def go_down(slack: FakeSlack, bot: BotProcess, seconds: float) -> Reconnection:
    """Take Slack away for some time; wait for all sessions once it is back."""
    before, started = bot.cpu_seconds(), time.monotonic()
    slack.go_down()
    time.sleep(seconds)
    cpu = (bot.cpu_seconds() - before) / (time.monotonic() - started)
    slack.come_back()
    back = time.monotonic()
    wait_for(lambda: len(slack.sessions()) == SESSIONS, within=60, what="back after an outage")
    return Reconnection("down", time.monotonic() - back, cpu)
