"""The two contents that every behaviour is tried on."""

import shutil
from collections.abc import Mapping

import pytest

from behaviour.asking import Asker
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from support import ROOT


@pytest.fixture(scope="session")
def askers(
    bot: Bot, parser: SpacyParser, tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, Asker]:
    """The shipped content, and an invented world under the shipped schema and intents."""
    folder = tmp_path_factory.mktemp("behaviour")
    shutil.copytree(ROOT / "tests" / "world" / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "knowledge" / "schema.yaml", folder / "knowledge")
    shutil.copy(ROOT / "intents.yaml", folder)
    return {"shipped": Asker(bot), "invented": Asker(build_bot(folder, parser))}
