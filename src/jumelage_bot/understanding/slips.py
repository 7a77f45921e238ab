"""Tell which word a slip of the fingers or of the ear was more likely meant for."""

from collections.abc import Iterator
from itertools import groupby

LIKE = ("mn", "iy", "ckq", "sz", "bp", "dt", "fv", "gj")
"""Letters that are taken for each other by ear."""
DOUBLED = 0.5
"""What a single letter for a double one costs, in edits; or the reverse."""
UNLIKELY = 0.25
"""What is added when any letter of the alphabet might have been typed as well."""
VOWELS = "aeiouy"
MIN_SWAPPED = 7
"""Letters from which two words that differ by a swap are not both common."""


def slip_cost(typed: str, meant: str, distance: float) -> float:
    """Return a distance in edits, with the likelier kinds of slip nearer.

    A letter left out, doubled or swapped with its neighbour, or one that sounds alike: few
    slips are as likely. A letter added or replaced may be any of the alphabet.
    """
    if _undoubled(typed) == _undoubled(meant):
        return min(distance, DOUBLED)
    doubled = len(meant) - len(_undoubled(meant)) - len(typed) + len(_undoubled(typed))
    if distance > 1 and doubled > 0:
        return distance - DOUBLED
    if distance != 1 or len(typed) < len(meant) or sorted(typed) == sorted(meant):
        return distance
    return distance if _sounds_alike(typed, meant) else distance + UNLIKELY


def twins(word: str) -> Iterator[str]:
    """Yield what even a real word may be a slip for: "viles" for "villes", "combine".

    A consonant doubled or not, or, in a long word, two neighbours swapped.
    """
    for i, letter in enumerate(word):
        following = word[i + 1 : i + 2]
        if letter not in VOWELS:
            yield word[:i] + word[i + 1 :] if following == letter else word[:i] + letter + word[i:]
        if following and len(word) >= MIN_SWAPPED:
            yield word[:i] + following + letter + word[i + 2 :]


def _sounds_alike(typed: str, meant: str) -> bool:
    """Return whether the one letter that differs in two words of the same length is alike."""
    pairs = [{a, b} for a, b in zip(typed, meant, strict=False) if a != b]
    return len(typed) == len(meant) and any(pairs[0] <= set(like) for like in LIKE)


def _undoubled(word: str) -> str:
    return "".join(letter for letter, _ in groupby(word))
