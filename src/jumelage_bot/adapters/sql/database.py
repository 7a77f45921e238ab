"""One database, whichever it is: a SQLite file or a PostgreSQL server."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, Table, create_engine, event, make_url
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError

PATIENCE = 2.0
"""Seconds to wait for a connection, or for another process to end its transaction: less than
the three in which a message must be acknowledged."""
POOL = 8
SQLITE = "sqlite"
POSTGRESQL = frozenset({"postgres", "postgresql"})

Insert = postgresql.Insert | sqlite.Insert
"""An insertion that may say what to do where the row is there already."""


class DatabaseError(Exception):
    """Why a database cannot be used, in French."""


@dataclass(frozen=True, slots=True)
class Database:
    """Where transactions begin."""

    engine: Engine
    _turn: AbstractContextManager[object]
    """SQLite has one writer at a time: the threads of this process take turns, which is fairer
    and quicker than its own waiting."""

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Run a transaction: committed at the end, rolled back if anything is raised."""
        with self._turn, self.engine.begin() as connection:
            yield connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Run a transaction that changes nothing; it waits for no other."""
        with self.engine.connect().execution_options(is_reading=True) as connection:
            yield connection

    def insert(self, table: Table) -> Insert:
        """Return an insertion in the dialect of this database."""
        if self.engine.dialect.name == "postgresql":
            return postgresql.insert(table)
        return sqlite.insert(table)

    def compact(self) -> None:
        """Leave no copy of what was deleted in the journal of a SQLite file."""
        if self.engine.dialect.name == SQLITE:
            with self._turn, closing(self.engine.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Close every connection."""
        self.engine.dispose()


def open_database(url: str) -> Database:
    """Return a database by its URL; neither contacts a server nor makes a file yet."""
    address = _address(url)
    if address.get_backend_name() == SQLITE:
        # Its own waiting is only for other processes.
        engine = create_engine(
            address, connect_args={"timeout": PATIENCE}, hide_parameters=True, pool_size=POOL
        )
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return Database(engine, threading.Lock())
    engine = create_engine(
        address,
        hide_parameters=True,  # They are what people asked, and would be logged with an error.
        pool_pre_ping=True,
        pool_size=POOL,
        pool_timeout=PATIENCE,
        connect_args={"connect_timeout": int(PATIENCE)},
    )
    return Database(engine, nullcontext())


def _address(url: str) -> URL:
    """Return a URL with our driver, as administrators write theirs without."""
    try:
        address = make_url(url)
    except ArgumentError:
        message = "ce n'est pas une adresse (sqlite:///fichier ou postgresql://…)."
        raise DatabaseError(message) from None
    backend = address.get_backend_name()
    if backend == SQLITE:
        return address
    if backend not in POSTGRESQL:
        message = f"« {backend} » n'est ni sqlite ni postgresql."
        raise DatabaseError(message)
    return address.set(drivername="postgresql+psycopg")


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:  # noqa: ANN401 - the pool's own record
    # SQLAlchemy, not the driver, says when a transaction begins.
    connection.isolation_level = None
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    # What is purged is not only unlinked.
    connection.execute("PRAGMA secure_delete = ON")


def _begin_sqlite(connection: Connection) -> None:
    # A writer from the start: a reader that turns into one may be refused.
    is_reading = connection.get_execution_options().get("is_reading")
    connection.exec_driver_sql("BEGIN" if is_reading else "BEGIN IMMEDIATE")
