"""What is kept from one start to the next, and what a start imports."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from breaking import Break, change, copy_content
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.loading.problems import ContentError
from support import ask

QUESTION = "Bonjour, quels jumelages en 1985 ?"
IMPORTS = """
import json, sys
from jumelage_bot.cli import main
try:
    main()
finally:
    json.dump(sorted(sys.modules), sys.stderr)
"""
NEEDED_BY_OTHERS = (
    *("slack_bolt", "sqlalchemy", "rich", "prompt_toolkit", "yaml", "spacy.cli"),
    *("jumelage_bot.loading.content", "jumelage_bot.eval_command", "jumelage_bot.measuring"),
)


def imported_by(*arguments: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", IMPORTS, *arguments], capture_output=True, text=True, check=True
    )
    assert run.stdout
    return set(json.loads(run.stderr.splitlines()[-1]))


@pytest.mark.usefixtures("parser")
def test_a_bot_is_the_same_from_what_was_kept(bot: Bot, cache: Path, tmp_path: Path) -> None:
    folder = copy_content(tmp_path)

    first, second = build_bot(folder, cache=cache), build_bot(folder, cache=cache)

    assert ask(first, QUESTION) == ask(second, QUESTION) == ask(bot, QUESTION)
    assert second.grammar.knowledge is not first.grammar.knowledge


def test_content_that_was_broken_since_is_told(cache: Path, tmp_path: Path) -> None:
    folder = copy_content(tmp_path)
    build_bot(folder, cache=cache)
    change(folder, Break("intents.yaml", "query: count", "query: counted", "counted", ""))

    with pytest.raises(ContentError):
        build_bot(folder, cache=cache)


def test_asking_imports_only_what_answers(parser: SpacyParser) -> None:
    assert parser.trouble == ""
    imported_by("ask", QUESTION)

    found = imported_by("ask", QUESTION)

    assert "spacy" in found
    assert found.isdisjoint(NEEDED_BY_OTHERS)


def test_checking_in_haste_imports_no_model() -> None:
    found = imported_by("check", "--rapide")

    assert "yaml" in found
    assert found.isdisjoint({"spacy", "numpy", "slack_bolt", "sqlalchemy", "rich"})
