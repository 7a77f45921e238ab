"""Find the words of the content within one edit of a word, at once."""

from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

Neighbours = Mapping[str, tuple[str, ...]]
"""A word, or what is left of it without one letter -> the words that it comes from."""


def index_neighbours(words: Iterable[str]) -> Neighbours:
    """Return the words by what is left of them without one letter.

    Two words one edit apart share a key (Garbe's symmetric deletion).
    """
    found: dict[str, dict[str, None]] = {}
    for word in sorted(words):
        for key in _keys(word):
            found.setdefault(key, {})[word] = None
    return {key: tuple(under) for key, under in found.items()}


def find_neighbours(word: str, index: Neighbours) -> Iterator[str]:
    """Yield the other words one edit away; a transposition is one edit."""
    seen = {word}
    for key in _keys(word):
        for near in index.get(key, ()):
            if near not in seen:
                seen.add(near)
                if OSA.distance(word, near, score_cutoff=1) == 1:
                    yield near


def _keys(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]
