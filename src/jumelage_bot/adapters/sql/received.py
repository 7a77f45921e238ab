"""Questions as they come: each is kept once, before Slack is told that we have it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict

from sqlalchemy import and_, bindparam, exists, select, update

from jumelage_bot.adapters.sql.batching import Batch
from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.states import OPEN, LetterState, QuestionState
from jumelage_bot.adapters.sql.tables import inbox, outbox
from jumelage_bot.domain.mail import Question

_IS_OURS = select(
    exists().where(
        inbox.c.app == bindparam("in_app"),
        inbox.c.channel == bindparam("in_channel"),
        inbox.c.root == bindparam("in_root"),
    )
)


class SqlReceived:
    """Where questions are kept; those that come at the same time are written together."""

    def __init__(self, database: Database, now: Callable[[], float]) -> None:
        """Take the database, and a clock in seconds since 1970."""
        self._database, self._now = database, now
        self._batch = Batch(self._write)

    def receive(self, question: Question) -> bool:
        """Keep a question; tell whether it is new, or was received already."""
        return self._batch.submit((question, QuestionState.NEW))

    def cancel(self, deleted: Question) -> None:
        """Let a deleted message go unanswered, unless its answer is on its way.

        The deletion may come before the message: that it was deleted is kept.
        """
        if self._batch.submit((deleted, QuestionState.CANCELLED)):
            return
        is_it = and_(
            inbox.c.app == deleted.app,
            inbox.c.channel == deleted.channel,
            inbox.c.ts == deleted.ts,
        )
        with self._database.begin() as connection:
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
        place = {"in_app": app, "in_channel": channel, "in_root": root}
        with self._database.read() as connection:
            return bool(connection.execute(_IS_OURS, place).scalar())

    def _write(self, items: Sequence[tuple[Question, QuestionState]]) -> list[bool]:
        """Keep questions in one transaction; tell which of them are new."""
        # Whichever of its two names is known: a message may come again under another `ts`.
        insert = self._database.insert(inbox).on_conflict_do_nothing()
        added = insert.returning(inbox.c.app, inbox.c.channel, inbox.c.ts)
        start = {"received_at": self._now(), "attempts": 0}
        rows = [asdict(question) | start | {"state": state} for question, state in items]
        with self._database.begin() as connection:
            new = {tuple(row) for row in connection.execute(added, rows)}
        return [(q.app, q.channel, q.ts) in new for q, _ in items]
