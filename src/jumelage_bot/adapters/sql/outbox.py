"""Letters, from the moment they are written until they are sent, or given up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    Connection,
    Float,
    Row,
    Select,
    and_,
    bindparam,
    exists,
    false,
    or_,
    select,
    update,
)

from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.pacing import has_to_wait, pause_channel, take_turn
from jumelage_bot.adapters.sql.states import LetterState
from jumelage_bot.adapters.sql.tables import outbox
from jumelage_bot.domain.mail import Body, Letter, Sending

LEASE = 15.0
"""Seconds that a sender has a letter to itself: well above the time that a call may take, so that
a call whose end was never heard of shows in the thread before another is made."""


@dataclass(frozen=True, slots=True)
class SqlOutbox:
    """Letters that no crash loses, and that several senders share."""

    database: Database
    now: Callable[[], float]

    def add(self, letter: Letter) -> None:
        """Keep a letter that answers no question; once, unless the one before was given up."""
        with self.database.begin() as connection:
            enqueue(connection, self.database, letter, self.now())

    def claim(self, owner: str) -> Sending | None:
        """Return a letter that may be sent now; those of a thread in turn."""
        with self.database.begin() as connection:
            return take(connection, self.database, owner, self.now())

    def renew(self, sending: Sending) -> bool:
        """Have a letter to oneself from now on; False if another sender has it."""
        return self._update(sending, lease=self.now() + LEASE)

    def mark_sent(self, sending: Sending, ts: str | None = None) -> None:
        """End a letter that was sent, as the message `ts`."""
        is_single = sending.tries == 1
        self._update(
            sending, state=LetterState.SENT, sent_ts=ts, sent_at=self.now(), is_checked=is_single
        )

    def give_up(self, sending: Sending, *, is_unsent: bool) -> None:
        """End a letter that is not sent, or of which nobody can tell."""
        self._update(sending, state=LetterState.FAILED if is_unsent else LetterState.UNKNOWN)

    def postpone(self, sending: Sending, seconds: float, *, is_unsent: bool) -> None:
        """Send a letter later; `is_unsent` when it is certain that this try did not send it."""
        self._update(
            sending,
            state=LetterState.PENDING,
            next_at=self.now() + seconds,
            tries=sending.tries - int(is_unsent),
        )

    def pause(self, sending: Sending, seconds: float) -> None:
        """Send nothing more to the channel of a letter for some time; it was not sent."""
        self.postpone(sending, seconds, is_unsent=True)
        letter, until = sending.letter, self.now() + seconds
        with self.database.begin() as connection:
            pause_channel(connection, self.database, letter.channel, letter.team, until)

    def rewrite(self, sending: Sending, body: Body) -> None:
        """Send something else instead, at once."""
        self._update(sending, state=LetterState.PENDING, body=body, tries=sending.tries - 1)

    def unchecked(self, age: float) -> tuple[tuple[Sending, str | None], ...]:
        """Return the letters that may have been sent twice, some seconds ago, and the one kept."""
        doubtful = select(outbox).where(
            outbox.c.state == LetterState.SENT,
            outbox.c.is_checked == false(),
            outbox.c.sent_at < self.now() - age,
        )
        with self.database.read() as connection:
            rows = connection.execute(doubtful).all()
        return tuple(
            (Sending(r.id, r.owner, _letter(r), r.written_at, r.sent_at, r.tries), r.sent_ts)
            for r in rows
        )

    def mark_checked(self, sending: Sending) -> None:
        """Look no more for copies of a letter."""
        with self.database.begin() as connection:
            connection.execute(
                update(outbox).where(outbox.c.id == sending.id).values(is_checked=True)
            )

    def find(self, key: str) -> Letter | None:
        """Return a letter by its key."""
        with self.database.read() as connection:
            row = connection.execute(select(outbox).where(outbox.c.key == key)).first()
        return None if row is None else _letter(row)

    def _update(self, sending: Sending, **values: object) -> bool:
        """Change a letter, if this sender still has it."""
        is_still_ours = and_(
            outbox.c.id == sending.id,
            outbox.c.owner == sending.owner,
            outbox.c.tries == sending.tries,
            outbox.c.state == LetterState.SENDING,
        )
        with self.database.begin() as connection:
            changed = connection.execute(update(outbox).where(is_still_ours).values(values))
            return changed.rowcount == 1


def enqueue(
    connection: Connection,
    database: Database,
    letter: Letter,
    now: float,
    question: int | None = None,
) -> None:
    """Keep a letter, within a transaction; its key once, unless the one before was given up."""
    row = {
        "question": question,
        "key": letter.key,
        "team": letter.team,
        "channel": letter.channel,
        "root": letter.root,
        "reply_to": letter.reply_to,
        "body": letter.body,
        "fallback": letter.fallback,
        "written_at": now,
        "state": LetterState.PENDING,
        "tries": 0,
        "next_at": now,
        "is_checked": False,
    }
    insert = database.insert(outbox).values(row)
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=["key"],
            set_=row,
            where=outbox.c.state.in_((LetterState.UNKNOWN, LetterState.FAILED)),
        )
    )


def take(connection: Connection, database: Database, owner: str, now: float) -> Sending | None:
    """Return the first letter that may be sent now, within a transaction."""
    row = connection.execute(_FIRST_READY, {"now": now}).first()
    if row is None:
        return None
    is_private = row.reply_to is not None
    if not is_private and not take_turn(connection, database, row.channel, row.team, now):
        return None
    tries = row.tries + 1
    taken = {"state": LetterState.SENDING, "owner": owner, "lease": now + LEASE, "tries": tries}
    connection.execute(update(outbox).where(outbox.c.id == row.id).values(taken))
    return Sending(row.id, owner, _letter(row), row.written_at, now, tries)


def _letter(row: Row[Any]) -> Letter:
    return Letter(row.key, row.team, row.channel, row.body, row.root, row.reply_to, row.fallback)


def _first_ready() -> Select[tuple[Any, ...]]:
    """Return the query for the first letter that may be sent `now`."""
    now, earlier = bindparam("now", type_=Float), outbox.alias()
    waits_its_turn = exists().where(
        earlier.c.channel == outbox.c.channel,
        earlier.c.root == outbox.c.root,
        earlier.c.state.in_((LetterState.PENDING, LetterState.SENDING)),
        earlier.c.id < outbox.c.id,
    )
    is_free = or_(
        and_(outbox.c.state == LetterState.PENDING, outbox.c.next_at <= now),
        and_(outbox.c.state == LetterState.SENDING, outbox.c.lease < now),
    )
    is_private = outbox.c.reply_to.is_not(None)
    may_go = or_(is_private, ~has_to_wait(outbox.c.channel, now))
    return (
        select(outbox)
        .where(is_free, ~waits_its_turn, may_go)
        .order_by(outbox.c.next_at, outbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


_FIRST_READY = _first_ready()
