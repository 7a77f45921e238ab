"""Propose the name that was probably meant, where it is too far from ours to be taken for it."""

from collections.abc import Iterator

from rapidfuzz import process
from rapidfuzz.distance import OSA

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.reading import Proposal
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.mentions import MAX_WEIGHED

MIN_LETTERS = 5
"""Letters a name must have before another is proposed."""
MAX_EDITS = 2


def proposals(analysis: Analysis, grammar: Grammar) -> Iterator[Proposal]:
    """Yield the partners that an unknown name may be meant for, with the question about each.

    A listed homonym is known, and never one of ours; if two partners are as near, none is.
    """
    names = grammar.lexicon.partners
    tried: set[str] = set()
    for unit in analysis.units if len(analysis.units) <= MAX_WEIGHED else ():
        tokens = analysis.parse.tokens[unit.start : unit.end]
        written = "".join(t.folded for t in tokens)
        if not unit.is_name or _is_known(unit) or len(written) < MIN_LETTERS or written in tried:
            continue
        tried.add(written)
        found = process.extract(written, [*names], scorer=OSA.distance, score_cutoff=MAX_EDITS)
        nearest = {names[name] for name, distance, _ in found if distance == found[0][1]}
        if len(nearest) == 1:
            (entity,) = nearest
            text = analysis.parse.text
            name = grammar.knowledge.entities[entity].name
            yield Proposal(entity, text[: tokens[0].start] + name + text[tokens[-1].end :])


def _is_known(unit: Unit) -> bool:
    """Return whether a name is known as it is written: "Lenberg" is as near to two of them."""
    return unit.mention is not None and (
        bool(unit.mention.entities) or unit.mention.similarity == 1
    )
