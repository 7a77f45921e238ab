"""The same question, as others would type it."""

import random
from collections.abc import Callable, Mapping

from jumelage_bot.domain.language import Language
from wordings import without_accents

MIN_LAST_WORD = 4
"""Letters of the last word of a frame that nothing need follow, as "pour demain"."""
PUNCTUATION = str.maketrans("", "", "?!.,;:«»")

TYPED: Mapping[str, Callable[[str], str]] = {
    "no accents": without_accents,
    "capitals": str.upper,
    "no hyphens": lambda text: text.replace("-", " "),
    "curly apostrophes": lambda text: text.replace("'", "’"),
    "politeness": lambda text: f"Bonjour, {text} svp",
    "no punctuation": lambda text: " ".join(text.translate(PUNCTUATION).split()),
}


def framed(asked: str, language: Language, rng: random.Random) -> str:
    """Return what is asked, in words that begin with its article, with a frame around it."""
    before = rng.choice(language.frames_before)
    after = rng.choice([f for f in language.frames_after if len(f.split()[-1]) >= MIN_LAST_WORD])
    return rng.choice((f"{before} {asked}", f"{asked} {after}", f"{before} {asked} {after}"))
