"""A question is received once, claimed by one, answered once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from adapters.sql.samples import LETTER, QUESTION, Time, letter, question
from jumelage_bot.adapters.sql.conversations import SqlConversations
from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.inbox import LEASE, SqlInbox
from jumelage_bot.adapters.sql.outbox import SqlOutbox
from jumelage_bot.adapters.sql.pacing import BURST
from jumelage_bot.adapters.sql.received import SqlReceived
from jumelage_bot.domain.dialogue import NEW, DialogueState


@pytest.fixture
def inbox(database: Database, time: Time) -> SqlInbox:
    return SqlInbox(database, time)


@pytest.fixture
def received(database: Database, time: Time) -> SqlReceived:
    return SqlReceived(database, time)


@pytest.fixture
def outbox(database: Database, time: Time) -> SqlOutbox:
    return SqlOutbox(database, time)


def test_a_question_is_claimed_as_it_was_received(
    received: SqlReceived, inbox: SqlInbox, time: Time
) -> None:
    received.receive([QUESTION])

    claim = inbox.claim("worker")

    assert claim is not None
    assert claim.question == QUESTION
    assert (claim.received_at, claim.attempts) == (time.now, 1)
    assert inbox.claim("other") is None


def test_a_message_is_new_once_under_either_of_its_names(received: SqlReceived) -> None:
    named = replace(QUESTION, client_id="m1")

    news = [
        received.receive([named]),
        received.receive([replace(QUESTION, team="T2")]),
        received.receive([replace(named, ts="100.000900")]),
        received.receive([replace(QUESTION, app="A2")]),
    ]

    assert news == [True, False, False, True]


def test_a_conversation_is_answered_in_turn_and_others_meanwhile(
    received: SqlReceived, inbox: SqlInbox
) -> None:
    for ts in ("3", "2"):
        received.receive([question(ts, "thread")])
    received.receive([question("9")])

    first, second, third = (inbox.claim("worker") for _ in range(3))

    assert first is not None
    assert second is not None
    assert [first.question.ts, second.question.ts] == ["2", "9"]
    assert third is None
    inbox.answer(first, LETTER, NEW)
    then = inbox.claim("worker")
    assert then is not None
    assert then.question.ts == "3"


def test_a_lost_worker_leaves_its_question_to_another(
    received: SqlReceived, inbox: SqlInbox, outbox: SqlOutbox, time: Time
) -> None:
    received.receive([QUESTION])
    lost = inbox.claim("lost")
    time.now += LEASE + 1
    taken = inbox.claim("other")

    assert lost is not None
    assert taken is not None
    assert taken.attempts == 2
    assert inbox.answer(lost, LETTER, NEW) == ()
    (sending,) = inbox.answer(taken, LETTER, NEW)
    assert (sending.letter, sending.tries) == (LETTER, 1)
    assert outbox.claim("sender") is None


def test_an_answer_is_kept_with_the_state_of_its_conversation(
    received: SqlReceived, inbox: SqlInbox, outbox: SqlOutbox, database: Database, time: Time
) -> None:
    received.receive([QUESTION])
    claim = inbox.claim("worker")
    assert claim is not None
    state = DialogueState("qui est maire ?", ("miravel",))

    (sending,) = inbox.answer(claim, LETTER, state)

    assert sending.letter == LETTER
    assert outbox.renew(sending)
    assert SqlConversations(database, time).load(QUESTION.conversation) == state


@pytest.mark.parametrize("moment", ["before it", "after it", "when claimed", "when answered"])
def test_a_deleted_message_is_not_answered(
    moment: str, received: SqlReceived, inbox: SqlInbox, outbox: SqlOutbox, time: Time
) -> None:
    if moment == "before it":
        received.cancel(QUESTION)
    received.receive([QUESTION])
    if moment == "after it":
        received.cancel(QUESTION)
    claim = inbox.claim("worker")
    if moment == "when claimed":
        received.cancel(QUESTION)
    if claim and moment == "when answered":
        # Nothing may be sent to the channel now, or the answer would be on its way.
        outbox.add(letter("before"))
        first = outbox.claim("sender")
        assert first is not None
        outbox.pause(first, 60)
    if claim:
        assert inbox.answer(claim, LETTER, NEW) == ()
    if moment == "when answered":
        received.cancel(QUESTION)

    assert (claim is None) == (moment in {"before it", "after it"})
    time.now += 3600
    while sending := outbox.claim("sender"):
        assert sending.letter.key == "before"
        outbox.mark_sent(sending)


def test_a_thread_is_ours_once_something_was_asked_in_it(received: SqlReceived) -> None:
    received.receive([QUESTION])

    assert received.has_thread("A1", "C1", "100.000100")
    assert not received.has_thread("A1", "C1", "200.000100")
    assert not received.has_thread("A1", "C2", "100.000100")


def test_a_channel_at_its_pace_lets_the_others_go_first(
    received: SqlReceived, inbox: SqlInbox
) -> None:
    for ts in "1234567":
        received.receive([question(ts)])
    for _ in range(BURST):
        claim = inbox.claim("worker")
        assert claim is not None
        inbox.answer(claim, letter(claim.question.ts), NEW)
    received.receive([replace(question("8"), channel="C2")])

    then = [inbox.claim("worker") for _ in range(3)]

    assert [claim.question.ts for claim in then if claim] == ["8", "6", "7"]


def test_what_comes_at_the_same_time_is_kept_once(received: SqlReceived) -> None:
    twice = [question(f"{number:03}") for number in range(50)] * 2

    with ThreadPoolExecutor(16) as pool:
        news = list(pool.map(lambda q: received.receive([q]), twice))

    assert sum(news) == 50


def test_what_was_received_already_does_not_hold_up_the_rest(
    received: SqlReceived, inbox: SqlInbox
) -> None:
    received.receive([QUESTION])

    is_any_new = received.receive([QUESTION, question("1"), question("1"), question("2")])

    claims = [inbox.claim("worker") for _ in range(4)]
    assert is_any_new
    assert [c.question.ts for c in claims if c] == [QUESTION.ts, "1", "2"]


def test_what_two_processes_receive_in_another_order_blocks_neither(received: SqlReceived) -> None:
    batches = [[question(f"{batch:02}{n:03}") for n in range(100)] for batch in range(20)]

    with ThreadPoolExecutor(2) as pool:
        news = [sorted(pool.map(received.receive, (batch, batch[::-1]))) for batch in batches]

    assert news == [[False, True]] * len(batches)


def test_many_workers_share_the_questions(received: SqlReceived, inbox: SqlInbox) -> None:
    for number in range(60):
        received.receive([question(f"{number:03}")])

    def work(owner: str) -> list[str]:
        answered = []
        while claim := inbox.claim(owner):
            inbox.answer(claim, letter(claim.question.ts), NEW)
            answered.append(claim.question.ts)
        return answered

    with ThreadPoolExecutor(6) as pool:
        shares = list(pool.map(work, "abcdef"))

    assert sorted(ts for share in shares for ts in share) == [f"{n:03}" for n in range(60)]
