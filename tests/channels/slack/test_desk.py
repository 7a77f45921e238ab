"""What is kept of the messages that come together."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.desk import Desk
from jumelage_bot.channels.slack.receiving.reading import Identity, Reader
from jumelage_bot.domain.mail import Question


@dataclass
class Kept:
    """Questions, as a database would keep them."""

    questions: list[Question] = field(default_factory=list)
    cancelled: list[Question] = field(default_factory=list)

    def receive(self, questions: Sequence[Question]) -> bool:
        self.questions += questions
        return True

    def cancel(self, deleted: Question) -> None:
        self.cancelled.append(deleted)

    def has_thread(self, app: str, channel: str, root: str) -> bool:
        return (app, channel, root) in {(q.app, q.channel, q.root) for q in self.questions}

    @property
    def stamps(self) -> list[str]:
        return [question.ts for question in self.questions]


@pytest.fixture
def kept() -> Kept:
    return Kept()


@pytest.fixture
def desk(kept: Kept) -> Desk:
    reader = Reader(Identity("T1", "UBOT", "BBOT"), b"key")
    nowhere: Any = None  # Messages need no more than an inbox.
    return Desk(reader, kept, nowhere, nowhere, nowhere, Bell(), Bell())


def said(ts: str, **more: object) -> dict[str, Any]:
    event = {"type": "message", "user": "U1", "channel": "C1", "ts": ts, "text": "Qui ?"} | more
    return {"api_app_id": "A1", "type": "event_callback", "event": event}


def test_a_question_and_what_follows_it_may_come_together(desk: Desk, kept: Kept) -> None:
    mention = said("1", type="app_mention")
    follow_up = said("2", channel_type="channel", thread_ts="1")
    elsewhere = said("3", channel_type="channel", thread_ts="0")

    desk.take_messages([follow_up, elsewhere, mention])

    assert kept.stamps == ["1", "2"]


def test_a_deletion_takes_back_what_came_with_it(desk: Desk, kept: Kept) -> None:
    deletion = said("2", subtype="message_deleted", deleted_ts="1", channel_type="im")

    desk.take_messages([deletion, said("1", channel_type="im")])

    assert kept.stamps == ["1"]
    assert [deleted.ts for deleted in kept.cancelled] == ["1"]


@pytest.mark.parametrize("text", ["Qui \ud800 ?", "Qui \x00 ?"])
def test_what_no_database_takes_is_not_kept(desk: Desk, kept: Kept, text: str) -> None:
    desk.take_messages([said("1", channel_type="im", text=text)])

    assert [question.text for question in kept.questions] == ["Qui \N{REPLACEMENT CHARACTER} ?"]
