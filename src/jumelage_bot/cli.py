"""The commands."""

import datetime as dt
import gettext
import os
import sys
from pathlib import Path

import click

from jumelage_bot.adapters.conversations import ConversationsInMemory
from jumelage_bot.channels.conversation import Clock, converse
from jumelage_bot.channels.json_lines import answer_lines, to_json
from jumelage_bot.channels.terminal import WELCOME, answers_of, printable, prompted, show
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.options import (
    BAD_USAGE,
    bot_of,
    clock_of,
    common_options,
    date_option,
    fail,
)
from jumelage_bot.settings import Settings

INTERRUPTED = 130
LOCALE = Path(__file__).parent / "locale"
"""The French of Click's own words; `make locale` compiles it."""


class _Commands(click.Group):
    """The commands; those that few people call are imported for them only."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted([*super().list_commands(ctx), "check", "doctor", "eval", "purge", "slack"])

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        match cmd_name:
            case "check":
                from jumelage_bot.check_command import check as command  # noqa: PLC0415
            case "doctor":
                from jumelage_bot.doctor_command import doctor as command  # noqa: PLC0415
            case "eval":
                from jumelage_bot.eval_command import evaluate as command  # noqa: PLC0415
            case "purge":
                from jumelage_bot.slack_command import purge as command  # noqa: PLC0415
            case "slack":
                from jumelage_bot.slack_command import run_slack as command  # noqa: PLC0415
            case _:
                return super().get_command(ctx, cmd_name)
        return command


@click.group(
    cls=_Commands,
    context_settings={"max_content_width": 100},
    epilog="Codes de sortie : 0 réponse donnée, 1 contenu fautif ou minimum manqué, "
    "2 mauvais usage.",
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
    """Répond à une question, ou à un fichier de questions.

    \b
    jumelage-bot ask "Avec quelles villes est-on jumelé ?"
    jumelage-bot ask --json --batch questions.jsonl
    """  # noqa: D301 - Click reads the very sign
    if (question is None) == (batch is None):
        fail(BAD_USAGE, "Donnez soit une question, soit --batch FICHIER.")
    if batch is not None and not as_json:
        fail(BAD_USAGE, "--batch s'emploie avec --json.")
    if question is not None:
        answer, _ = converse(bot_of(data), question, clock_of(date)())
        click.echo(to_json(answer) if as_json else show(answer))
    elif batch is not None:
        _ask_batch(batch, data, clock_of(date))


@app.command()
@date_option
@common_options
def repl(data: Path | None, date: dt.datetime | None) -> None:
    """Converse dans le terminal ; lit aussi une question par ligne sur l'entrée standard."""
    if not sys.stdin.isatty():
        lines = (line.decode("utf-8", "replace") for line in sys.stdin.buffer)
        for answer in answers_of(bot_of(data), lines, clock_of(date)):
            click.echo(printable(answer.text))
    elif not sys.stdout.isatty():
        click.echo("Chargement…", err=True)
        bot = bot_of(data)
        click.echo(WELCOME)
        for answer in answers_of(bot, prompted(input), clock_of(date)):
            click.echo(show(answer) + "\n")
    else:
        # Half a second of imports: only for those who sit at a terminal.
        from jumelage_bot.channels.repl import loading, run_repl  # noqa: PLC0415

        with loading():
            bot = bot_of(data)
        run_repl(bot, clock_of(date), Settings.from_env(os.environ).history)


@app.command()
@click.argument("question")
@date_option
@common_options
def explain(question: str, data: Path | None, date: dt.datetime | None) -> None:
    """Montre chaque étape : ce qui est reconnu, comparé, décidé, et pourquoi."""
    from jumelage_bot.channels.trace import explain as explain_turn  # noqa: PLC0415

    bot = bot_of(data)
    turn = bot.reply(Utterance(question, clock_of(date)()))
    click.echo(explain_turn(turn, bot.grammar.knowledge))


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
        fail(BAD_USAGE, f"{batch} : ce fichier ne peut pas être lu.")
    faults = 0
    with lines:
        for reply in answer_lines(bot_of(data), lines, clock, ConversationsInMemory()):
            sys.stdout.write(reply.json + "\n")
            sys.stdout.flush()
            if reply.fault:
                faults += 1
                click.echo(reply.fault, err=True)
    if faults:
        raise SystemExit(BAD_USAGE)
