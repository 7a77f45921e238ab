"""The command that measures what the bot is worth on files of questions."""

import datetime as dt
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import click

from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import take_turn
from jumelage_bot.channels.report.failures import failures_of
from jumelage_bot.channels.report.fields import to_json
from jumelage_bot.channels.report.page import to_page
from jumelage_bot.channels.report.text import lines_of_text
from jumelage_bot.channels.report.words import percent
from jumelage_bot.domain.answer import Turn
from jumelage_bot.domain.dialogue import NEW
from jumelage_bot.loading.question_files import read_questions
from jumelage_bot.measuring.cases import Case
from jumelage_bot.measuring.measure import Measure, measure
from jumelage_bot.measuring.noise import Noise
from jumelage_bot.options import (
    BAD_USAGE,
    bot_of,
    clock_of,
    common_options,
    date_option,
    fail,
    fail_with,
)

BELOW = 1
"""The exit code of a measure that falls below what was asked."""


@click.command("eval")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FICHIER..."
)
@click.option("--bruit", "with_noise", is_flag=True, help="Mesure aussi ce que coûte un bruit.")
@click.option("--json", "as_json", is_flag=True, help="Toute la mesure en un objet JSON.")
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FICHIER",
    help="Écrit aussi la mesure dans une page.",
)
@click.option(
    "--min",
    "minimum",
    type=click.FloatRange(0, 100),
    metavar="POURCENT",
    help="Sort avec le code 1 si moins de réponses sont justes.",
)
@date_option
@common_options
def evaluate(  # noqa: PLR0913 - one for each option
    files: tuple[Path, ...],
    page: Path | None,
    minimum: float | None,
    data: Path | None,
    date: dt.datetime | None,
    *,
    with_noise: bool,
    as_json: bool,
) -> None:
    """Mesure ce que valent les réponses à des fichiers de questions.

    Un fichier est fait de conversations en YAML, ou d'une question par ligne en JSON. Chaque échec
    est montré avec la façon dont la question a été comprise.

    \b
    jumelage-bot eval --bruit --html mesure.html questions.jsonl
    """  # noqa: D301 - Click reads the very sign
    cases, problems = read_questions(files)
    if problems:
        fail_with(BAD_USAGE, problems, "dans les fichiers de questions")
    if page and not page.absolute().parent.is_dir():
        fail(BAD_USAGE, f"{page} : le dossier de ce fichier n'existe pas.")
    bot, now = _bot(data), clock_of(date)()
    measured = _measure(bot, cases, now, tuple(Noise) if with_noise else ())
    failures = tuple(failures_of(measured, bot.grammar.knowledge))
    if page:
        names = [file.name for file in files]
        drawn = to_page(measured, failures, names, now.date())
        # Half of a character may be written in JSON, and in the name of a file.
        page.write_text(drawn, encoding="utf-8", errors="xmlcharrefreplace")
    for line in [to_json(measured, failures)] if as_json else lines_of_text(measured, failures):
        click.echo(line)
    if minimum is not None and measured.overall.percent < minimum:
        share = percent(measured.overall.percent)
        fail(BELOW, f"{share} de réponses justes : moins que le minimum, {percent(minimum)}.")


def ask_in_turn(bot: Bot, now: dt.datetime, texts: Sequence[str]) -> list[Turn | None]:
    """Return the turn that each message of one conversation leads to; None for a bug."""
    state, turns = NEW, []
    for text in texts:
        turn = take_turn(bot, text, now, state)
        state = turn.state if turn else state
        turns.append(turn)
    return turns


def _bot(data: Path | None) -> Bot:
    if sys.stderr.isatty():
        click.echo("Chargement…", err=True)
    return bot_of(data)


def _measure(bot: Bot, cases: Sequence[Case], now: dt.datetime, noises: Sequence[Noise]) -> Measure:
    questions = sum(len(case.questions) for case in cases)
    with click.progressbar(
        length=questions * (1 + len(noises)),
        label="Questions",
        file=sys.stderr,
        hidden=not sys.stderr.isatty(),
    ) as bar:
        return measure(cases, partial(ask_in_turn, bot, now), noises, bar.update)
