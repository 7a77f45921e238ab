"""Recognise a greeting, thanks or a question about the bot itself."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Analysis, Candidate, Fill, Unit
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.talk import TalkExample, weight

NO_SLOT = frozenset[Slot]()
EXACT = 100
MAX_CLAUSES = 12
"""A message of more is no small talk in one of them."""
COMPLETE = 99
"""Score of an example all words of which, or their synonyms, make up a message."""
WITHIN = 85
"""Score of an example whose words are all in a message that holds only such examples."""
MIN_SLIPPED = 4
"""Letters a word must have before it is taken for a slip."""
NEAR = 75
"""How alike a slip and its word are, from 0 to 100."""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The message, or one of its clauses."""

    text: str
    """Folded."""
    words: frozenset[str]
    units: tuple[Unit, ...]
    weights: tuple[float, ...]
    """What each unit counts for."""
    rest: tuple[str, ...]
    """The content words beside it."""
    keys: frozenset[str]
    """Of all its units."""


def rank_smalltalk(analysis: Analysis, grammar: Grammar) -> tuple[Candidate, ...]:
    """Return the small talk a message, or one of its clauses, may be; best first.

    After a greeting, what follows it counts ("Bonjour, merci"). A clause counts only when
    the rest of the message asks nothing.
    """
    found = []
    least = grammar.language.tuning.min_smalltalk_score
    for place, stretch in enumerate(_stretches(analysis, grammar)):
        is_all_talk = _is_all_talk(stretch, grammar)
        for example in grammar.smalltalk:
            score = _score(stretch, example, least, is_all_talk=is_all_talk)
            if score >= least:
                is_whole = place == 0 and score >= EXACT
                where = stretch.text.rfind(example.folded)
                candidate = Candidate(
                    example.intent, example.text, Fill(NO_SLOT), score, stretch.rest
                )
                found.append(((-len(stretch.rest), is_whole, place, score, where), candidate))
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return tuple(candidate for _, candidate in ordered)


def _is_all_talk(stretch: _Stretch, grammar: Grammar) -> bool:
    """Return whether a stretch is made of whole examples and words that ask nothing."""
    within = (e.folded_words for e in grammar.smalltalk if e.folded_words <= stretch.words)
    talk = {word for meant in within for word in meant}
    return all(u.is_ignorable or talk.issuperset(words(u.text)) for u in stretch.units)


def _score(stretch: _Stretch, example: TalkExample, least: float, *, is_all_talk: bool) -> float:
    """Return how near a stretch is to an example, by its words or by its letters.

    Letters tell a slip, where each word is near one that is meant: alone they would take
    "vous êtes où" for "vous êtes qui".
    """
    if stretch.text == example.folded:
        return EXACT
    is_within = is_all_talk and example.folded_words <= stretch.words
    by_letters = fuzz.ratio(stretch.text, example.folded, score_cutoff=least)
    if by_letters and not _are_slips(stretch.words - example.folded_words, example.folded_words):
        by_letters = 0
    by_words = min(COMPLETE, 100 * _likeness(stretch, example))
    return max(by_words, by_letters, WITHIN if is_within else 0)


def _are_slips(strange: AbstractSet[str], meant: AbstractSet[str]) -> bool:
    """Return whether each word that is not meant may be one that is, with a slip."""
    return all(
        len(word) >= MIN_SLIPPED and any(fuzz.ratio(word, other) >= NEAR for other in meant)
        for word in strange
    )


def _likeness(stretch: _Stretch, example: TalkExample) -> float:
    """Return how much of the words is shared (0 to 1); none if one that counts is left over.

    Words in any order and their synonyms; ignorable ones count, but little.
    """
    if stretch.weights.count(1) > len(example.words) or stretch.keys.isdisjoint(example.keys):
        return 0
    free = dict(enumerate(stretch.units))
    shared = 0.0
    for requirement, own in example.words:
        index = next((i for i, unit in free.items() if unit.keys & requirement), None)
        if index is not None:
            del free[index]
            shared += own + stretch.weights[index]
    if any(stretch.weights[index] == 1 for index in free):
        return 0
    return shared / (sum(stretch.weights) + sum(own for _, own in example.words))


def _stretches(analysis: Analysis, grammar: Grammar) -> list[_Stretch]:
    """Return the message and each clause beside which nothing is asked.

    What is small talk to the letter is nothing beside the rest ("Parfait, merci").
    """
    clauses: dict[int, list[Unit]] = {}
    for unit in analysis.units:
        clauses.setdefault(unit.clause, []).append(unit)
    stretches = [_stretch(analysis.units, (), analysis, grammar)]
    if not 1 < len(clauses) <= MAX_CLAUSES:
        return stretches
    alone = [_stretch(tuple(own), (), analysis, grammar) for own in clauses.values()]
    talk = {example.folded for example in grammar.smalltalk}
    said = [u for s in alone if s.text not in talk for u in s.units]
    for stretch in alone:
        clause = stretch.units[0].clause
        others = [u for u in said if u.clause != clause]
        if not any(u.question for u in others):
            rest = tuple(u.text for u in others if not u.is_ignorable)
            stretches.append(replace(stretch, rest=rest))
    return stretches


def _stretch(
    units: tuple[Unit, ...], rest: tuple[str, ...], analysis: Analysis, grammar: Grammar
) -> _Stretch:
    text = " ".join(t.folded for u in units for t in analysis.parse.tokens[u.start : u.end])
    weights = tuple(weight(unit, grammar.language) for unit in units)
    keys = frozenset(key for unit in units for key in unit.keys)
    return _Stretch(text, frozenset(text.split()), units, weights, rest, keys)
