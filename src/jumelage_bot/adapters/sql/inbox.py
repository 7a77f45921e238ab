"""Questions, from the moment they are received to their answer."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, Row, and_, exists, or_, select, update

from jumelage_bot.adapters.sql.conversations import save_state
from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.outbox import enqueue
from jumelage_bot.adapters.sql.states import LetterState, QuestionState
from jumelage_bot.adapters.sql.tables import inbox, outbox
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.mail import Claim, Kind, Letter, Question

LEASE = 10.0
"""Seconds that a worker has a question to itself: an answer takes hundredths of one."""
OPEN = (QuestionState.NEW, QuestionState.CLAIMED)


@dataclass(frozen=True, slots=True)
class SqlInbox:
    """Questions that no crash loses, and that several workers share."""

    database: Database
    now: Callable[[], float]

    def receive(self, question: Question) -> bool:
        """Keep a question; tell whether it is new, or was received already."""
        return self._keep(question, QuestionState.NEW)

    def cancel(self, deleted: Question) -> None:
        """Let a deleted message go unanswered, unless its answer is on its way.

        The deletion may come before the message: that it was deleted is kept.
        """
        is_it = and_(
            inbox.c.app == deleted.app,
            inbox.c.channel == deleted.channel,
            inbox.c.ts == deleted.ts,
        )
        if self._keep(deleted, QuestionState.CANCELLED):
            return
        with self.database.begin() as connection:
            connection.execute(
                update(outbox)
                .where(outbox.c.question.in_(select(inbox.c.id).where(is_it)))
                .where(outbox.c.state == LetterState.PENDING, outbox.c.tries == 0)
                .values(state=LetterState.CANCELLED)
            )
            connection.execute(
                update(inbox)
                .where(is_it, inbox.c.state.in_(OPEN))
                .values(state=QuestionState.CANCELLED, text="")
            )

    def has_thread(self, app: str, channel: str, root: str) -> bool:
        """Tell whether a question was asked in a thread."""
        ours = exists().where(inbox.c.app == app, inbox.c.channel == channel, inbox.c.root == root)
        with self.database.begin() as connection:
            return bool(connection.execute(select(ours)).scalar())

    def claim(self, owner: str) -> Claim | None:
        """Return a question for one worker, the first received; those of a conversation in turn."""
        now = self.now()
        earlier = inbox.alias()
        waits_its_turn = exists().where(
            earlier.c.conversation == inbox.c.conversation,
            earlier.c.state.in_(OPEN),
            earlier.c.ts < inbox.c.ts,
        )
        is_free = or_(
            inbox.c.state == QuestionState.NEW,
            and_(inbox.c.state == QuestionState.CLAIMED, inbox.c.lease < now),
        )
        first = (
            select(inbox)
            .where(is_free, ~waits_its_turn)
            .order_by(inbox.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        with self.database.begin() as connection:
            row = connection.execute(first).first()
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

    def answer(self, claim: Claim, letter: Letter, state: DialogueState) -> bool:
        """Put the answer in the outbox and remember the conversation, both or neither.

        Return False if the question is no longer this worker's, or was deleted.
        """
        now = self.now()
        with self.database.begin() as connection:
            if not _close(connection, claim):
                return False
            enqueue(connection, self.database, letter, now, claim.id)
            save_state(connection, self.database, claim.question.conversation, state, now)
        return True

    def _keep(self, question: Question, state: QuestionState) -> bool:
        row = asdict(question) | {"received_at": self.now(), "state": state, "attempts": 0}
        # Whichever of its two names is known: a message may come again under another `ts`.
        insert = self.database.insert(inbox).values(row).on_conflict_do_nothing()
        with self.database.begin() as connection:
            return connection.execute(insert.returning(inbox.c.id)).first() is not None


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
