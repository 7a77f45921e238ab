"""A fresh Slack for each test that asks for one; one running bot for those that only ask it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fake_slack.server import FakeSlack
from slack_runs.bot_process import BotProcess
from slack_runs.databases import new_sqlite, postgresql
from slack_runs.office import Office

NO_HISTORY = ("conversations.replies", "missing_scope")
"""What the bot is told when it looks in a channel without the optional scopes."""


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as fake:
        yield fake


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The bot in Socket Mode on a SQLite file, with the mandatory scopes alone."""
    folder = tmp_path_factory.mktemp("bot")
    with FakeSlack() as fake:
        bot = BotProcess(fake, new_sqlite(folder), folder)
        bot.start()
        try:
            bot.wait_answering()
            yield Office(fake, bot)
        finally:
            bot.kill()


@pytest.fixture
def office(running: Office) -> Iterator[Office]:
    """The running bot; afterwards, nothing was sent that Slack or the house rules forbid."""
    state = running.slack.state
    breaches, refusals, logged = len(state.breaches), len(state.refusals), len(running.bot.log)
    yield running
    assert state.breaches[breaches:] == []
    assert set(state.refusals[refusals:]) <= {NO_HISTORY}
    assert "Traceback" not in running.bot.log[logged:]
    assert "Unhandled request" not in running.bot.log[logged:]


@pytest.fixture(scope="session")
def new_postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], str]]:
    """Makes empty databases on a PostgreSQL server of the tests."""
    with postgresql(tmp_path_factory.mktemp("postgresql")) as new_database:
        yield new_database


@pytest.fixture
def new_bot(slack: FakeSlack, tmp_path: Path) -> Iterator[Callable[..., BotProcess]]:
    """Makes bots on one SQLite file of their own, not started yet; ends them afterwards."""
    url, made = new_sqlite(tmp_path), list[BotProcess]()

    def make(**more: object) -> BotProcess:
        made.append(BotProcess(slack, url, tmp_path, **more))  # type: ignore[arg-type] # by name
        return made[-1]

    yield make
    for bot in made:
        bot.kill()
