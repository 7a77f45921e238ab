"""Know the words of the content, and which of them a misspelt word is near."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage_bot.ports import Parser
from jumelage_bot.understanding.examples import SLOT
from jumelage_bot.understanding.neighbours import Neighbours, find_neighbours, index_neighbours
from jumelage_bot.understanding.normalise import fold
from jumelage_bot.understanding.pairs import Pairs, compile_pairs
from jumelage_bot.understanding.slips import slip_cost
from jumelage_bot.understanding.sounds import sound_key

MIN_INFLECTED = 4
"""Letters of a word whose other forms are known too."""
MIN_HEARD = 4
"""Letters a word must have to be found by its sound."""
MIN_TWICE = 9
"""Letters from which two edits are allowed instead of one."""
ABSENT = 0.5
"""What is added, in edits, for a form that the content never writes."""
MAX_REMEMBERED = 2_048
"""Words whose neighbours are remembered: the same mistakes come back."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, eq=False)
class Wordbook:
    """The words of the content, and the ways to find which one a misspelt word was meant for."""

    parser: Parser
    forms: Mapping[str, str]
    """Folded form -> as the content writes it, accents included."""
    counts: Mapping[str, int]
    """In how many places of the content a form stands."""
    asking: frozenset[str]
    """The forms of the words by which something is asked."""
    small: frozenset[str]
    """The forms of the words that ask nothing, said everywhere ("notre", "aussi")."""
    rewrites: Mapping[str, str]
    neighbours: Neighbours
    long: tuple[str, ...]
    """The forms that stand in the content, long enough to be recognised after two edits."""
    by_sound: Mapping[str, tuple[str, ...]]
    pairs: Pairs
    distinct: frozenset[str]
    """Words one might take for ours, and that are not."""


@dataclass(frozen=True, slots=True)
class SaidPhrases:
    """The phrases whose words are known."""

    asking: tuple[str, ...]
    """Those by which something is asked: known in all their forms, as they are recognised."""
    others: tuple[str, ...]
    small: tuple[str, ...]
    """Those of the others that ask nothing, and are said everywhere."""


def compile_wordbook(
    phrases: SaidPhrases, rewrites: Mapping[str, str], distinct: Iterable[str], parser: Parser
) -> Wordbook:
    """Return the words of some phrases, with what is near each."""
    asking, others = phrases.asking, phrases.others
    written: dict[str, str] = {}
    for word in _words((*asking, *others)):
        written.setdefault(fold(word), word)
    asked = {fold(word) for word in _words(asking)}
    long = [form for form in asked if len(form) >= MIN_INFLECTED]
    inflected = parser.inflections({base for form in long for base in parser.lemmas(form)})
    # The tables know the forms of "accueillir", and not that it is one itself.
    known = inflected | parser.inflections(set(long))
    forms = {form: form for form in known if len(form) >= MIN_INFLECTED} | written
    by_sound: dict[str, list[str]] = {}
    for form in sorted(forms):
        if len(form) >= MIN_HEARD:
            by_sound.setdefault(sound_key(forms[form]), []).append(form)
    return Wordbook(
        parser,
        forms,
        Counter(fold(word) for word in _words((*asking, *others))),
        frozenset(asked | inflected),
        frozenset(fold(word) for word in _words(phrases.small)),
        rewrites,
        index_neighbours(form for form in forms if form.isalpha()),
        tuple(sorted(form for form in written if len(form) >= MIN_TWICE - 1)),
        {key: tuple(alike) for key, alike in by_sound.items()},
        compile_pairs((*asking, *others), parser),
        frozenset(fold(word) for word in distinct),
    )


@lru_cache(MAX_REMEMBERED)
def near_words(form: str, book: Wordbook) -> Mapping[str, float]:
    """Return the words of the content that a form may be a slip for, with what it costs.

    Costs are in edits (OSA: a transposition is one), likelier slips being nearer; a form that
    the content never writes is a little farther than one that it does.
    """
    near = {word: slip_cost(form, word, 1) for word in find_neighbours(form, book.neighbours)}
    if len(form) >= MIN_TWICE:
        found = process.extract(form, book.long, scorer=OSA.distance, score_cutoff=2, limit=None)
        near |= {w: slip_cost(form, w, distance) for w, distance, _ in found if distance > 1}
    return {w: c if w in book.counts else c + ABSENT for w, c in near.items()}


def heard_words(text: str, book: Wordbook) -> tuple[str, ...]:
    """Return the words of the content that sound as a word does."""
    return book.by_sound.get(sound_key(text), ())


def _words(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from _WORD.findall(SLOT.sub(" ", phrase.lower()))
