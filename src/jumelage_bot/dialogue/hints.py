"""Find what in a message points to what was said before."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Anaphor, Operator
from jumelage_bot.understanding.evidence import types_of
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import operator_key

POINTING = (Anaphor.SAME, Anaphor.SEVERAL, Anaphor.OTHER, Anaphor.OTHERS, Anaphor.ALL)
"""What stands for something that was named."""

BOUNDING = frozenset(
    operator_key(operator)
    for operator in (
        Operator.BEFORE,
        Operator.AFTER,
        Operator.FROM,
        Operator.BETWEEN,
        Operator.ABOVE,
        Operator.BELOW,
        Operator.MORE,
        Operator.LESS,
    )
)
"""The words that make a bound of the date or the number after them."""

MAX_PLACE = 20
"""Higher numbers are no places in a list."""

_words = cache(words)


@dataclass(frozen=True, slots=True)
class Hints:
    """What in a message points to what was said before, as indexes of units."""

    analysis: Analysis
    anaphora: Mapping[Anaphor, frozenset[int]]
    standing_for: frozenset[int]
    """What stands in the place of a name: "là-bas", "cette ville", "la deuxième"."""
    names: tuple[int, ...]
    """What names something, the home city aside."""
    places: tuple[int, ...]
    """The numbers of those meant in a list ("la deuxième"), from 1."""
    limits: frozenset[int]
    """What limits a choice: "après 1990", "moins de 20 000"."""
    is_bare: bool
    """Whether the message only names something, and says nothing of it."""
    says_nothing: bool
    """Whether it is made of words that ask nothing and point to nothing ("svp")."""
    only_asks: bool
    """Whether it is a question word and nothing else ("depuis quand ?")."""

    def has(self, *kinds: Anaphor) -> bool:
        """Return whether one of these is said."""
        return any(self.anaphora[kind] for kind in kinds)


def find_hints(analysis: Analysis, grammar: Grammar) -> Hints:
    """Return what in a message points to what was said before."""
    found = {kind: _taken_up(kind, analysis, grammar) for kind in Anaphor}
    anaphora = {kind: frozenset[int]().union(*spans) for kind, spans in found.items()}
    pointing = frozenset[int]().union(*anaphora.values())
    limits = find_limits(analysis)
    named = tuple(i for i, u in enumerate(analysis.units) if _is_name(u, grammar))
    numbered = {
        i: n
        for i, u in enumerate(analysis.units)
        if (n := _place(u, grammar))
        and i not in limits
        and not _is_compared(analysis.units[i + 1 : i + 2])
    }
    own = [
        (i, u)
        for i, u in enumerate(analysis.units)
        if not (u.is_aside or u.mention or (u.is_ignorable and not u.question))
        and not (i in pointing or i in named or i in numbered or i in limits)
        and not (named and _is_kind(u, grammar))
    ]
    # "Et maintenant, …" announces what the rest says.
    announcing = anaphora[Anaphor.GO_ON] if own else frozenset[int]()
    placing = {*named, *(pointing - announcing), *numbered, *limits}
    clauses = {analysis.units[i].clause for i in placing}
    is_bare = bool(clauses) and not any(u.question or u.clause in clauses for _, u in own)
    says = any(not u.question for _, u in own)
    return Hints(
        analysis,
        anaphora,
        _standing_for([s for kind in POINTING for s in found[kind]], analysis).union(numbered),
        named,
        tuple(numbered.values()),
        limits,
        is_bare,
        says_nothing=not own and not clauses,
        only_asks=bool(own) and not says and not named and not numbered,
    )


def find_limits(analysis: Analysis) -> frozenset[int]:
    """Return the dates of a message and the numbers that a word makes a bound, with that word."""
    units = analysis.units
    dated = {i for mention in analysis.dates for i in mention.units}
    measured = dated | {i for i, u in enumerate(units) if u.is_number}
    bounding = {i - 1 for i in measured if i and not units[i - 1].keys.isdisjoint(BOUNDING)}
    return frozenset(dated | bounding | {i for i in measured if i - 1 in bounding})


def _is_name(unit: Unit, grammar: Grammar) -> bool:
    if unit.mention is None:
        return unit.is_name and not unit.is_ignorable and not unit.question
    return any(grammar.knowledge.role(e) is not Role.HOME for e in unit.mention.entities) or (
        not unit.mention.entities
    )


def _is_compared(following: Sequence[Unit]) -> bool:
    """Return whether a word is followed by "plus": "la deuxième plus grande" is in no list."""
    return any(operator_key(o) in u.keys for u in following for o in (Operator.MORE, Operator.LESS))


def _is_kind(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit only says what kind of thing is named ("la ville suisse")."""
    return any(grammar.knowledge.types[t].role is Role.PARTNER for t in types_of(unit, grammar))


def _place(unit: Unit, grammar: Grammar) -> int | None:
    """Return the place in a list that a unit tells."""
    if unit.is_number:
        number = int(unit.text) if unit.text.isdecimal() else 0
        return number if 0 < number <= MAX_PLACE else None
    tokens = words(unit.text)
    return next((n for w in tokens if (n := grammar.language.places.get(w)) is not None), None)


def _standing_for(spans: Iterable[frozenset[int]], analysis: Analysis) -> frozenset[int]:
    """Return the units that stand in the place of a name: not "son" of "son maire"."""
    whole = (s for s in spans if len(s) > 1 or not analysis.units[min(s)].is_ignorable)
    return frozenset[int]().union(*whole)


def _taken_up(kind: Anaphor, analysis: Analysis, grammar: Grammar) -> list[frozenset[int]]:
    """Return what takes up something of a kind; "exact" of "le jour exact ?" confirms nothing."""
    spans = _found(analysis, grammar.language.anaphora[kind])
    if kind is not Anaphor.YES:
        return list(spans)
    return [span for span in spans if not any(analysis.units[i].question for i in span)]


def _found(analysis: Analysis, phrases: Sequence[str]) -> Iterator[frozenset[int]]:
    """Yield the units of each phrase that is said, in this very form."""
    tokens = analysis.parse.tokens
    unit_of = [i for i, u in enumerate(analysis.units) for _ in range(u.start, u.end)]
    starts: dict[str, list[int]] = {}
    for index, token in enumerate(tokens):
        starts.setdefault(token.folded, []).append(index)
    for phrase in map(_words, phrases):
        for start in starts.get(phrase[0], ()):
            if tuple(t.folded for t in tokens[start : start + len(phrase)]) == phrase:
                yield frozenset(unit_of[start : start + len(phrase)])
