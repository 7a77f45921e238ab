"""Find the names that a misspelt one is near, however many there are."""

from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

MIN_TWICE = 8
"""Letters a name must have before two edits are looked for instead of one."""

Names = Mapping[str, tuple[str, ...]]
"""A piece of a name, with the length of the name -> the names that have it."""


def index_names(names: Iterable[str]) -> Names:
    """Return names by the pieces of which a misspelling leaves one.

    One edit leaves one of two halves, two edits one of three pieces; a letter stands between
    them, as a transposition is one edit and touches two letters.
    """
    found: dict[str, list[str]] = {}
    for name in sorted(names):
        for key in (*_halves(name, len(name)), *_thirds(name, len(name), (0,))):
            found.setdefault(key, []).append(name)
    return {key: tuple(under) for key, under in found.items()}


def find_near(written: str, names: Names) -> Mapping[str, int]:
    """Return the names one edit away, or two that spare the first letter, with the edits.

    Distances are OSA's (restricted Damerau-Levenshtein: a transposition is one edit).
    """
    letters = len(written)
    keys = [key for length in range(letters - 1, letters + 2) for key in _halves(written, length)]
    for length in range(letters - 2, letters + 3):
        # What was edited before the middle may have pushed it by a letter.
        keys += _thirds(written, length, (-1, 0, 1))
    near = {name for key in keys for name in names.get(key, ())}
    found = process.extract(written, near, scorer=OSA.distance, score_cutoff=2, limit=None)
    return {name: int(e) for name, e, _ in found if e <= 1 or _is_twice_near(written, name)}


def _is_twice_near(written: str, name: str) -> bool:
    return len(name) >= MIN_TWICE and written[0] == name[0]


def _halves(name: str, length: int) -> list[str]:
    """Return the start and the end of a name of some length, but for the middle letter."""
    half = (length - 1) // 2
    return [f"{length}{name[:half]}-", f"{length}-{name[-half:]}"] if half > 0 else []


def _thirds(name: str, length: int, shifts: Iterable[int]) -> list[str]:
    """Return the start, the end and the middle of a name of some length, and its first letter."""
    if length < MIN_TWICE:
        return []
    third = (length - 2) // 3
    middle = (length - third) // 2
    head = f"{length}{name[0]}"
    starts = [middle + shift for shift in shifts]
    return [
        f"{length}{name[:third]}",
        f"{head}-{name[-third:]}",
        *[f"{head}{name[start : start + third]}" for start in starts],
    ]
