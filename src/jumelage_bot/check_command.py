"""The command that tells every problem of the content."""

import os
import sys
from pathlib import Path

import click

from jumelage_bot.bootstrap import build_bot, build_parser
from jumelage_bot.loading.content import load_content
from jumelage_bot.loading.overmatch import overmatch_problems
from jumelage_bot.loading.problems import ContentError
from jumelage_bot.options import clock_of, common_options, folder_of, reporting
from jumelage_bot.settings import Settings


@click.command()
@click.option(
    "--rapide", "is_quick", is_flag=True, help="Sans poser chaque exemple au bot (ni le charger)."
)
@common_options
def check(data: Path | None, *, is_quick: bool) -> None:
    """Vérifie le contenu : chaque problème avec son fichier et sa ligne.

    Si les fichiers sont sans problème, chaque exemple des intentions est posé au bot : il doit
    être compris comme l'une des siennes, et pas comme une autre.
    """
    with reporting():
        knowledge = load_content(folder_of(data)).knowledge
        if not is_quick:
            _check_examples(folder_of(data))
        click.echo(
            f"Aucun problème : {len(knowledge.entities)} entités, {len(knowledge.facts)} faits, "
            f"{len(knowledge.properties)} propriétés."
        )


def _check_examples(folder: Path) -> None:
    if sys.stderr.isatty():
        click.echo("Vérification des exemples…", err=True)
    bot = build_bot(folder, build_parser(Settings.from_env(os.environ).cache))
    problems = tuple(overmatch_problems(bot, folder, clock_of(None)()))
    if problems:
        raise ContentError(problems)
