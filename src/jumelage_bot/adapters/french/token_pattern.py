"""Shorten the pattern of what spaCy's French keeps as one token; it matches the same.

It has 266 alternatives, and most repeat the class of all lower-case letters: 1.5 million
characters, which take two seconds to compile. Those that begin and end alike become one.
"""

import re
from collections.abc import Iterable

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER
from spacy.lang.fr.punctuation import ELISION, HYPHENS

_FLAGS = "(?iu)"
_GROUP = re.compile(r"\(\?:[^()]*\)")

_FRAMES = (
    ("", f"[{ALPHA_LOWER}]+$"),
    ("", f"[{ALPHA_LOWER}]*$"),
    ("", f"[{ALPHA_LOWER}][{HYPHENS}{ALPHA_LOWER}{ELISION}]*$"),
    (f"^[{ALPHA}]+[{HYPHENS}]", f"[{HYPHENS}](?:l[{ELISION}])?[{ALPHA}]+$"),
)
"""How alternatives begin and end. What fits none of them is only left as long as it is."""


def shorten_pattern(stored: str) -> str:
    """Return a pattern that matches what the stored one does."""
    alternatives = stored.removeprefix(f"{_FLAGS}(?:").removesuffix(")").split(")|(?:")
    if stored != _FLAGS + _any_of(alternatives) or not all(map(_is_whole, alternatives)):
        return stored
    middles: dict[tuple[str, str], list[str]] = {}
    for alternative in alternatives:
        head, tail = _frame_of(alternative)
        middle = alternative.removeprefix(head).removesuffix(tail)
        middles.setdefault((head, tail), []).append(middle)
    return _FLAGS + _any_of(
        f"{head}(?:{_any_of(each)}){tail}" for (head, tail), each in middles.items()
    )


def _any_of(alternatives: Iterable[str]) -> str:
    return "|".join(f"(?:{each})" for each in alternatives)


def _frame_of(alternative: str) -> tuple[str, str]:
    for head, tail in _FRAMES:
        if alternative.startswith(head) and alternative.endswith(tail):
            return head, tail
    return "", ""


def _is_whole(alternative: str) -> bool:
    """Return whether an alternative is one: not cut in two, nor two outside of brackets."""
    is_closed = alternative.count("(") == alternative.count(")")
    return is_closed and "|" not in _GROUP.sub("", alternative)
