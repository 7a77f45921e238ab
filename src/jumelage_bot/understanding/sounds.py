"""Write a French word as it sounds, so that spellings by ear meet.

In the spirit of Phonex (Frédéric Brouard, 1999) and of Soundex 2 for French: rules of
spelling applied in order. Coarser than pronunciation: but for a final "é", accents do not
count; "s" and "z" are one; a final consonant or "e" is not heard.
"""

import re
from functools import lru_cache

from jumelage_bot.understanding.normalise import fold

MAX_REMEMBERED = 4_096
"""Words whose sound is remembered: those of the content, and the misspelt ones of late."""

_VOWEL = "aeiouy"
_RULES = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        # consonants that several letters write
        ("ph", "f"),
        ("gn(?=[aeiouy])", "N"),
        ("sch|sh|ch(?![lr])", "C"),
        ("ch|ck|qu|q", "k"),
        ("x", "ks"),
        ("sc(?=[eiy])|c(?=[eiy])", "s"),
        ("c", "k"),
        ("ge(?=[aou])|g(?=[eiy])", "j"),
        ("gu(?=[eiy])", "g"),
        ("w", "v"),
        ("t(?=ion)", "s"),
        ("h", ""),
        (r"([^aeiouy])\1", r"\1"),
        ("z", "s"),
        # what is written at the end and not heard
        (f"([{_VOWEL}].*[^{_VOWEL}])(?:er|ez|et|ees?)$", r"\1E"),
        ("(?<=..)[sx]$", ""),
        (f"(?<=[{_VOWEL}nr])[tdp]+$", ""),
        # vowels that several letters write
        ("eau|au", "o"),
        (f"(?:ain|ein|in|im|yn|ym)(?![{_VOWEL}Emn])", "I"),
        (f"ien(?![{_VOWEL}Emn])", "iI"),
        (f"(?:an|am|en|em)(?![{_VOWEL}Emn])", "A"),
        (f"(?:on|om)(?![{_VOWEL}Emn])", "O"),
        ("(?<=.)e$", ""),
        ("oeu|eu|oe", "e"),
        ("ai|ei|ay|ey", "e"),
        ("oi|oy", "wa"),
        ("ou", "U"),
        ("y", "i"),
        (r"(.)\1", r"\1"),
    )
)


@lru_cache(MAX_REMEMBERED)
def sound_key(word: str) -> str:
    """Return how a word sounds: "jumelaj" as "jumelage", "abitan" as "habitants"."""
    key = fold(re.sub("ée?s?$", "er", word.lower()).replace("ç", "ss"))
    for pattern, sound in _RULES:
        key = pattern.sub(sound, key)
    return key
