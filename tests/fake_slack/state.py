"""What calls change in the fake, and what they leave for tests to see."""

from dataclasses import dataclass, field
from typing import NoReturn

from fake_slack.pace import Pace
from fake_slack.records import Call, Shown
from fake_slack.workspace import Workspace


class SlackError(Exception):
    """Slack says no, with the name of its error."""


class RateLimited(Exception):  # noqa: N818 -- it is no error of the one who asks
    """The channel has had its share of messages; ask again after some seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(slots=True)
class ResponseUrl:
    """Where an answer to a command or a click may be sent, five times within half an hour."""

    user: str
    channel: str
    opened: float
    uses: int = 0


@dataclass(slots=True)
class State:
    workspace: Workspace = field(default_factory=Workspace)
    pace: Pace = field(default_factory=Pace)
    calls: list[Call] = field(default_factory=list)
    triggers: dict[str, float] = field(default_factory=dict)
    response_urls: dict[str, ResponseUrl] = field(default_factory=dict)
    responses: list[Shown] = field(default_factory=list)
    ephemerals: list[Shown] = field(default_factory=list)
    homes: list[Shown] = field(default_factory=list)
    modals: list[Shown] = field(default_factory=list)
    prompts: list[Shown] = field(default_factory=list)
    statuses: dict[tuple[str, str], str] = field(default_factory=dict)
    breaches: list[str] = field(default_factory=list)
    """What the house rules forbid and was sent all the same."""
    refusals: list[tuple[str, str]] = field(default_factory=list)
    """Every call that was refused for what it asked: its method, the error."""


def refuse(error: str) -> NoReturn:
    """Answer no, as Slack calls it."""
    raise SlackError(error)
