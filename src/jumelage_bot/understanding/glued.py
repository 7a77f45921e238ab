"""Part a word from the elided one that is glued to it ("lassociation", "jmappelle")."""

from collections.abc import Container, Iterator, Mapping

from jumelage_bot.understanding.normalise import fold

ELIDED = ("qu", "j", "l", "d", "m", "t", "s", "c", "n")
"""What loses its vowel before another."""
MIN_PARTED = 4
"""Letters that must follow."""
_VOWELS = frozenset("aeiouyh")


def part_elided(word: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a word after what may be elided before it."""
    for elided in ELIDED:
        rest = word.removeprefix(elided)
        if rest != word and len(rest) >= MIN_PARTED:
            yield elided, rest


def unglue(word: str, forms: Container[str], rewrites: Mapping[str, str]) -> str | None:
    """Return a word with the apostrophe it lacks, if what follows is a word of the content."""
    for elided, rest in part_elided(word):
        meant = rewrites.get(rest, rest)
        if rest[0] in _VOWELS and fold(meant) in forms:
            return f"{elided}'{meant}"
        if elided == "j" and (more := unglue(rest, forms, rewrites)):
            return f"{elided}'{more}"
    return None
