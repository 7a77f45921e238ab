"""Conversations in YAML, on an invented world: shipped intents and schema, real parser."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from support import ROOT, ask, converse

HERE = Path(__file__).parent
ALL = [
    (path.stem, case)
    for path in sorted(HERE.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
]
CASES = [
    pytest.param(stem, case, id=f"{stem}: {case['ask']}") for stem, case in ALL if "ask" in case
]
CONVERSATIONS = [
    pytest.param(case["turns"], id=" / ".join(turn["ask"] for turn in case["turns"]))
    for _, case in ALL
    if "turns" in case
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


@pytest.mark.parametrize("turns", CONVERSATIONS)
def test_what_was_said_before_is_understood(world: Bot, turns: list[dict[str, str]]) -> None:
    answers = converse(world, *(turn["ask"] for turn in turns))

    for turn, answer in zip(turns, answers, strict=True):
        text = re.sub(r"\s+", " ", answer.text)
        assert answer.status == turn["status"], (turn["ask"], text)
        assert turn["text"] in text, turn["ask"]
        assert turn.get("not", "\0") not in text


def test_every_intent_that_looks_up_has_its_conversations(world: Bot) -> None:
    files = {path.stem for path in HERE.glob("*.yaml")}
    intents = {i.id for i in world.grammar.language.intents.values()}

    assert intents - files == set()
