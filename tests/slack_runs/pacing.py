"""How soon answers come in a channel that is asked more than it may say."""

import time
from dataclasses import dataclass

from fake_slack.server import FakeSlack
from slack_runs.questions import KNOWN, ask, wait_for_answers


@dataclass(frozen=True, slots=True)
class Pacing:
    slowest: float
    """Seconds from the first question to the last answer in the busy channel."""
    refused: int
    """Posts that Slack put off (429)."""
    hasty: int
    """Posts made to a channel before the time that Retry-After had told."""
    elsewhere: float
    """The longest wait, meanwhile, in another channel."""


def crowd(slack: FakeSlack, questions: int) -> Pacing:
    """Ask many questions at once in one channel, and one a second elsewhere."""
    busy, text, expected = slack.public(), *KNOWN[0]
    pace = slack.state.pace
    refused_before, hasty_before = pace.refused, len(pace.hasty)
    started = time.monotonic()
    crowd = [ask(slack, busy, text, expected) for _ in range(questions)]
    others = []
    while not all(q.answers(slack) for q in crowd):
        if time.monotonic() - started > 60:
            message = f"{sum(not q.answers(slack) for q in crowd)} questions wait for an answer"
            raise TimeoutError(message)
        others.append(ask(slack, slack.direct(), text, expected))
        time.sleep(1)
    wait_for_answers(slack, others, within=10)
    waits = [q.answers(slack)[0].asked_at - q.envelope.sent[0] for q in others]
    return Pacing(
        slowest=max(q.answers(slack)[0].at for q in crowd) - started,
        refused=pace.refused - refused_before,
        hasty=len(pace.hasty) - hasty_before,
        elsewhere=max(waits),
    )
