"""Forget what was asked and answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, delete

from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.tables import dialogues, feedback, inbox, outbox, paces

Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class SqlRetention:
    """Deletes rows; each method tells how many questions were among them."""

    database: Database

    def purge_before(self, time: float) -> int:
        """Forget what is older than a time, however far it has come."""
        return self._purge(
            {
                feedback: feedback.c.given_at < time,
                outbox: outbox.c.written_at < time,
                inbox: inbox.c.received_at < time,
                dialogues: dialogues.c.saved_at < time,
                paces: paces.c.free_at < time,
            }
        )

    def purge_team(self, team: str) -> int:
        """Forget everything of a workspace."""
        return self._purge(
            {
                feedback: feedback.c.team == team,
                outbox: outbox.c.team == team,
                inbox: inbox.c.team == team,
                dialogues: dialogues.c.conversation.startswith(f"{team}/", autoescape=True),
                paces: paces.c.team == team,
            }
        )

    def purge_all(self) -> int:
        """Forget everything."""
        return self._purge(dict.fromkeys((feedback, outbox, inbox, dialogues, paces)))

    def _purge(self, conditions: Mapping[Table, Condition | None]) -> int:
        counts = {}
        with self.database.begin() as connection:
            for table, condition in conditions.items():
                doomed = delete(table) if condition is None else delete(table).where(condition)
                counts[table] = connection.execute(doomed).rowcount
        self.database.compact()
        return counts[inbox]
