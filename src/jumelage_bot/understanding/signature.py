"""Leave out the words that close a letter and the name under them ("Cordialement, L. Morel")."""

import re
from collections.abc import Collection
from functools import cache
from itertools import combinations

from jumelage_bot.understanding.normalise import fold, words

MAX_NAME = 5
"""Words of a signature, at most."""
PARTICLE = 3
"""Letters of a word that a name may hold without a capital, at most ("de", "la")."""

_WORD = re.compile(r"[^\W\d_]+")


def without_signature(text: str, closings: tuple[str, ...], names: Collection[str]) -> str:
    """Return a message without its last words, if they close it and sign.

    They stand after a mark. What follows must look like names, and hold none of ours (`names`,
    folded, without blanks): one would be what the message is about.
    """
    folded = fold(text)
    found = _closing(closings).search(folded) if closings and len(folded) == len(text) else None
    if found is None or not _signs(text[found.end() :], names):
        return text
    return text[: found.start()]


def _signs(name: str, names: Collection[str]) -> bool:
    written = _WORD.findall(name)
    named = [w for w in written if w[0].isupper() or len(w) > PARTICLE]
    is_name = len(written) <= MAX_NAME and bool(named) and all(w[0].isupper() for w in named)
    if not is_name:
        return False
    said = words(name)
    return not any("".join(said[i:j]) in names for i, j in combinations(range(len(said) + 1), 2))


@cache
def _closing(closings: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a closing of a folded text, after a mark, where nothing is asked later."""
    phrases = sorted((fold(c) for c in closings), key=len, reverse=True)
    any_of = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<=[.?!,;:\n])\s*(?:{any_of})(?!\w)(?!.*\?)", re.DOTALL)
