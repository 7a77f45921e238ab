"""What people asked is not written in the log, not kept for ever, and forgotten on request."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fake_slack import payloads
from fake_slack.identity import APP_TOKEN, ASKER, BOT_TOKEN, BOT_USER, SIGNING_SECRET
from fake_slack.records import Json
from fake_slack.server import FakeSlack
from slack_runs.bot_process import PATIENCE, BotProcess
from slack_runs.office import Office
from slack_runs.waiting import wait_for

TOLD = "Qui est le maire de Leonberg, demande Zébulon Trucmuche ?"


def kept(bot: BotProcess) -> bytes:
    """Return every byte that the bot has written to its database."""
    return b"".join(path.read_bytes() for path in bot.folder.glob("*.db*"))


def test_the_log_holds_no_secret_and_no_question(office: Office) -> None:
    said = office.slack.ask(office.slack.direct(), TOLD)

    wait_for(lambda: office.slack.answers(said), within=10)

    log = office.bot.log
    for secret in (BOT_TOKEN, APP_TOKEN, SIGNING_SECRET, "Zébulon", "Leonberg", ASKER):
        assert secret not in log


def test_the_database_names_nobody(office: Office) -> None:
    slack, people = office.slack, office.slack.people
    said = people.write(slack.direct(), "Qui est le maire de Leonberg, demande <@U0042> ?")

    slack.deliver(people.tell_again(said))

    wait_for(lambda: slack.answers(said), within=10)
    assert said.channel.encode() in kept(office.bot)
    assert ASKER.encode() not in kept(office.bot)
    assert b"U0042" not in kept(office.bot)


UNINSTALLED = {"type": "app_uninstalled"}
REVOKED = {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [BOT_USER]}}


@pytest.mark.parametrize("event", [UNINSTALLED, REVOKED], ids=["uninstalled", "revoked"])
def test_what_is_kept_of_a_workspace_goes_with_the_app(office: Office, event: Json) -> None:
    said = office.slack.ask(office.slack.direct(), TOLD)
    wait_for(lambda: office.slack.answers(said), within=10)
    assert "Zébulon".encode() in kept(office.bot)

    office.slack.deliver(payloads.event(event))

    wait_for(lambda: "Zébulon".encode() not in kept(office.bot), within=5)


def test_purge_forgets_what_was_asked(
    slack: FakeSlack, new_bot: Callable[..., BotProcess], tmp_path: Path
) -> None:
    bot = new_bot()
    bot.start()
    bot.wait_ready()
    said = slack.ask(slack.direct(), TOLD)
    wait_for(lambda: slack.answers(said), within=PATIENCE)
    assert bot.stop() == 0

    run = subprocess.run(
        [sys.executable, "-m", "jumelage_bot", "purge", "--all"],
        env={"DATABASE_URL": bot.database_url, "HOME": str(tmp_path), "PATH": "/usr/bin"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert "Zébulon".encode() not in kept(bot)
