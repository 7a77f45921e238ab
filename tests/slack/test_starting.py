"""What an administrator sees when something is missing, wrong, or away."""

import time
from collections.abc import Callable

import pytest

from fake_slack.identity import APP_TOKEN, BOT_TOKEN
from fake_slack.server import FakeSlack
from slack_runs.bot_process import PATIENCE, BotProcess
from slack_runs.questions import KNOWN, ask
from slack_runs.waiting import wait_for

NewBot = Callable[..., BotProcess]


@pytest.mark.parametrize(
    ("variable", "wrong"),
    [
        ("SLACK_BOT_TOKEN", {"SLACK_BOT_TOKEN": ""}),
        ("SLACK_BOT_TOKEN", {"SLACK_BOT_TOKEN": "xoxb-perime"}),
        ("SLACK_APP_TOKEN", {"SLACK_APP_TOKEN": ""}),
        ("SLACK_APP_TOKEN", {"SLACK_APP_TOKEN": "xapp-perime"}),
        ("SLACK_APP_TOKEN_FILE", {"SLACK_APP_TOKEN": "", "SLACK_APP_TOKEN_FILE": "/nulle/part"}),
        ("DATABASE_URL", {"DATABASE_URL": "mysql://quelque/part"}),
        ("JUMELAGE_RETENTION_DAYS", {"JUMELAGE_RETENTION_DAYS": "un mois"}),
    ],
)
def test_what_is_missing_or_wrong_is_named_at_once(
    new_bot: NewBot, variable: str, wrong: dict[str, str]
) -> None:
    bot = new_bot(environment=wrong)
    started = time.monotonic()

    bot.start()

    assert bot.process.wait(20) in {1, 2}
    assert time.monotonic() - started <= 10
    assert variable in bot.log
    assert "Traceback" not in bot.log


def in_files(bot: BotProcess) -> dict[str, str]:
    """Put the tokens in files; return the environment that says where."""
    environment: dict[str, str] = {}
    for name, secret in {"SLACK_BOT_TOKEN": BOT_TOKEN, "SLACK_APP_TOKEN": APP_TOKEN}.items():
        (bot.folder / name).write_text(f"{secret}\n", encoding="utf-8")
        environment |= {name: "", f"{name}_FILE": str(bot.folder / name)}
    return environment | {"SLACK_SIGNING_SECRET": ""}


def test_slack_away_at_the_start_is_waited_for_and_a_stop_loses_nothing(
    slack: FakeSlack, new_bot: NewBot
) -> None:
    bot = new_bot()
    bot.environment = in_files(bot)
    slack.go_down()
    bot.start()
    wait_for(lambda: "Slack" in bot.log, within=30, what="a word about Slack")
    assert bot.is_running

    slack.come_back()
    bot.wait_ready()
    asked = [ask(slack, slack.direct(), *KNOWN[0]) for _ in range(20)]
    wait_for(lambda: all(q.is_received for q in asked), within=PATIENCE)
    started = time.monotonic()
    code = bot.stop()

    assert code == 0
    assert time.monotonic() - started <= 5
    bot.start()
    wait_for(lambda: all(q.answers(slack) for q in asked), within=PATIENCE)
    assert {len(q.answers(slack)) for q in asked} == {1}


def test_the_help_lists_what_can_be_set(new_bot: NewBot) -> None:
    bot = new_bot(arguments=("--help",))

    bot.start()

    assert bot.process.wait(30) == 0
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_API_URL"):
        assert name in bot.log
    for name in ("DATABASE_URL", "JUMELAGE_RETENTION_DAYS", "_FILE", "--http"):
        assert name in bot.log
