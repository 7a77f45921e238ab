"""How fast a channel may be written to: a message a second, a few more at once after a rest.

Each channel has the time at which it is free again; a message moves it on by one interval, and may
be sent while that time is not further ahead than a burst.
"""

from sqlalchemy import Column, ColumnElement, Connection, Exists, case, exists, literal

from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.tables import paces

INTERVAL = 1.05
"""Seconds between two messages: a little more than the service asks for."""
BURST = 5
AHEAD = (BURST - 1) * INTERVAL + 0.001
"""Seconds; one thousandth makes up for what is lost when fractions are added."""


def has_to_wait(channel: Column[str], now: ColumnElement[float]) -> Exists:
    """Return the condition that a channel may not be written to yet."""
    return exists().where(paces.c.channel == channel, paces.c.free_at > now + AHEAD)


def take_turn(
    connection: Connection, database: Database, channel: str, team: str, now: float
) -> bool:
    """Count a message to a channel; False if another sender was first and it has to wait."""
    insert = database.insert(paces).values(channel=channel, team=team, free_at=now + INTERVAL)
    counted = insert.on_conflict_do_update(
        index_elements=["channel"],
        set_={"free_at": _later(now) + INTERVAL},
        where=paces.c.free_at <= now + AHEAD,
    )
    return connection.execute(counted.returning(paces.c.channel)).first() is not None


def pause_channel(
    connection: Connection, database: Database, channel: str, team: str, until: float
) -> None:
    """Let nothing be sent to a channel before a time."""
    free_at = until + AHEAD
    insert = database.insert(paces).values(channel=channel, team=team, free_at=free_at)
    connection.execute(
        insert.on_conflict_do_update(index_elements=["channel"], set_={"free_at": _later(free_at)})
    )


def _later(time: float) -> ColumnElement[float]:
    """Return the later of the time at which a channel is free and another."""
    return case((paces.c.free_at > time, paces.c.free_at), else_=literal(time))
