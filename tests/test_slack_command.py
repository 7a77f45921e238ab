"""What an administrator is told at once, and what `purge` forgets."""

import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from jumelage_bot.adapters.sql.database import open_database
from jumelage_bot.adapters.sql.migrating import migrate
from jumelage_bot.adapters.sql.received import SqlReceived
from jumelage_bot.domain.mail import Kind, Question

HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s"}
DAY = 24 * 3600.0


def run(*arguments: str, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command in an environment of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jumelage_bot", *arguments],
        env={"PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A database with a question of today and one of 40 days ago."""
    url = f"sqlite:///{tmp_path / 'bot.db'}"
    database = open_database(url)
    migrate(database)
    for age in (0, 40):
        at = time.time() - age * DAY
        ts = f"{at:.6f}"
        received = SqlReceived(database, lambda at=at: at)  # type: ignore[misc]  # a float
        received.receive(
            [Question("A1", "T1", "C1", ts, Kind.MESSAGE, f"T1/C1/{ts}", "u", "Qui ?", root=ts)]
        )
    database.close()
    return url


@pytest.mark.parametrize("address", ["3000", "127.0.0.1:99999"])
def test_an_address_is_a_host_and_a_port(address: str) -> None:
    found = run("slack", "--http", address, env=HTTP | {"DATABASE_URL": "sqlite://"})

    assert found.returncode == 2
    assert "HÔTE:PORT" in found.stderr


def test_an_address_that_is_taken_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        found = run("slack", "--http", address, env=HTTP | {"DATABASE_URL": "sqlite://"})

    assert found.returncode == 2
    assert address in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("command", "database"),
    [
        (("purge",), "mysql://localhost/bot"),
        (("purge",), "bot.db"),
        (("slack", "--http", "127.0.0.1:0"), "sqlite:////nulle/part/bot.db"),
    ],
)
def test_a_database_that_cannot_be_used_is_told(command: tuple[str, ...], database: str) -> None:
    found = run(*command, env=HTTP | {"DATABASE_URL": database})

    assert found.returncode == 2
    assert "DATABASE_URL" in found.stderr
    assert "Traceback" not in found.stderr


@pytest.mark.parametrize(
    ("options", "purged"),
    [((), 1), (("--before", "2000-01-01"), 0), (("--all",), 2)],
)
def test_what_is_purged_is_counted(url: str, options: tuple[str, ...], purged: int) -> None:
    found = run("purge", *options, env={"DATABASE_URL": url})

    assert found.returncode == 0, found.stderr
    assert found.stdout == f"Questions effacées : {purged}.\n"


def test_what_to_purge_is_said_in_one_way(url: str) -> None:
    found = run("purge", "--all", "--before", "2026-01-01", env={"DATABASE_URL": url})

    assert found.returncode == 2
    assert "--before" in found.stderr
