"""The recipes of CONTRIBUTING.md work, word for word, without a line of Python."""

import hashlib
import re
import shutil
import textwrap
from pathlib import Path

import pytest

from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.loading.yaml_files import read_yaml
from support import ROOT, ask

BLOCK = re.compile(r"^```yaml\n# (?P<where>[^\n]+)\n(?P<lines>.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Bot:
    """A bot on a copy of the content to which every recipe was applied."""
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "intents.yaml", folder)
    before = hash_of_source()
    recipes = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = list(BLOCK.finditer(recipes))
    assert len(blocks) == 6
    for block in blocks:
        apply(block["where"], block["lines"], folder)
    assert hash_of_source() == before
    return build_bot(folder, parser)


def apply(where: str, lines: str, folder: Path) -> None:
    """Write a block as a new file, or insert it under the keys that `where` names."""
    name, *keys = where.split(" > ")
    path = folder / name
    if not keys:
        path.write_text(lines, encoding="utf-8")
        return
    file, problems = read_yaml(path)
    assert not problems
    line = file.lines[tuple(keys)]
    text = path.read_text(encoding="utf-8").splitlines()
    indent = len(text[line - 1]) - len(text[line - 1].lstrip()) + 2
    text.insert(line, textwrap.indent(lines.rstrip(), " " * indent))
    path.write_text("\n".join(text) + "\n", encoding="utf-8")


def hash_of_source() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "src").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def test_an_added_fact_is_answered_with_the_date_of_its_source(followed: Bot) -> None:
    answer = ask(followed, "Combien d'habitants à Tanghin-Dassouri ?")

    assert answer.status == "answered"
    assert "environ 65 000 habitants" in " ".join(answer.text.split())
    assert "31 janvier 2026" in answer.text


def test_an_added_kind_of_fact_is_askable_at_once(followed: Bot) -> None:
    answer = ask(followed, "Quel est le plat typique de Delémont ?")

    assert answer.status == "answered"
    assert "toétché" in answer.text


def test_an_added_kind_of_fact_is_said_to_be_absent_elsewhere(followed: Bot) -> None:
    answer = ask(followed, "Quel est le plat typique de Leonberg ?")

    assert answer.status == "unknown"
    assert "la spécialité culinaire de Leonberg" in answer.text


def test_an_added_intent_answers(followed: Bot) -> None:
    answer = ask(followed, "Vous avez l'heure ?")

    assert (answer.status, answer.intent) == ("chitchat", "donner_l_heure")


def test_an_added_language_is_not_read_as_french(followed: Bot) -> None:
    answer = ask(followed, "Quem é o presidente da câmara de Leonberg?")

    assert answer.status == "unknown"
    assert answer.text.startswith("Desculpe, só entendo francês")
