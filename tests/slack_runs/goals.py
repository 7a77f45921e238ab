"""A figure beside the goal that it must keep to, and the tables that `make chaos` prints."""

from collections.abc import Sequence
from dataclasses import dataclass

from slack_runs.chaos import Tally


@dataclass(frozen=True, slots=True)
class Goal:
    name: str
    seen: float
    most: float
    unit: str = ""
    contention: float = 1.0
    """How much slower the machine was than it is alone: a time is forgiven as much."""

    @property
    def is_met(self) -> bool:
        return self.seen <= self.most * (self.contention if self.unit == "s" else 1.0)

    @property
    def verdict(self) -> str:
        if self.seen <= self.most:
            return "tenu"
        return "tenu, à la charge près" if self.is_met else "MANQUÉ"


def goals_of(tally: Tally) -> list[Goal]:
    """Return what must hold of a run of chaos."""
    name = tally.plan.name
    doubled = tally.doubled_channel if tally.plan.has_history else tally.unexplained
    return [
        Goal(f"{name} : questions perdues", tally.lost + tally.unreceived, 0),
        Goal(f"{name} : réponses fausses ou excuses", tally.wrong, 0),
        Goal(f"{name} : doublons en message direct", tally.doubled_direct, 0),
        Goal(f"{name} : doublons en canal, inexpliqués", doubled, 0),
        Goal(f"{name} : messages que Slack ou la maison refusent", len(tally.breaches), 0),
    ]


CHAOS = (
    "base",
    "processus",
    "historique des canaux",
    "questions",
    "morts",
    "appels",
    "en défaut",
    "perdues",
    "doublées (direct)",
    "doublées (canal)",
    "copies reprises",
)


def chaos_table(tallies: Sequence[Tally]) -> str:
    """Return what happened in each run, and in all of them."""
    rows = [
        (
            tally.plan.database,
            str(tally.plan.replicas),
            "oui" if tally.plan.has_history else "non",
            *map(str, _counts(tally)),
        )
        for tally in tallies
    ]
    sums = map(sum, zip(*map(_counts, tallies), strict=True))
    return table(CHAOS, [*rows, ("ensemble", "", "", *map(str, sums))])


def goal_table(goals: Sequence[Goal]) -> str:
    """Return each figure, its goal, and whether it is met."""
    rows = [
        (
            goal.name,
            _number(goal.seen, goal.unit),
            f"≤ {_number(goal.most, goal.unit)}",
            goal.verdict,
        )
        for goal in goals
    ]
    return table(("mesure", "vu", "but", ""), rows)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _counts(tally: Tally) -> tuple[int, ...]:
    return (
        tally.asked,
        tally.deaths,
        tally.calls,
        tally.faults,
        tally.lost + tally.unreceived,
        tally.doubled_direct,
        tally.doubled_channel,
        tally.taken_back,
    )


def _number(value: float, unit: str) -> str:
    shown = f"{value:.0f}" if value == int(value) and not unit else f"{value:.3g}"
    return f"{shown} {unit}".strip().replace(".", ",")
