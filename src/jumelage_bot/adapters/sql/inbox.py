"""Questions, from those that wait for a worker to their answer."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import Connection, Float, Row, Select, and_, bindparam, exists, or_, select, update

from jumelage_bot.adapters.sql.conversations import save_state
from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.outbox import enqueue, take
from jumelage_bot.adapters.sql.pacing import has_to_wait
from jumelage_bot.adapters.sql.states import OPEN, QuestionState
from jumelage_bot.adapters.sql.tables import inbox
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.mail import Claim, Kind, Letter, Question, Sending

LEASE = 10.0
"""Seconds that a worker has a question to itself: an answer takes hundredths of one."""


@dataclass(frozen=True, slots=True)
class SqlInbox:
    """Questions that no crash loses, and that several workers share."""

    database: Database
    now: Callable[[], float]

    def claim(self, owner: str) -> Claim | None:
        """Return a question for one worker; those of a conversation in turn."""
        now = self.now()
        with self.database.begin() as connection:
            row = connection.execute(_FIRST_FREE, {"now": now}).first()
            if row is None:
                return None
            taken = {
                "state": QuestionState.CLAIMED,
                "owner": owner,
                "lease": now + LEASE,
                "attempts": row.attempts + 1,
            }
            connection.execute(update(inbox).where(inbox.c.id == row.id).values(taken))
        return Claim(row.id, owner, _question(row), row.received_at, row.attempts + 1)

    def answer(self, claim: Claim, letter: Letter, state: DialogueState) -> tuple[Sending, ...]:
        """Put the answer in the outbox and remember the conversation, both or neither.

        Return the letter that may be sent now, for the worker's own process, if there is one;
        nothing happens if the question is no longer this worker's, or was deleted.
        """
        now = self.now()
        with self.database.begin() as connection:
            if not _close(connection, claim):
                return ()
            enqueue(connection, self.database, letter, now, claim.id)
            save_state(connection, self.database, claim.question.conversation, state, now)
            # Here, and not in a transaction of its own: most of an answer's time is the disk's.
            sending = take(connection, self.database, claim.owner, now)
        return (sending,) if sending else ()


def _close(connection: Connection, claim: Claim) -> bool:
    """Mark a question as answered, if this worker still has it."""
    is_still_ours = and_(
        inbox.c.id == claim.id,
        inbox.c.owner == claim.owner,
        inbox.c.attempts == claim.attempts,
        inbox.c.state == QuestionState.CLAIMED,
    )
    closed = update(inbox).where(is_still_ours).values(state=QuestionState.ANSWERED)
    return connection.execute(closed).rowcount == 1


def _question(row: Row[Any]) -> Question:
    named = {field.name: getattr(row, field.name) for field in fields(Question)}
    return Question(**named | {"kind": Kind(row.kind)})


def _first_free() -> Select[tuple[Any, ...]]:
    """Return the query for the first question that may be claimed `now`."""
    now, earlier = bindparam("now", type_=Float), inbox.alias()
    waits_its_turn = exists().where(
        earlier.c.conversation == inbox.c.conversation,
        earlier.c.state.in_(OPEN),
        earlier.c.ts < inbox.c.ts,
    )
    is_free = or_(
        inbox.c.state == QuestionState.NEW,
        and_(inbox.c.state == QuestionState.CLAIMED, inbox.c.lease < now),
    )
    return (
        select(inbox)
        .where(is_free, ~waits_its_turn)
        # What could not be posted yet lets the questions of other channels go first.
        .order_by(has_to_wait(inbox.c.channel, now), inbox.c.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )


_FIRST_FREE = _first_free()
