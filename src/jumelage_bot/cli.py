"""The commands."""

import datetime as dt
import gettext
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click

from jumelage_bot.adapters.memory import ConversationsInMemory
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import converse
from jumelage_bot.channels.json_lines import Clock, answer_lines, to_json
from jumelage_bot.channels.terminal import WELCOME, answers_of, printable, prompted, show
from jumelage_bot.channels.trace import explain as explain_turn
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.loading.content import load_content
from jumelage_bot.loading.overmatch import overmatch_problems
from jumelage_bot.loading.problems import ContentError
from jumelage_bot.settings import DATA_VARIABLE, Settings

BROKEN_CONTENT = 1
BAD_USAGE = 2
INTERRUPTED = 130
LOCALE = Path(__file__).parent / "locale"
"""The French of Click's own words; `make locale` compiles it."""

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


@click.group(
    context_settings={"max_content_width": 100},
    epilog="Codes de sortie : 0 réponse donnée, 1 contenu fautif, 2 mauvais usage.",
)
@click.help_option("-h", "--help", help="Affiche cette aide.")
def app() -> None:
    """Répond, sans rien inventer, aux questions sur les villes jumelées."""


@app.command()
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="Un objet JSON par réponse.")
@click.option(
    "--batch",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FICHIER",
    help='Fichier JSON Lines de questions ("-" : entrée standard).',
)
@date_option
@common_options
def ask(
    question: str | None,
    batch: Path | None,
    data: Path | None,
    date: dt.datetime | None,
    *,
    as_json: bool,
) -> None:
    r"""Répond à une question, ou à un fichier de questions.

    \b
    jumelage-bot ask "Avec quelles villes est-on jumelé ?"
    jumelage-bot ask --json --batch questions.jsonl
    """
    if (question is None) == (batch is None):
        _fail(BAD_USAGE, "Donnez soit une question, soit --batch FICHIER.")
    if batch is not None and not as_json:
        _fail(BAD_USAGE, "--batch s'emploie avec --json.")
    if question is not None:
        answer, _ = converse(_bot(data), question, _clock(date)())
        click.echo(to_json(answer) if as_json else show(answer))
    elif batch is not None:
        _ask_batch(batch, data, _clock(date))


@app.command()
@date_option
@common_options
def repl(data: Path | None, date: dt.datetime | None) -> None:
    """Converse dans le terminal ; lit aussi une question par ligne sur l'entrée standard."""
    if not sys.stdin.isatty():
        lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        for answer in answers_of(_bot(data), lines, _clock(date)):
            click.echo(printable(answer.text))
    elif not sys.stdout.isatty():
        click.echo("Chargement…", err=True)
        bot = _bot(data)
        click.echo(WELCOME)
        for answer in answers_of(bot, prompted(input), _clock(date)):
            click.echo(show(answer) + "\n")
    else:
        # Half a second of imports: only for those who sit at a terminal.
        from jumelage_bot.channels.repl import loading, run_repl  # noqa: PLC0415

        with loading():
            bot = _bot(data)
        run_repl(bot, _clock(date), Settings.from_env(os.environ).history)


@app.command()
@click.argument("question")
@date_option
@common_options
def explain(question: str, data: Path | None, date: dt.datetime | None) -> None:
    """Montre chaque étape : ce qui est reconnu, comparé, décidé, et pourquoi."""
    bot = _bot(data)
    turn = bot.reply(Utterance(question, _clock(date)()))
    click.echo(explain_turn(turn, bot.grammar.knowledge))


@app.command()
@click.option(
    "--rapide", "is_quick", is_flag=True, help="Sans poser chaque exemple au bot (ni le charger)."
)
@common_options
def check(data: Path | None, *, is_quick: bool) -> None:
    """Vérifie le contenu : chaque problème avec son fichier et sa ligne.

    Si les fichiers sont sans problème, chaque exemple des intentions est posé au bot : il doit
    être compris comme l'une des siennes, et pas comme une autre.
    """
    with _reporting():
        knowledge = load_content(_folder(data)).knowledge
        if not is_quick:
            _check_examples(_folder(data))
        click.echo(
            f"Aucun problème : {len(knowledge.entities)} entités, {len(knowledge.facts)} faits, "
            f"{len(knowledge.properties)} propriétés."
        )


def main() -> None:
    """Run the command line, in French; leave quietly when the reader of our output does."""
    os.environ["LANGUAGE"] = "fr"
    gettext.bindtextdomain("messages", LOCALE)
    try:
        code = app(prog_name="jumelage-bot", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"Erreur d'entrée-sortie : {error.strerror}", err=True)
        code = BAD_USAGE
    sys.exit(code)


def _ask_batch(batch: Path, data: Path | None, clock: Clock) -> None:
    try:
        lines = sys.stdin.buffer if str(batch) == "-" else batch.open("rb")
    except OSError:
        _fail(BAD_USAGE, f"{batch} : ce fichier ne peut pas être lu.")
    faults = 0
    with lines:
        for reply in answer_lines(_bot(data), lines, clock, ConversationsInMemory()):
            sys.stdout.write(reply.json + "\n")
            sys.stdout.flush()
            if reply.fault:
                faults += 1
                click.echo(reply.fault, err=True)
    if faults:
        raise SystemExit(BAD_USAGE)


def _check_examples(folder: Path) -> None:
    if sys.stderr.isatty():
        click.echo("Vérification des exemples…", err=True)
    problems = tuple(overmatch_problems(build_bot(folder), folder, _clock(None)()))
    if problems:
        raise ContentError(problems)


def _bot(data: Path | None) -> Bot:
    with _reporting():
        return build_bot(_folder(data))


def _folder(data: Path | None) -> Path:
    return data or Settings.from_env(os.environ).data


def _clock(date: dt.datetime | None) -> Clock:
    """Return the clock of this machine, on another day if one is given."""

    def now() -> dt.datetime:
        time = dt.datetime.now().astimezone()
        return dt.datetime.combine(date.date(), time.timetz()) if date else time

    return now


@contextmanager
def _reporting() -> Iterator[None]:
    """Print the problems of broken content and end with its exit status."""
    try:
        yield
    except ContentError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = len(error.problems)
        _fail(BROKEN_CONTENT, f"{count} problème{'s' if count > 1 else ''} dans le contenu.")


def _fail(code: int, message: str) -> NoReturn:
    click.echo(message, err=True)
    raise SystemExit(code)
