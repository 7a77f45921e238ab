"""Decide whether a reading is accepted: similarity ranks, it does not permit.

The duty is on the clauses that ask: each of their words must have a role in this reading.
Other clauses may hold anything but a premise. Then the reading must say enough of what it is
about, so that a question about something else is not taken for one of ours.
"""

from collections.abc import Collection, Iterable
from collections.abc import Set as AbstractSet

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import DERIVED, Kind
from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.domain.reading import Candidate, Fill
from jumelage_bot.understanding.evidence import has_verb, says, speaks_of_us
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.premises import is_premise
from jumelage_bot.understanding.subjects import is_of_each_partner

PRECISE = frozenset({Kind.ENTITY, Kind.QUANTITY, Kind.LINK})
"""The kinds of property whose cues are not also words of everything else."""


def unexplained(
    strange: Iterable[int],
    fill: Fill,
    asking: AbstractSet[int],
    analysis: Analysis,
    grammar: Grammar,
) -> tuple[str, ...]:
    """Return the words that have no role in a reading.

    `strange` are the units that neither the fill nor the intent's own words explain, `asking`
    the clauses that its slots and words were found in, without the `circumstances`.
    """
    left = []
    for index in strange:
        unit = analysis.units[index]
        is_asking = unit.clause in asking
        if is_asking or (fill.slots and is_premise(index, fill, analysis, grammar)):
            left.append(unit.text)
    return tuple(left)


def circumstances(
    strange: Collection[int], fill: Fill, asking: AbstractSet[int], analysis: Analysis
) -> frozenset[int]:
    """Return the clauses that only tell how one came to what is asked ("J'hésite entre X et Y").

    They say by a verb of their own what happens to what is named, and ask nothing of it: what
    is named belongs to none of their other words ("le neveu du maire de X" may be meant).
    """
    named = {i for i in fill.essential if analysis.units[i].mention}
    asked = {analysis.units[i].clause for i in fill.essential - named}
    return frozenset(
        clause
        for clause in asking - asked - analysis.asked
        if asked
        and says(clause, analysis)
        and not _asks_or_evokes(clause, analysis)
        and not any(
            _belongs(i, strange, analysis) for i in named.intersection(analysis.clauses[clause])
        )
    )


def _asks_or_evokes(clause: int, analysis: Analysis) -> bool:
    own = analysis.clauses[clause]
    return any(i in analysis.evoking or analysis.units[i].question for i in own)


def _belongs(index: int, strange: Collection[int], analysis: Analysis) -> bool:
    """Return whether what is named says more of a noun that has no role ("le musée de X")."""
    before = (i for i in range(index - 1, -1, -1) if not analysis.units[i].is_ignorable)
    nearest = next(before, None)
    if nearest is None or nearest not in strange:
        return False
    unit = analysis.units[nearest]
    return not has_verb(unit, analysis) or unit.clause != analysis.units[index].clause


def is_accepted(candidate: Candidate, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a candidate may be acted upon."""
    if candidate.leftover or candidate.score < _threshold(candidate, grammar):
        return False
    fill = candidate.fill
    if fill.slots == {Slot.TYPE} and all(_only_asks(i, analysis) for i in fill.essential):
        # "Lesquelles ?" does not say of what.
        return False
    if Slot.ORDER in fill.slots:
        named = {e for m in analysis.mentions for e in m.entities}
        is_of_named = Slot.SUBJECT in fill.slots and named.issuperset(fill.subjects)
        return is_of_named or speaks_of_us(analysis, grammar)
    if fill.slots == {Slot.PROPERTY}:
        return _stands_without_subject(fill, analysis, grammar)
    return True


def _only_asks(index: int, analysis: Analysis) -> bool:
    return analysis.units[index].question is not None


def _threshold(candidate: Candidate, grammar: Grammar) -> float:
    """Return the score a reading needs: a high one if its words alone say what it is about.

    "Informations" is half of a question about our source, and says nothing of the kind.
    """
    tuning = grammar.language.tuning
    is_said_by_slots = candidate.fill.slots and candidate.intent.select is not Select.SOURCE
    return tuning.min_score if is_said_by_slots else tuning.min_smalltalk_score


def _stands_without_subject(fill: Fill, analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether a property may be asked of nobody, to be asked back ("le maire ?").

    Each of our partners must bear it, and a word of ours be beside it, or the whole
    message ask nothing else. What is known of one only would be answered, not asked back:
    without a word of ours, common words may not lead to it ("comment ça marche ?").
    """
    asked = grammar.knowledge.properties[fill.properties[0]]
    if not asked.is_covered or not (is_of_each_partner(asked, grammar) or asked.kind in PRECISE):
        return False
    if speaks_of_us(analysis, grammar):
        return True
    is_whole = all(index in fill.explained for index in range(len(analysis.units)))
    if not is_whole or asked.kind is Kind.CHILDREN:
        return False
    if asked.kind in PRECISE | DERIVED:
        return True
    return sum(property_id == asked.id for _, property_id in grammar.knowledge.facts) > 1
