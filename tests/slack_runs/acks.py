"""How soon an event is acked, under a burst and while connections are renewed."""

import time
from dataclasses import dataclass

from fake_slack.server import FakeSlack
from slack_runs.figures import percentile
from slack_runs.questions import Question, ask, known_questions, wait_for_answers

PER_SECOND = 25
BURST_OF_A_CHANNEL = 5
ANSWERS_PER_SECOND = 5


@dataclass(frozen=True, slots=True)
class Acks:
    events: int
    unacked: int
    again: int
    """Sent more than once, for want of an ack in time."""
    p99: float
    slowest: float


def measure_acks(slack: FakeSlack, *, events: int, burst: int, refreshes: int) -> Acks:
    """Ask in a burst, then in a steady flow during which sessions are renewed, one by one."""
    known = known_questions()
    channels = [slack.direct() for _ in range(1 + events // BURST_OF_A_CHANNEL)]
    asked: list[Question] = []
    flow = events - burst
    renewals = {burst + flow * (2 * n + 1) // (2 * refreshes) for n in range(refreshes)}
    for number in range(events):
        if number in renewals:
            slack.end(slack.sessions()[0], "refresh")
        asked.append(ask(slack, channels[number % len(channels)], *next(known)))
        if number >= burst:
            time.sleep(1 / PER_SECOND)
    wait_for_answers(slack, asked, within=240)
    envelopes = [q.envelope for q in asked]
    delays = [e.ack_delay for e in envelopes if e.ack_delay is not None]
    return Acks(
        events=len(envelopes),
        unacked=sum(not e.acks for e in envelopes),
        again=sum(len(e.sent) > 1 for e in envelopes),
        p99=percentile(delays, 0.99),
        slowest=max(delays),
    )


def measure_answers(slack: FakeSlack, questions: int) -> list[float]:
    """Ask five times a second, each in a channel of its own; return the seconds to each answer."""
    asked = []
    known = known_questions()
    for _ in range(questions):
        asked.append(ask(slack, slack.direct(), *next(known)))
        time.sleep(1 / ANSWERS_PER_SECOND)
    wait_for_answers(slack, asked, within=60)
    return [q.answers(slack)[0].asked_at - q.envelope.sent[0] for q in asked]
