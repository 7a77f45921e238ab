"""Short forms of what is measured in full by `make chaos`: acks, answers, connections, pace."""

import pytest

from slack_runs import reconnecting
from slack_runs.acks import measure_acks, measure_answers
from slack_runs.figures import percentile
from slack_runs.machine import contention
from slack_runs.office import Office
from slack_runs.pacing import crowd


def test_a_burst_and_a_refresh_delay_no_ack(office: Office) -> None:
    before = contention()

    acks = measure_acks(office.slack, events=220, burst=200, refreshes=1)

    assert (acks.unacked, acks.again) == (0, 0)
    busy = max(before, contention())
    assert acks.p99 <= 0.3 * busy
    assert acks.slowest <= 1.5 * busy


def test_answers_come_at_once(office: Office) -> None:
    before = contention()

    times = measure_answers(office.slack, 25)

    assert percentile(times, 0.95) <= 0.1 * max(before, contention())


@pytest.mark.parametrize("way", ["refresh", "close", "finish", "reset"])
def test_a_lost_connection_is_replaced_at_once(office: Office, way: str) -> None:
    again = reconnecting.end_one(office.slack, office.bot, way)

    assert again.seconds <= contention()
    assert again.cpu <= 0.1


def test_a_connection_that_says_nothing_is_replaced(office: Office) -> None:
    again = reconnecting.end_one(office.slack, office.bot, "freeze")

    assert again.seconds <= 15
    assert again.cpu <= 0.1


def test_a_burnt_ticket_and_an_outage_are_survived(office: Office) -> None:
    office.slack.sockets.burnt = 1

    again = reconnecting.go_down(office.slack, office.bot, seconds=2)

    assert again.cpu <= 0.1
    assert office.bot.is_running


def test_a_busy_channel_is_answered_at_its_pace_and_delays_no_other(office: Office) -> None:
    pacing = crowd(office.slack, 8)

    assert pacing.slowest <= 10 * contention()
    assert pacing.hasty == 0
    assert pacing.elsewhere <= contention()
