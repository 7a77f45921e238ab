"""What the Slack app needs from where questions and letters are kept."""

from collections.abc import Sequence
from queue import SimpleQueue
from typing import Protocol

from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.mail import Body, Claim, Letter, Opinion, Question, Sending

Handed = SimpleQueue[Sending]
"""Letters that this process has taken, on their way to one of its senders."""


class Received(Protocol):
    """Where questions are kept as they come."""

    def receive(self, questions: Sequence[Question]) -> bool:
        """Keep questions, all or none; tell whether any of them is new."""
        ...

    def cancel(self, deleted: Question) -> None:
        """Let a deleted message go unanswered."""
        ...

    def has_thread(self, app: str, channel: str, root: str) -> bool:
        """Tell whether a question was asked in a thread."""
        ...


class Inbox(Protocol):
    """Where a worker finds questions and leaves answers."""

    def claim(self, owner: str) -> Claim | None:
        """Return a question for one worker."""
        ...

    def answer(self, claim: Claim, letter: Letter, state: DialogueState) -> tuple[Sending, ...]:
        """Write the answer and remember the conversation, both or neither.

        Return the letter that this process may send now, if there is one.
        """
        ...


class Written(Protocol):
    """Where letters are kept once written."""

    def add(self, letter: Letter) -> None:
        """Keep a letter."""
        ...

    def find(self, key: str) -> Letter | None:
        """Return a letter by its key."""
        ...


class Outbox(Protocol):
    """Where a sender finds letters, and tells what became of them."""

    def claim(self, owner: str) -> Sending | None:
        """Return a letter for one sender."""
        ...

    def renew(self, sending: Sending) -> bool:
        """Have a letter to oneself from now on."""
        ...

    def mark_sent(self, sending: Sending, ts: str | None = None) -> None:
        """End a letter that was sent."""
        ...

    def give_up(self, sending: Sending, *, is_unsent: bool) -> None:
        """End a letter that is not sent, or of which nobody can tell."""
        ...

    def postpone(self, sending: Sending, seconds: float, *, is_unsent: bool) -> None:
        """Send a letter later."""
        ...

    def pause(self, sending: Sending, seconds: float) -> None:
        """Send nothing to the channel of a letter for some time."""
        ...

    def rewrite(self, sending: Sending, body: Body) -> None:
        """Send something else instead."""
        ...


class Doubtful(Protocol):
    """Where letters are found that may have been sent twice."""

    def unchecked(self, age: float) -> tuple[tuple[Sending, str | None], ...]:
        """Return those sent some seconds ago, and the message that is kept."""
        ...

    def mark_checked(self, sending: Sending) -> None:
        """Look no more for copies of a letter."""
        ...


class Opinions(Protocol):
    """Where opinions are kept."""

    def record(self, letter: str, team: str, user: str, opinion: Opinion) -> bool:
        """Keep an opinion; tell whether it is new, or another than before."""
        ...


class Retention(Protocol):
    """Where what was kept is forgotten."""

    def purge_before(self, time: float) -> int:
        """Forget what is older than a time."""
        ...

    def purge_team(self, team: str) -> int:
        """Forget everything of a workspace."""
        ...
