"""The commands of the Slack app: run it, and forget what it keeps."""

import datetime as dt
import errno
import logging
import os
import sys
import time
from dataclasses import replace
from pathlib import Path
from socket import socket
from typing import TYPE_CHECKING

import click

from jumelage_bot.options import BAD_USAGE, common_options, fail, folder_of, reporting
from jumelage_bot.settings import Settings
from jumelage_bot.slack_settings import (
    VARIABLES,
    SettingsError,
    SlackSettings,
    database_url,
    retention_days,
)

if TYPE_CHECKING:
    from jumelage_bot.adapters.sql.database import Database

REJECTED = 1
"""The exit code when Slack refuses a token."""
QUIET = ("alembic", "slack_bolt", "slack_sdk", "uvicorn", "websockets")
"""Libraries whose words may quote what somebody asked."""
TURN = 0.001
"""Seconds that a thread computes before another may: one that acknowledges does not wait long."""
DAY = 24 * 3600.0
_LISTED = (
    "\b\nVariables d'environnement (chacune aussi lue dans un fichier : …_FILE) :\n"
    + "\n".join(f"  {name:<24} {does}" for name, does in VARIABLES.items())
)


@click.command("slack", epilog=_LISTED)
@click.option(
    "--http",
    "address",
    metavar="HÔTE:PORT",
    help="Reçoit par HTTP à cette adresse, et non en mode Socket.",
)
@common_options
def run_slack(address: str | None, data: Path | None) -> None:
    """Répond dans Slack, jusqu'à ce qu'on l'arrête."""
    try:
        settings = SlackSettings.from_env(os.environ, is_http=address is not None)
    except SettingsError as error:
        fail(BAD_USAGE, str(error))
    _need_libraries()
    # Bolt and SQLAlchemy: only for those who run the app.
    from jumelage_bot.bootstrap_slack import Workspace, build_client, build_service  # noqa: PLC0415
    from jumelage_bot.channels.slack.receiving.connecting import (  # noqa: PLC0415
        RejectedError,
        check_sessions,
        identify,
    )

    _log_to_stderr()
    sys.setswitchinterval(TURN)
    listening = _listen(address) if address else None
    database = _open(settings.database_url)
    client = build_client(settings)
    try:
        identity = identify(client)
        if settings.app_token:
            check_sessions(client, settings.app_token)
        with reporting():
            service = build_service(
                settings,
                Workspace(client, identity),
                database,
                replace(Settings.from_env(os.environ), data=folder_of(data)),
                listening,
            )
        service.run()
    except RejectedError as error:
        fail(REJECTED, str(error))


@click.command("purge")
@click.option(
    "--before",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="AAAA-MM-JJ",
    help="Efface ce qui est plus ancien que ce jour.",
)
@click.option("--all", "is_all", is_flag=True, help="Efface tout.")
@click.help_option("-h", "--help", help="Affiche cette aide.")
def purge(before: dt.datetime | None, *, is_all: bool) -> None:
    """Efface ce que l'application Slack a gardé (par défaut, ce qui a passé l'âge)."""
    if before and is_all:
        fail(BAD_USAGE, "Donnez soit --before, soit --all.")
    _need_libraries()
    # As above.
    from jumelage_bot.adapters.sql.retention import SqlRetention  # noqa: PLC0415

    try:
        url, days = database_url(os.environ), retention_days(os.environ)
    except SettingsError as error:
        fail(BAD_USAGE, str(error))
    retention = SqlRetention(_open(url))
    if is_all:
        count = retention.purge_all()
    else:
        limit = before.timestamp() if before else time.time() - days * DAY
        count = retention.purge_before(limit)
    click.echo(f"Questions effacées : {count}.")


def _listen(address: str) -> socket:
    # As above.
    from jumelage_bot.channels.slack.receiving.web import listen  # noqa: PLC0415

    host, _, port = address.rpartition(":")
    if not (host and port.isascii() and port.isdecimal() and int(port) < 2**16):
        fail(BAD_USAGE, f"--http attend HÔTE:PORT, par exemple 127.0.0.1:3000 : « {address} ».")
    try:
        return listen(host.strip("[]"), int(port))
    except OSError as error:
        reason = errno.errorcode.get(error.errno or 0, type(error).__name__)
        fail(BAD_USAGE, f"--http {address} : impossible d'écouter à cette adresse ({reason}).")


def _open(url: str) -> "Database":
    # As above.
    from jumelage_bot.adapters.sql.database import DatabaseError  # noqa: PLC0415
    from jumelage_bot.bootstrap_slack import open_ready_database  # noqa: PLC0415

    try:
        return open_ready_database(url)
    except DatabaseError as error:
        fail(BAD_USAGE, f"DATABASE_URL : {error}")


def _need_libraries() -> None:
    try:
        import slack_bolt  # noqa: F401, PLC0415
    except ImportError:
        fail(BAD_USAGE, 'Il manque de quoi parler à Slack : pip install "jumelage-bot[slack]".')


def _log_to_stderr() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.CRITICAL)
