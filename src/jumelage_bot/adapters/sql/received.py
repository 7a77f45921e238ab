"""Questions as they come: each is kept once, before Slack is told that we have it."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from operator import attrgetter

from sqlalchemy import Connection, and_, bindparam, exists, select, update

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


@dataclass(frozen=True, slots=True)
class SqlReceived:
    """Where questions are kept."""

    database: Database
    now: Callable[[], float]

    def receive(self, questions: Sequence[Question]) -> bool:
        """Keep questions, all or none; tell whether any was not received already."""
        with self.database.begin() as connection:
            return self._add(connection, questions, QuestionState.NEW)

    def cancel(self, deleted: Question) -> None:
        """Let a deleted message go unanswered, unless its answer is on its way.

        The deletion may come before the message: that it was deleted is kept.
        """
        is_it = and_(
            inbox.c.app == deleted.app,
            inbox.c.channel == deleted.channel,
            inbox.c.ts == deleted.ts,
        )
        with self.database.begin() as connection:
            if self._add(connection, [deleted], QuestionState.CANCELLED):
                return
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
        with self.database.read() as connection:
            return bool(connection.execute(_IS_OURS, place).scalar())

    def _add(
        self, connection: Connection, questions: Sequence[Question], state: QuestionState
    ) -> bool:
        """Keep questions, within a transaction; tell whether any of them is new."""
        # Whichever of its two names is known: a message may come again under another `ts`.
        insert = self.database.insert(inbox).on_conflict_do_nothing()
        start = {"received_at": self.now(), "attempts": 0, "state": state}
        # In one order everywhere: two processes could each wait for the other.
        ordered = sorted(questions, key=attrgetter("ts"))
        rows = [asdict(question) | start for question in ordered]
        return bool(connection.execute(insert.returning(inbox.c.id), rows).all())
