"""A workspace, and the bot at work in it."""

from dataclasses import dataclass

from fake_slack.server import FakeSlack
from slack_runs.bot_process import BotProcess


@dataclass(frozen=True, slots=True)
class Office:
    slack: FakeSlack
    bot: BotProcess
