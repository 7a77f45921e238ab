"""What people think of the answers."""

from collections.abc import Callable
from dataclasses import dataclass

from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.tables import feedback
from jumelage_bot.domain.mail import Opinion


@dataclass(frozen=True, slots=True)
class SqlOpinions:
    """One opinion of each person on each answer: the last."""

    database: Database
    now: Callable[[], float]

    def record(self, letter: str, team: str, user: str, opinion: Opinion) -> bool:
        """Keep an opinion; tell whether it is new, or another than before."""
        given = {"opinion": opinion, "given_at": self.now()}
        insert = self.database.insert(feedback).values(letter=letter, team=team, user=user, **given)
        changed = insert.on_conflict_do_update(
            index_elements=["letter", "user"],
            set_=given,
            where=feedback.c.opinion != opinion,
        )
        with self.database.begin() as connection:
            return connection.execute(changed.returning(feedback.c.letter)).first() is not None
