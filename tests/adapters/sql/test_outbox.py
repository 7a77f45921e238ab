"""A letter is sent by one sender at a time, in turn, at the pace of its channel."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from adapters.sql.samples import LETTER, Time, letter
from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.outbox import LEASE, SqlOutbox
from jumelage_bot.adapters.sql.pacing import BURST, INTERVAL


@pytest.fixture
def outbox(database: Database, time: Time) -> SqlOutbox:
    return SqlOutbox(database, time)


def keys_of_what_may_go(outbox: SqlOutbox) -> list[str]:
    """Send all that may be sent now; return the keys."""
    keys = []
    while sending := outbox.claim("sender"):
        outbox.mark_sent(sending)
        keys.append(sending.letter.key)
    return keys


def test_a_letter_is_taken_as_it_was_written(outbox: SqlOutbox) -> None:
    private = replace(LETTER, root=None, reply_to="https://…", fallback={"text": "perdue ?"})

    outbox.add(private)

    sending = outbox.claim("sender")
    assert sending is not None
    assert sending.letter == private
    assert sending.tries == 1


def test_a_letter_is_written_once(outbox: SqlOutbox) -> None:
    outbox.add(LETTER)
    outbox.add(LETTER)

    assert keys_of_what_may_go(outbox) == [LETTER.key]


def test_a_letter_that_was_given_up_may_be_written_again(outbox: SqlOutbox) -> None:
    outbox.add(LETTER)
    sending = outbox.claim("sender")
    assert sending is not None
    outbox.give_up(sending, is_unsent=False)
    outbox.add(LETTER)

    assert keys_of_what_may_go(outbox) == [LETTER.key]


def test_a_lost_sender_leaves_its_letter_to_another(outbox: SqlOutbox, time: Time) -> None:
    outbox.add(LETTER)
    lost = outbox.claim("lost")
    time.now += LEASE + 1
    taken = outbox.claim("other")

    assert lost is not None
    assert taken is not None
    assert taken.tries == 2
    assert not outbox.renew(lost)
    assert outbox.renew(taken)


def test_a_thread_is_written_in_turn(outbox: SqlOutbox, time: Time) -> None:
    for key in ("a", "b"):
        outbox.add(letter(key, root="thread"))
    outbox.add(letter("c"))
    first = outbox.claim("sender")
    assert first is not None

    assert first.letter.key == "a"
    assert keys_of_what_may_go(outbox) == ["c"]
    outbox.postpone(first, 5, is_unsent=False)
    assert keys_of_what_may_go(outbox) == []
    time.now += 6
    again = outbox.claim("sender")
    assert again is not None
    assert (again.letter.key, again.tries) == ("a", 2)
    outbox.mark_sent(again, "1")
    assert keys_of_what_may_go(outbox) == ["b"]


def test_a_channel_is_written_to_in_a_burst_then_at_its_pace(outbox: SqlOutbox, time: Time) -> None:
    for number in range(BURST + 3):
        outbox.add(letter(f"{number}"))
    outbox.add(letter("other", channel="C2"))

    assert keys_of_what_may_go(outbox) == [*map(str, range(BURST)), "other"]
    assert keys_of_what_may_go(outbox) == []
    time.now += INTERVAL
    assert keys_of_what_may_go(outbox) == [str(BURST)]
    time.now += 2 * INTERVAL
    assert keys_of_what_may_go(outbox) == [str(BURST + 1), str(BURST + 2)]


def test_a_paused_channel_waits_and_its_letter_was_not_tried(outbox: SqlOutbox, time: Time) -> None:
    for key in ("a", "b"):
        outbox.add(letter(key))
    outbox.add(letter("other", channel="C2"))
    sending = outbox.claim("sender")
    assert sending is not None
    outbox.pause(sending, 30)

    assert keys_of_what_may_go(outbox) == ["other"]
    time.now += 29
    assert keys_of_what_may_go(outbox) == []
    time.now += 1
    b = outbox.claim("sender")
    assert b is not None
    assert b.tries == 1


def test_a_letter_rewritten_goes_at_once(outbox: SqlOutbox) -> None:
    outbox.add(LETTER)
    sending = outbox.claim("sender")
    assert sending is not None

    outbox.rewrite(sending, {"text": "Pardon."})

    again = outbox.claim("sender")
    assert again is not None
    assert (again.letter.body, again.tries) == ({"text": "Pardon."}, 1)


def test_what_was_tried_twice_is_looked_at_once_more(outbox: SqlOutbox, time: Time) -> None:
    for key in ("once", "twice"):
        outbox.add(letter(key))
    once, twice = outbox.claim("sender"), outbox.claim("sender")
    assert once is not None
    assert twice is not None
    outbox.mark_sent(once, "1")
    outbox.postpone(twice, 0, is_unsent=False)
    again = outbox.claim("sender")
    assert again is not None
    outbox.mark_sent(again, "2")

    assert outbox.unchecked(60) == ()
    time.now += 61
    ((doubtful, ts),) = outbox.unchecked(60)
    assert (doubtful.letter.key, ts) == ("twice", "2")
    outbox.mark_checked(doubtful)
    assert outbox.unchecked(60) == ()


def test_a_letter_is_found_by_its_key(outbox: SqlOutbox) -> None:
    outbox.add(LETTER)

    assert outbox.find("key-1") == LETTER
    assert outbox.find("key-2") is None


def test_many_senders_share_the_letters(outbox: SqlOutbox) -> None:
    for number in range(60):
        outbox.add(letter(f"{number:03}", channel=f"C{number}"))

    def send(owner: str) -> list[str]:
        sent = []
        while sending := outbox.claim(owner):
            outbox.mark_sent(sending, "1")
            sent.append(sending.letter.key)
        return sent

    with ThreadPoolExecutor(6) as pool:
        shares = list(pool.map(send, "abcdef"))

    assert sorted(key for share in shares for key in share) == [f"{n:03}" for n in range(60)]
