"""Recognise a greeting, thanks or a question about the bot itself."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Candidate, Fill
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.talk import TalkBook, TalkExample, weight

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
        for example, score in _scores(stretch, grammar.smalltalk, least):
            if score >= least:
                is_whole = place == 0 and score >= EXACT
                where = stretch.text.rfind(example.folded)
                candidate = Candidate(
                    example.intent, example.text, Fill(NO_SLOT), score, stretch.rest
                )
                found.append(((-len(stretch.rest), is_whole, place, score, where), candidate))
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return tuple(candidate for _, candidate in ordered)


def _scores(stretch: _Stretch, book: TalkBook, least: float) -> Iterator[tuple[TalkExample, float]]:
    """Yield the examples that share words or letters with a stretch, with how near they are.

    Letters tell a slip, where each word is near one that is meant: alone they would take
    "vous êtes où" for "vous êtes qui".
    """
    near = process.extract(
        stretch.text, book.texts, scorer=fuzz.ratio, score_cutoff=least, limit=None
    )
    by_letters = {place: score for _, score, place in near}
    within = frozenset(_within(stretch, book))
    for place in sorted(within.union(_sharing(stretch, book), by_letters)):
        example = book.examples[place]
        yield (
            example,
            max(
                EXACT if stretch.text == example.folded else 0,
                min(COMPLETE, 100 * _likeness(stretch, example)),
                by_letters[place] if place in by_letters and _is_slip(stretch, example) else 0,
                WITHIN if place in within else 0,
            ),
        )


def _sharing(stretch: _Stretch, book: TalkBook) -> frozenset[int]:
    """Return the places of the examples that share each word of a stretch that counts."""
    counting = [u.keys for u, own in zip(stretch.units, stretch.weights, strict=True) if own == 1]
    if not counting:
        return book.with_one_of(stretch.keys)
    first, *others = map(book.with_one_of, counting)
    return first.intersection(*others)


def _within(stretch: _Stretch, book: TalkBook) -> Iterator[int]:
    """Yield the places of the examples that, whole, make up a stretch that asks nothing else."""
    asking = {w for u in stretch.units if not u.is_ignorable for w in words(u.text)}
    if asking <= book.places.keys():
        found = [
            place
            for place in book.with_one_of(stretch.words)
            if book.examples[place].folded_words <= stretch.words
        ]
        if asking <= {word for place in found for word in book.examples[place].folded_words}:
            yield from found


def _is_slip(stretch: _Stretch, example: TalkExample) -> bool:
    """Return whether each word that is not of an example may be one that is, with a slip."""
    return all(
        len(word) >= MIN_SLIPPED
        and any(fuzz.ratio(word, meant) >= NEAR for meant in example.folded_words)
        for word in stretch.words - example.folded_words
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
    said = [u for s in alone if s.text not in grammar.smalltalk.texts for u in s.units]
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
