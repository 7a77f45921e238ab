"""Tell which word a slip of the fingers or of the ear was more likely meant for."""

from itertools import groupby

LIKE = ("mn", "iy", "ckq", "sz", "bp", "dt", "fv", "gj")
"""Letters that are taken for each other by ear."""
ROWS = ("azertyuiop", "qsdfghjklm", "wxcvbn")
"""The letters of a French keyboard."""
DOUBLED = 0.5
"""What a single letter for a double one costs, in edits; or the reverse."""
UNLIKELY = 0.25
"""What is added when any letter of the alphabet might have been typed as well."""

_BESIDE = frozenset(row[i : i + 2] for row in ROWS for i in range(len(row) - 1))


def slip_cost(typed: str, meant: str, distance: float) -> float:
    """Return a distance in edits, with the likelier kinds of slip nearer.

    A letter left out, doubled or swapped with its neighbour, one that sounds alike, or the
    next one on the keyboard: few slips are as likely. A letter added or replaced may be any
    of the alphabet, and the first is seldom mistaken.
    """
    if _undoubled(typed) == _undoubled(meant):
        return DOUBLED * _doublings(typed, meant)
    doubled = len(meant) - len(_undoubled(meant)) - len(typed) + len(_undoubled(typed))
    if distance > 1:
        return distance - DOUBLED if doubled > 0 else distance
    cost = distance if _is_likely(typed, meant) else distance + UNLIKELY
    is_replaced = len(typed) >= len(meant) and typed[:1] != meant[:1]
    return cost + UNLIKELY if is_replaced else cost


def _is_likely(typed: str, meant: str) -> bool:
    """Return whether one edit between two words is one that fingers or ears often make."""
    if len(typed) != len(meant):
        return len(typed) < len(meant)
    pairs = [(a, b) for a, b in zip(typed, meant, strict=True) if a != b]
    return len(pairs) > 1 or all(_is_alike(*pair) for pair in pairs)


def _is_alike(typed: str, meant: str) -> bool:
    """Return whether two letters sound alike, or stand side by side on the keyboard."""
    is_heard = any(typed in like and meant in like for like in LIKE)
    return is_heard or not _BESIDE.isdisjoint((typed + meant, meant + typed))


def _doublings(first: str, second: str) -> int:
    """Return how many letters are doubled in one of two words and not in the other."""
    runs = ([len([*run]) for _, run in groupby(word)] for word in (first, second))
    return sum(abs(a - b) for a, b in zip(*runs, strict=True))


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
