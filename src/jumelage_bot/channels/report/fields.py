"""Give a measure to a program, as one JSON object."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from jumelage_bot.channels.report.failures import Failure
from jumelage_bot.measuring.measure import Measure
from jumelage_bot.measuring.tallies import Tally, tally


def to_json(measure: Measure, failures: Sequence[Failure]) -> str:
    """Return a measure as one line of ASCII JSON."""
    confusion = measure.confusion
    turns = measure.turns
    fields: dict[str, object] = {
        "cases": _tally(measure.overall),
        "turns": _tally(tally(turn.is_right for turn in turns)),
        "wrong_claims": sum(turn.is_wrong_claim for turn in turns),
        "false": sum(turn.is_false for turn in turns),
        "categories": {name: _tally(t) for name, t in measure.by_category.items()},
        "grasp": {grasp.value: _tally(t) for grasp, t in measure.by_grasp.items()},
        "confusion": [
            {"expected": expected, "got": got, "count": times}
            for (expected, got), times in sorted(confusion.counts.items())
        ],
        "noise": {
            noise.value: _tally(t) | {"points": round(measure.cost(noise), 2)}
            for noise, t in measure.noises.items()
        },
        "failures": [asdict(failure) for failure in failures],
    }
    return json.dumps(fields)


def _tally(tallied: Tally) -> dict[str, float]:
    return {
        "right": tallied.right,
        "total": tallied.total,
        "percent": round(tallied.percent, 2),
    }
