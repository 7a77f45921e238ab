"""What is slow to build is built once, and kept between runs where pytest keeps its own."""

import os
from pathlib import Path

import pytest

from jumelage_bot.adapters.french.loading import load_parser
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.settings import CACHE_VARIABLE
from support import ROOT


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--texts",
        action="append",
        default=[],
        metavar="FILE",
        help="texts on which the derived and the stock pipeline are compared too",
    )


@pytest.fixture(scope="session", autouse=True)
def cache(pytestconfig: pytest.Config) -> Path:
    """The folder where the bot keeps what takes long to make, here and in its processes."""
    folder = Path(pytestconfig.cache.mkdir("jumelage-bot"))
    os.environ[CACHE_VARIABLE] = str(folder)
    return folder


@pytest.fixture(scope="session")
def parser(cache: Path) -> SpacyParser:
    return load_parser(cache, print)


@pytest.fixture(scope="session")
def bot(parser: SpacyParser) -> Bot:
    """The bot on the shipped content."""
    return build_bot(ROOT, parser)
