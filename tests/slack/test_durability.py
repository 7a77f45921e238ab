"""The bot is killed again and again, and Slack fails: nothing is lost, nothing is said twice."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fake_slack import faults
from fake_slack.faults import Fault
from slack_runs.chaos import Plan, run
from slack_runs.databases import new_sqlite
from slack_runs.office import Office
from slack_runs.questions import KNOWN, ask
from slack_runs.waiting import wait_for


@pytest.mark.parametrize(
    "fault",
    [
        faults.SERVER_ERROR,
        faults.INTERNAL_ERROR,
        faults.CUT,
        faults.ERROR_BUT_DONE,
        faults.LOST_REPLY,
        faults.rate_limited(1),
    ],
)
def test_a_post_that_fails_is_made_once_in_a_direct_message(office: Office, fault: Fault) -> None:
    slack = office.slack
    slack.faults.queue("chat.postMessage", fault)

    asked = ask(slack, slack.direct(), *KNOWN[0])

    wait_for(lambda: asked.answers(slack), within=30)
    quiet = ask(slack, slack.direct(), *KNOWN[1])
    wait_for(lambda: quiet.answers(slack), within=30)
    time.sleep(1)
    assert len(asked.answers(slack)) == 1


def test_two_replicas_die_and_lose_nothing(tmp_path: Path) -> None:
    plan = Plan("SQLite", replicas=2, questions=12, deaths=3, settle=2, pause=0.2, seed=3)

    tally = run(plan, new_sqlite(tmp_path), tmp_path)

    assert tally.deaths == 3
    assert (tally.lost, tally.wrong, tally.unreceived) == (0, 0, 0)
    assert (tally.doubled_direct, tally.unexplained) == (0, 0)
    assert tally.breaches == ()


def test_a_replica_on_postgresql_dies_and_loses_nothing(
    new_postgresql: Callable[[], str], tmp_path: Path
) -> None:
    plan = Plan("PostgreSQL", replicas=1, questions=8, deaths=1, settle=2, pause=0.2, seed=4)

    tally = run(plan, new_postgresql(), tmp_path)

    assert tally.deaths == 1
    assert (tally.lost, tally.wrong, tally.unreceived) == (0, 0, 0)
    assert (tally.doubled_direct, tally.unexplained) == (0, 0)


@pytest.mark.slow
def test_a_copy_that_slack_makes_late_is_taken_back(office: Office) -> None:
    slack = office.slack
    slack.faults.queue("chat.postMessage", faults.late_commit(14))

    asked = ask(slack, slack.direct(), *KNOWN[0])

    wait_for(lambda: len(asked.answers(slack)) == 2, within=40, what="the late copy")
    wait_for(lambda: len(asked.answers(slack)) == 1, within=90, what="one copy again")
