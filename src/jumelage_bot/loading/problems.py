"""What is wrong with the content, and where."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

SHORT = 3
"""Letters under which a word resembles too many others."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault of the content, at a line that an editor can open."""

    file: Path
    line: int
    """1 for the first line."""
    place: str
    """The keys that lead there, joined by dots; empty for the whole file."""
    what: str
    """What is wrong, and what was expected."""

    def __str__(self) -> str:
        place = f" {self.place}:" if self.place else ""
        return f"{self.file}:{self.line}:{place} {self.what}"


class ContentError(Exception):
    """The content has problems: no bot can be built on it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " (did you mean 'x'?)" for the nearest known word, or nothing."""
    near = nearest(word, known)
    return f" (did you mean {near!r}?)" if near else ""


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that a word is a likely misspelling of, if there is one."""
    if len(word) < SHORT:
        return None
    return next(iter(difflib.get_close_matches(word, list(known), n=1)), None)


def unknown(what: str, word: str, known: Iterable[str]) -> str:
    """Return that a word is unknown, with the nearest known one, or else with all of them."""
    words = tuple(known)
    return f"unknown {what} {word!r}" + (
        did_you_mean(word, words) or f" (known: {', '.join(words)})"
    )
