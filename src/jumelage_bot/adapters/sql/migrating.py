"""Bring a database to the tables that this version of the code expects."""

from pathlib import Path

from alembic.command import upgrade
from alembic.config import Config
from sqlalchemy.exc import SQLAlchemyError

from jumelage_bot.adapters.sql.database import Database, DatabaseError

MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(database: Database) -> None:
    """Make the tables, or bring them up to date; one process at a time.

    Raise DatabaseError if that cannot be done.
    """
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    try:
        with database.begin() as connection:
            config.attributes["connection"] = connection
            upgrade(config, "head")
    except SQLAlchemyError as error:
        message = f"la base ne peut pas être ouverte ({type(error).__name__})."
        raise DatabaseError(message) from error
