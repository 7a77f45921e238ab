"""Rank what the utterance may be asking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.domain.reading import Candidate, Fill
from jumelage_bot.domain.values import Text
from jumelage_bot.understanding.acceptance import circumstances, unexplained
from jumelage_bot.understanding.evidence import find_properties
from jumelage_bot.understanding.examples import Example, label, slot_mask
from jumelage_bot.understanding.fills import find_fills
from jumelage_bot.understanding.grammar import Grammar


def rank_intents(analysis: Analysis, grammar: Grammar) -> tuple[Candidate, ...]:
    """Return the candidates, best first.

    An example that leaves no word of the asking clause unexplained comes before any that
    does; then similarity decides, then how much the slots themselves account for.
    """
    properties = find_properties(analysis, grammar)
    analysis = replace(analysis, evoking=frozenset(i for e in properties for i in e.units))
    fills = find_fills(analysis, properties, grammar)
    return tuple(sorted(fit_examples(fills, analysis, grammar), key=_rank, reverse=True))


def fit_examples(
    fills: Sequence[Fill], analysis: Analysis, grammar: Grammar
) -> Iterator[Candidate]:
    """Yield the best candidate of each intent for each fill."""
    asked = {fill.slots for fill in fills} & grammar.examples.keys()
    sharing = {slots: grammar.examples[slots].sharing(analysis.units) for slots in asked}
    for fill in fills:
        yield from _candidates(fill, sharing.get(fill.slots, ()), analysis, grammar)


def _rank(candidate: Candidate) -> tuple[int, float, int, bool, int, bool, bool, int, bool, int]:
    fill = candidate.fill
    return (
        -len(candidate.leftover),
        candidate.score,
        -max(1, len(fill.properties), len(fill.conditions)),
        candidate.intent.select is Select.CLAIM,
        len(fill.slots),
        any(isinstance(c.said, Text) or c.said is None for c in fill.conditions),
        fill.is_direct,
        len(fill.essential),
        fill.is_told,
        candidate.echoed,
    )


def _candidates(
    fill: Fill, examples: Iterable[Example], analysis: Analysis, grammar: Grammar
) -> Iterator[Candidate]:
    """Yield the best candidate of each intent for one fill, among some examples."""
    best: dict[str, Candidate] = {}
    for example in examples:
        candidate = _compare(example, fill, analysis, grammar)
        current = best.get(example.intent.id)
        if candidate and (current is None or _rank(candidate) > _rank(current)):
            best[example.intent.id] = candidate
    yield from best.values()


def _compare(
    example: Example,
    fill: Fill,
    analysis: Analysis,
    grammar: Grammar,
) -> Candidate | None:
    """Return how one example fits one fill; None when they share nothing."""
    matched = _match(example, fill, analysis)
    if example.requirements and not matched:
        return None
    has_own_words = any(not analysis.units[i].question for i in matched)
    if not has_own_words and (not fill.essential or example.intent.select is Select.SOURCE):
        return None
    asking = {analysis.units[i].clause for i in (*fill.essential, *matched)}
    explained = fill.explained.union(matched)
    others = [i for i in range(len(analysis.units)) if i not in explained]
    strange = [i for i in others if analysis.units[i].keys.isdisjoint(example.intent_words)]
    asking -= circumstances(strange, fill, asking, analysis)
    leftover = unexplained(strange, fill, asking, analysis, grammar)
    score = fuzz.token_sort_ratio(_mask(fill, matched, analysis, asking), example.mask)
    score *= _likeness(analysis)
    return Candidate(example.intent, example.text, fill, score, leftover, len(matched))


def _likeness(analysis: Analysis) -> float:
    """Return how near the names said are to how we write them (0 to 1).

    Whether a reading uses them or not: to pass over a misspelt name is no advantage.
    """
    return min((m.similarity for m in analysis.mentions), default=1.0)


def _match(example: Example, fill: Fill, analysis: Analysis) -> dict[int, str]:
    """Return the units that satisfy the words of an example, with what each stands for."""
    places = analysis.places
    matched: dict[int, str] = {}
    for requirement in example.requirements:
        found = {i for key in requirement if key in places for i in places[key]} - fill.essential
        if free := found - matched.keys():
            matched[min(free)] = label(requirement)
    return matched


def _mask(fill: Fill, matched: dict[int, str], analysis: Analysis, asking: set[int]) -> str:
    """Return the utterance as the example sees it: slots, its words, and what is left."""
    words = [slot_mask(slot) for slot in Slot if slot in fill.slots]
    for index, unit in enumerate(analysis.units):
        if index in matched:
            words.append(matched[index])
        elif index not in fill.explained and unit.clause in asking:
            words.append(unit.text.lower())
    return " ".join(words)
