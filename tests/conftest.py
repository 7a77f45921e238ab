"""What is slow to build is built once."""

import pytest

from jumelage_bot.adapters.french.parser import SpacyParser, load_parser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from support import ROOT


@pytest.fixture(scope="session")
def parser() -> SpacyParser:
    return load_parser()


@pytest.fixture(scope="session")
def bot(parser: SpacyParser) -> Bot:
    """The bot on the shipped content."""
    return build_bot(ROOT, parser)
