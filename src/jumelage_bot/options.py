"""What the commands share: their options, and how they end when something is wrong."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import Clock
from jumelage_bot.loading.problems import ContentError, Problem
from jumelage_bot.settings import DATA_VARIABLE, Settings

BROKEN_CONTENT = 1
BAD_USAGE = 2

Command = Callable[..., Any]


def common_options(command: Command) -> Command:
    """Add the options that every command has."""
    data = click.option(
        "--data",
        type=click.Path(path_type=Path),
        metavar="DOSSIER",
        help=f"Dossier qui contient knowledge/ et intents.yaml (ou {DATA_VARIABLE}).",
    )
    return click.help_option("-h", "--help", help="Affiche cette aide.")(data(command))


def date_option(command: Command) -> Command:
    """Add the day on which the question is asked."""
    return click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="AAAA-MM-JJ",
        help="Jour où la question est posée (par défaut, aujourd'hui).",
    )(command)


def bot_of(data: Path | None) -> Bot:
    """Return the bot on a folder of content; end the command if the content is broken."""
    settings = Settings.from_env(os.environ)
    with reporting():
        return build_bot(data or settings.data, cache=settings.cache)


def folder_of(data: Path | None) -> Path:
    """Return the folder of content that is named, or that of the environment."""
    return data or Settings.from_env(os.environ).data


def clock_of(date: dt.datetime | None) -> Clock:
    """Return the clock of this machine, on another day if one is named."""

    def now() -> dt.datetime:
        time = dt.datetime.now().astimezone()
        return dt.datetime.combine(date.date(), time.timetz()) if date else time

    return now


@contextmanager
def reporting() -> Iterator[None]:
    """Print the problems of broken content and end with its exit status."""
    try:
        yield
    except ContentError as error:
        fail_with(BROKEN_CONTENT, error.problems, "dans le contenu")


def fail_with(code: int, problems: Iterable[Problem], where: str) -> NoReturn:
    """Print problems, say how many there are and where, and end the command."""
    listed = list(problems)
    for problem in listed:
        click.echo(str(problem), err=True)
    fail(code, f"{len(listed)} problème{'s' if len(listed) > 1 else ''} {where}.")


def fail(code: int, message: str) -> NoReturn:
    """Say why on the standard error, and end the command."""
    click.echo(message, err=True)
    raise SystemExit(code)
