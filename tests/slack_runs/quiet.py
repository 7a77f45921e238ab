"""What is measured of one bot that nobody kills: acks, answers, connections, pace."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from fake_slack.server import FakeSlack
from slack_runs import reconnecting
from slack_runs.acks import measure_acks, measure_answers
from slack_runs.bot_process import BotProcess
from slack_runs.databases import new_sqlite
from slack_runs.figures import percentile
from slack_runs.goals import Goal
from slack_runs.machine import contention
from slack_runs.pacing import crowd

OUTAGE = 60.0


def measure(folder: Path) -> list[Goal]:
    """Measure one bot in Socket Mode on a SQLite file, in full."""
    with FakeSlack() as slack:
        bot = BotProcess(slack, new_sqlite(folder), folder)
        bot.start()
        try:
            bot.wait_answering()
            goals = []
            for parts in (_acks, _answers, _connections, _outage, _pace):
                before = contention()
                seen = list(parts(slack, bot))
                busy = max(before, contention())
                goals += [replace(goal, contention=busy) for goal in seen]
            return goals
        finally:
            bot.kill()


def _acks(slack: FakeSlack, _bot: BotProcess) -> Iterator[Goal]:
    acks = measure_acks(slack, events=1000, burst=200, refreshes=3)
    yield Goal("accusés de réception, 99e centile (1 000 événements)", acks.p99, 0.3, "s")
    yield Goal("accusé de réception, le plus lent", acks.slowest, 1.5, "s")
    yield Goal("événements sans accusé, ou renvoyés", acks.unacked + acks.again, 0)


def _answers(slack: FakeSlack, _bot: BotProcess) -> Iterator[Goal]:
    times = measure_answers(slack, 200)
    yield Goal("réponse, 95e centile (5 questions par seconde)", percentile(times, 0.95), 0.1, "s")


def _connections(slack: FakeSlack, bot: BotProcess) -> Iterator[Goal]:
    names = {
        "refresh": "renouvelée",
        "close": "fermée",
        "finish": "coupée (FIN)",
        "reset": "coupée (RST)",
        "freeze": "muette",
    }
    for way, name in names.items():
        again = reconnecting.end_one(slack, bot, way)
        yield Goal(
            f"connexion {name} : remplacée en", again.seconds, 15 if way == "freeze" else 1, "s"
        )
        yield Goal(f"connexion {name} : processeur", 100 * again.cpu, 10, "%")


def _outage(slack: FakeSlack, bot: BotProcess) -> Iterator[Goal]:
    slack.sockets.burnt = 1
    again = reconnecting.go_down(slack, bot, OUTAGE)
    yield Goal("Slack absent 60 s : processeur", 100 * again.cpu, 10, "%")
    yield Goal("Slack de retour, un ticket perdu : sessions rouvertes en", again.seconds, 35, "s")


def _pace(slack: FakeSlack, _bot: BotProcess) -> Iterator[Goal]:
    pacing = crowd(slack, 30)
    yield Goal("30 réponses dans un canal : la dernière en", pacing.slowest, 30, "s")
    yield Goal("messages envoyés avant la fin d'un Retry-After", pacing.hasty, 0)
    yield Goal("attente dans les autres canaux pendant ce temps", pacing.elsewhere, 1, "s")
