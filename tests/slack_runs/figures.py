"""What is said of a series of times."""

from collections.abc import Sequence


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value under which a share of the others lie, the nearest one that was seen."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
