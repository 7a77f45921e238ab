"""Run everything in full, print what was seen; exit with 1 if a goal is missed."""

import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from slack_runs.chaos import Plan, Tally, run
from slack_runs.databases import new_sqlite, postgresql
from slack_runs.goals import chaos_table, goal_table, goals_of
from slack_runs.quiet import measure

PLANS = (
    Plan("SQLite", replicas=1, questions=130, deaths=13, seed=1),
    Plan("SQLite", replicas=2, questions=130, deaths=13, seed=2, has_history=True),
    Plan("PostgreSQL", replicas=1, questions=130, deaths=13, seed=3, has_history=True),
    Plan("PostgreSQL", replicas=2, questions=130, deaths=13, seed=4),
)
AT_ONCE = 2
"""Runs at a time: each waits more than it works."""


def main() -> int:
    """Print two tables and return the exit status."""
    with tempfile.TemporaryDirectory() as name, postgresql(Path(name) / "postgresql") as new:
        folder = Path(name)
        quiet = measure(_new_folder(folder))
        busy = max(goal.contention for goal in quiet)
        sys.stdout.write(f"{goal_table(quiet)}\n\nMachine ralentie {busy:.1f} fois au plus.\n\n")
        sys.stdout.flush()
        with ThreadPoolExecutor(AT_ONCE) as pool:
            tallies = list(pool.map(lambda plan: _run(plan, _new_folder(folder), new), PLANS))
    sys.stdout.write(chaos_table(tallies) + "\n")
    missed = [goal for goal in quiet if not goal.is_met]
    missed += [goal for tally in tallies for goal in goals_of(tally) if not goal.is_met]
    if missed:
        sys.stdout.write(f"\n{goal_table(missed)}\n")
    for tally in tallies:
        sys.stdout.writelines(f"{breach}\n" for breach in sorted(set(tally.breaches)))
    return int(bool(missed))


def _run(plan: Plan, folder: Path, new_postgresql: Callable[[], str]) -> Tally:
    url = new_sqlite(folder) if plan.database == "SQLite" else new_postgresql()
    sys.stderr.write(f"{plan.name} : {plan.questions} questions, {plan.deaths} morts…\n")
    return run(plan, url, folder)


_numbers = count(1)


def _new_folder(parent: Path) -> Path:
    folder = parent / f"run{next(_numbers)}"
    folder.mkdir()
    return folder


if __name__ == "__main__":
    sys.exit(main())
