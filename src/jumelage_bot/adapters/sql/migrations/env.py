"""Run the migrations in the transaction they are given; Alembic loads this file by its path."""

from alembic import context
from sqlalchemy import Connection, text

from jumelage_bot.adapters.sql.tables import METADATA

LOCK = 5_282_185
"""The name, for PostgreSQL, of the lock that lets one process migrate at a time."""


def run(connection: Connection) -> None:
    """Run what is missing."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": LOCK})
    # The transaction is the caller's: a failure leaves no half of a migration, in SQLite either.
    context.configure(connection=connection, target_metadata=METADATA, transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
