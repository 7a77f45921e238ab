"""Questions whose answer is known, and what became of those that were asked."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from fake_slack.records import Envelope, Message
from fake_slack.server import FakeSlack
from slack_runs.waiting import wait_for

KNOWN = (
    ("Qui est le maire de Leonberg ?", "Bernhard Schuler"),
    ("Qui est le maire de Delémont ?", "Pierre Kohler"),
    ("De quand date le jumelage avec Delémont ?", "12 mai 1985"),
    ("Combien d'habitants à Delémont ?", "12 000"),
)
"""What is asked, and what is said in a right answer."""


@dataclass(frozen=True, slots=True)
class Question:
    """One that was asked, each at the root of a thread of its own."""

    said: Message
    expected: str
    envelope: Envelope

    @property
    def is_received(self) -> bool:
        """Whether the bot has promised to answer."""
        return bool(self.envelope.acks)

    def answers(self, slack: FakeSlack) -> list[Message]:
        return slack.answers(self.said)


def known_questions() -> Iterator[tuple[str, str]]:
    """Return the known questions, again and again."""
    return itertools.cycle(KNOWN)


def ask(slack: FakeSlack, channel: str, text: str, expected: str) -> Question:
    """Ask in a channel; do not wait."""
    said, envelope = slack.people.ask(channel, text)
    slack.deliver(envelope)
    return Question(said, expected, envelope)


def wait_for_answers(slack: FakeSlack, asked: list[Question], *, within: float) -> None:
    """Wait until each question has an answer, looking only at those that have none yet."""
    waiting = list(asked)

    def none_waits() -> bool:
        while waiting and waiting[-1].answers(slack):
            waiting.pop()
        return not waiting

    wait_for(none_waits, within=within, what=f"answers to {len(asked)} questions")
