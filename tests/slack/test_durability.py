"""The bot is killed again and again, and Slack fails: nothing is lost, nothing is said twice."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from fake_slack import faults
from slack_runs.chaos import Plan, run
from slack_runs.databases import new_sqlite
from slack_runs.office import Office
from slack_runs.questions import KNOWN, ask, wait_for_answers
from slack_runs.waiting import wait_for

FAULTS = (
    faults.SERVER_ERROR,
    faults.INTERNAL_ERROR,
    faults.CUT,
    faults.ERROR_BUT_DONE,
    faults.LOST_REPLY,
    faults.rate_limited(1),
)


def test_a_post_that_fails_is_made_once_in_a_direct_message(office: Office) -> None:
    slack = office.slack
    met = len(slack.faults.met)
    slack.faults.queue("chat.postMessage", *FAULTS)

    asked = [ask(slack, slack.direct(), *KNOWN[0]) for _ in FAULTS]

    wait_for_answers(slack, asked, within=60)
    time.sleep(3)
    assert {fault for _, fault in slack.faults.met[met:]} == set(FAULTS)
    assert [len(question.answers(slack)) for question in asked] == [1] * len(FAULTS)


@pytest.mark.parametrize(("is_granted", "answers"), [(False, 2), (True, 1)])
def test_in_a_channel_a_lost_reply_doubles_unless_the_bot_may_look(
    office: Office, monkeypatch: pytest.MonkeyPatch, *, is_granted: bool, answers: int
) -> None:
    slack = office.slack
    if is_granted:
        every = slack.manifest.scopes | slack.manifest.optional_scopes
        monkeypatch.setattr(slack.api, "scopes", every)
    slack.faults.queue("chat.postMessage", faults.LOST_REPLY)

    asked = ask(slack, slack.public(), *KNOWN[0])

    wait_for(lambda: len(asked.answers(slack)) == answers, within=60)
    time.sleep(3)
    assert len(asked.answers(slack)) == answers


@pytest.mark.slow
def test_two_replicas_die_and_lose_nothing(tmp_path: Path) -> None:
    plan = Plan("SQLite", replicas=2, questions=12, deaths=2, settle=2, pause=0.3, seed=3)

    tally = run(plan, new_sqlite(tmp_path), tmp_path)

    assert tally.deaths == 2
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
