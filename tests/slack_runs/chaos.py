"""Ask while everything goes wrong, then count what was lost and what was said twice."""

import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from fake_slack import faults
from fake_slack.courier import Patience
from fake_slack.faults import Status
from fake_slack.records import Message
from fake_slack.server import FakeSlack
from fake_slack.workspace import Kind
from slack_runs.bot_process import BotProcess
from slack_runs.killing import Death, Killer
from slack_runs.questions import Question, ask, known_questions, wait_for_answers

WAYS = (
    faults.rate_limited(1),
    faults.SERVER_ERROR,
    faults.UNAVAILABLE,
    faults.INTERNAL_ERROR,
    faults.ERROR_BUT_DONE,
    faults.CUT,
    faults.LOST_REPLY,
    faults.TIMEOUT,
    faults.late_commit(1.5),
    faults.late_commit(6),
)
FAULT_SHARE = 0.12
CHANNELS = 20
"""Of each kind: it is not Slack's pace of one message a second and channel that is measured."""
RETRIES = Patience(ack=3.0, pauses=(0.0, 5.0, 15.0), road=90.0)
"""Slack's own, but for the pauses: a replica is not left dead for minutes."""


@dataclass(frozen=True, slots=True)
class Plan:
    database: str
    """How it is called in the table."""
    replicas: int
    questions: int
    deaths: int
    has_history: bool = False
    """Whether the optional scopes are granted."""
    settle: float = 90.0
    """Seconds from the last answer to the count."""
    pause: float = 0.8
    """Seconds between two questions, on average."""
    seed: int = 1

    @property
    def name(self) -> str:
        history = "avec" if self.has_history else "sans"
        return f"{self.database}, {self.replicas} processus, {history} historique"


@dataclass(frozen=True, slots=True)
class Tally:
    plan: Plan
    asked: int
    unreceived: int
    """Never acked: Slack gave them up, the bot never knew."""
    deaths: int
    calls: int
    faults: int
    lost: int
    wrong: int
    """Answered with something else, an apology for example."""
    doubled_direct: int
    doubled_channel: int
    unexplained: int
    """Doubles after which no ambiguous post can be found."""
    taken_back: int
    """Copies that the bot found and deleted."""
    breaches: tuple[str, ...]


def run(plan: Plan, database_url: str, folder: Path) -> Tally:
    """Carry out a plan on an empty database."""
    chance = random.Random(plan.seed)
    with FakeSlack(has_optional_scopes=plan.has_history, patience=RETRIES, seed=plan.seed) as slack:
        names = [f"replica{number}" for number in range(1, plan.replicas + 1)]
        bots = {name: BotProcess(slack, database_url, folder, name) for name in names}
        killer = Killer(bots, plan.deaths, random.Random(plan.seed + 1))
        with _running(bots):
            slack.at_moments(killer.at_moment)
            slack.faults.draw = faults.by_chance(FAULT_SHARE, WAYS, chance)
            questions = _ask_and_kill(slack, killer, plan)
            _wait_for_answers(slack, questions)
            time.sleep(plan.settle)
        return _count(plan, slack, questions, killer.deaths)


@contextmanager
def _running(bots: dict[str, BotProcess]) -> Iterator[None]:
    for bot in bots.values():
        bot.start()
    try:
        yield
    finally:
        for bot in bots.values():
            bot.kill()


def _ask_and_kill(slack: FakeSlack, killer: Killer, plan: Plan) -> list[Question]:
    """Ask until enough was asked and enough replicas have died."""
    chance = random.Random(plan.seed + 2)
    channels = [slack.direct() for _ in range(CHANNELS)] + [slack.public() for _ in range(CHANNELS)]
    killing = threading.Thread(target=killer.run)
    killing.start()
    asked: list[Question] = []
    for text, expected in known_questions():
        if len(asked) >= plan.questions and not killing.is_alive():
            break
        question = ask(slack, chance.choice(channels), text, expected)
        asked.append(question)
        if chance.random() < 0.1:
            slack.deliver(slack.people.tell_again(question.said))
        if chance.random() < 0.05:
            _end_a_session(slack, chance)
        time.sleep(chance.uniform(0, 2 * plan.pause))
    killing.join()
    return asked


def _end_a_session(slack: FakeSlack, chance: random.Random) -> None:
    for session in islice(slack.sessions(), 1):
        slack.end(session, chance.choice(["refresh", "close", "finish", "reset"]))


def _wait_for_answers(slack: FakeSlack, questions: list[Question]) -> None:
    """Wait for an answer to each, as long as an impatient person would."""
    try:
        wait_for_answers(slack, questions, within=120)
    except TimeoutError:
        return


def _count(plan: Plan, slack: FakeSlack, questions: list[Question], deaths: list[Death]) -> Tally:
    doubled = [q for q in questions if len(q.answers(slack)) > 1]
    in_channels = [
        q for q in doubled if slack.state.workspace.kinds[q.said.channel] is not Kind.DIRECT
    ]
    return Tally(
        plan=plan,
        asked=len(questions),
        unreceived=sum(not q.is_received for q in questions),
        deaths=len(deaths),
        calls=len(slack.state.calls),
        faults=len(slack.faults.met),
        lost=sum(q.is_received and not q.answers(slack) for q in questions),
        wrong=sum(any(q.expected not in a.text for a in q.answers(slack)) for q in questions),
        doubled_direct=len(doubled) - len(in_channels),
        doubled_channel=len(in_channels),
        unexplained=sum(not _is_ambiguous(slack, q.said, deaths) for q in in_channels),
        taken_back=len(slack.state.workspace.deleted),
        breaches=tuple(slack.state.breaches),
    )


def _is_ambiguous(slack: FakeSlack, said: Message, deaths: list[Death]) -> bool:
    """Tell whether the bot could not know if one of its posts had been made."""
    faulty = any(
        call.args.get("thread_ts") == said.ts and fault.answer != Status(429, 1)
        for call, fault in slack.faults.met
        if call.method == "chat.postMessage"
    )
    died = any(
        call.args.get("thread_ts") == said.ts
        and any(d.replica == call.replica and 0 <= d.at - call.at < 1 for d in deaths)
        for call in slack.state.calls
        if call.method == "chat.postMessage"
    )
    return faulty or died
