"""What a sender does with what it knows after a call."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

import pytest

from adapters.sql.samples import Time
from channels.slack.loopback import Service
from jumelage_bot.adapters.sql.database import open_database
from jumelage_bot.adapters.sql.migrating import migrate
from jumelage_bot.adapters.sql.outbox import LEASE, SqlOutbox
from jumelage_bot.channels.slack.sending.sender import AGAIN, FRESH, TOO_OLD, Sender
from jumelage_bot.channels.slack.sending.sweeping import AGE, Sweeper
from jumelage_bot.domain.mail import Letter, Sending

LETTER = Letter("k1", "T1", "C1", {"text": "Pierre Dumas"}, root="100.1")
POSTED = '{"ok": true, "ts": "200.1"}'
FOUND = '{"ok": true, "messages": [{"ts": "200.1", "metadata": {"event_payload": {"key": "k1"}}}]}'
TWICE = (
    '{"ok": true, "messages": [{"ts": "200.1", "metadata": {"event_payload": {"key": "k1"}}},'
    '{"ts": "200.2", "metadata": {"event_payload": {"key": "k1"}}}]}'
)
EMPTY = '{"ok": true, "messages": [{"ts": "100.1"}]}'
SORRY = {"text": "Pardon."}


@dataclass(slots=True)
class Office:
    """A sender, where it takes letters, and whom it hands them to."""

    service: Service
    outbox: SqlOutbox
    time: Time
    handed: SimpleQueue[Sending]
    sender: Sender

    def said(self) -> list[str]:
        """Return the texts that were posted."""
        return [call["text"] for call in self.service.calls if "text" in call]


@pytest.fixture
def office(service: Service, tmp_path: Path) -> Office:
    database, time = open_database(f"sqlite:///{tmp_path / 'bot.db'}"), Time()
    migrate(database)
    outbox, handed = SqlOutbox(database, time), SimpleQueue[Sending]()
    sender = Sender("s1", service.client, handed, outbox, SORRY, time)
    return Office(service, outbox, time, handed, sender)


def refused(error: str) -> str:
    return f'{{"ok": false, "error": "{error}"}}'


def test_a_letter_is_posted_once(office: Office) -> None:
    office.service.bodies = [POSTED]
    office.outbox.add(LETTER)

    assert office.sender.send()

    office.time.now += 3600
    assert not office.sender.send()
    assert office.said() == ["Pierre Dumas"]


@pytest.mark.parametrize(
    ("seen", "said"), [(FOUND, ["Pierre Dumas"]), (EMPTY, ["Pierre Dumas"] * 2)]
)
def test_what_is_unsure_is_looked_for_before_it_is_posted_again(
    office: Office, seen: str, said: list[str]
) -> None:
    office.service.bodies = [refused("internal_error"), seen, POSTED]
    office.outbox.add(LETTER)
    office.sender.send()

    assert not office.sender.send()
    office.time.now += AGAIN
    office.sender.send()

    assert office.said() == said


def test_a_copy_that_came_late_is_deleted(office: Office) -> None:
    office.service.bodies = [refused("internal_error"), EMPTY, POSTED, TWICE, '{"ok": true}']
    office.outbox.add(LETTER)
    office.sender.send()
    office.time.now += AGAIN
    office.sender.send()
    sweeper = Sweeper(office.service.client, office.outbox, NothingToForget(), 30, office.time)

    sweeper.sweep()
    assert len(office.service.bodies) == 2
    office.time.now += AGE + 1
    sweeper.sweep()
    sweeper.sweep()

    assert office.service.paths[-1].endswith("chat.delete")
    assert office.service.bodies == []


def test_a_channel_is_left_alone_for_as_long_as_slack_says(office: Office) -> None:
    office.service.status, office.service.headers = 429, {"Retry-After": "9"}
    office.service.bodies = ["{}", POSTED]
    office.outbox.add(LETTER)
    office.sender.send()
    office.service.status = 200

    office.time.now += 8
    assert not office.sender.send()
    office.time.now += 1
    assert office.sender.send()

    # Certain not to have been posted, it is not looked for.
    assert office.said() == ["Pierre Dumas"] * 2


def test_an_answer_that_slack_refuses_becomes_an_apology(office: Office) -> None:
    office.service.bodies = [refused("invalid_blocks"), POSTED]
    office.outbox.add(LETTER)

    office.sender.send()
    office.sender.send()

    assert office.said() == ["Pierre Dumas", "Pardon."]


@pytest.mark.parametrize("error", ["is_archived", "not_in_channel"])
def test_where_nobody_can_be_told_nothing_more_is_said(office: Office, error: str) -> None:
    office.service.bodies = [refused(error)]
    office.outbox.add(LETTER)
    office.sender.send()

    office.time.now += 3600
    assert not office.sender.send()


def test_an_answer_waits_for_rights_that_come_back_and_not_for_ever(office: Office) -> None:
    office.service.bodies = [refused("invalid_auth")] * 2
    office.outbox.add(LETTER)
    office.sender.send()

    office.time.now += TOO_OLD + 1
    assert office.sender.send()
    office.time.now += 3600
    assert not office.sender.send()


def private(service: Service) -> Letter:
    return replace(LETTER, root=None, reply_to=f"{service.url}hook", fallback={"text": "Perdu ?"})


def lose_the_reply(office: Office) -> None:
    office.service.status, office.service.bodies = 500, ["", "ok"]
    office.outbox.add(private(office.service))
    office.sender.send()


def lose_the_sender(office: Office) -> None:
    office.service.bodies = ["ok"]
    office.outbox.add(private(office.service))
    office.outbox.claim("lost")
    office.time.now += LEASE + 1
    office.sender.send()


@pytest.mark.parametrize(
    ("lose", "said"),
    [(lose_the_reply, ["Pierre Dumas", "Perdu ?"]), (lose_the_sender, ["Perdu ?"])],
)
def test_a_private_answer_is_sent_once_and_offered_again(
    office: Office, lose: Callable[[Office], None], said: list[str]
) -> None:
    lose(office)

    office.time.now += 3600
    assert not office.sender.send()
    assert office.said() == said


def test_a_letter_handed_over_is_sent_only_while_it_is_ours(office: Office) -> None:
    office.service.bodies = [POSTED]
    office.outbox.add(LETTER)
    sending = office.outbox.claim("worker")
    assert sending is not None
    office.handed.put(sending)
    office.time.now += LEASE + 1
    taken = office.outbox.claim("other")

    assert taken is not None
    assert LEASE > FRESH
    assert office.sender.send()
    assert office.said() == []


class NothingToForget:
    """A retention that has nothing to do."""

    def purge_before(self, _: float) -> int:
        return 0

    def purge_team(self, _: str) -> int:
        return 0
