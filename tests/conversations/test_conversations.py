"""Conversations in YAML, on an invented world: shipped intents and schema, real parser."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from jumelage_bot.adapters.spacy_parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from support import ROOT, ask

HERE = Path(__file__).parent
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case['ask']}")
    for path in sorted(HERE.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Bot:
    """The bot in a world where facts never change."""
    folder = tmp_path_factory.mktemp("world")
    shutil.copytree(ROOT / "tests" / "world" / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "knowledge" / "schema.yaml", folder / "knowledge")
    shutil.copy(ROOT / "intents.yaml", folder)
    return build_bot(folder, parser)


@pytest.mark.parametrize(("intent", "case"), CASES)
def test_conversation(world: Bot, intent: str, case: dict[str, str]) -> None:
    answer = ask(world, case["ask"])
    text = re.sub(r"\s+", " ", answer.text)

    assert answer.status == case["status"], text
    if answer.status == "answered":
        assert answer.intent == intent
    assert case["text"] in text
    assert case.get("not", "\0") not in text


def test_every_intent_that_looks_up_has_its_conversations(world: Bot) -> None:
    files = {path.stem for path in HERE.glob("*.yaml")}
    intents = {i.id for i in world.grammar.language.intents.values()}

    assert intents - files == set()
