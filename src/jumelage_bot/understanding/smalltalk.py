"""Recognise a greeting, thanks or a question about the bot itself."""

from rapidfuzz import fuzz

from jumelage_bot.domain.language import Slot
from jumelage_bot.domain.reading import Analysis, Candidate, Fill
from jumelage_bot.understanding.grammar import Grammar

NO_SLOT = frozenset[Slot]()
EXACT = 100
WITHIN = 95
"""Score of an example whose words are all in a message that holds only small talk."""


def rank_smalltalk(analysis: Analysis, grammar: Grammar) -> tuple[Candidate, ...]:
    """Return the small talk a message, or one of its clauses, may be; best first.

    After a greeting, what follows it counts ("Bonjour, merci"). Compared letter by
    letter: here every word counts, even those that are ignorable
    elsewhere. A clause counts only when the rest of the message asks nothing.
    """
    found = []
    for place, (text, rest) in enumerate(_stretches(analysis)):
        is_talk_only = grammar.talk_words.issuperset(text.split())
        for intent, example, folded in grammar.smalltalk:
            score = fuzz.ratio(text, folded)
            if is_talk_only and set(folded.split()) <= set(text.split()):
                score = max(score, WITHIN)
            if score >= grammar.language.tuning.min_smalltalk_score:
                is_whole = place == 0 and score >= EXACT
                candidate = Candidate(intent, example, Fill(NO_SLOT), score, rest)
                found.append(((-len(rest), is_whole, place, score), candidate))
    ordered = sorted(found, key=lambda each: each[0], reverse=True)
    return tuple(candidate for _, candidate in ordered)


def _stretches(analysis: Analysis) -> list[tuple[str, tuple[str, ...]]]:
    """Return the message and each clause, folded, with the content words beside it."""
    tokens = analysis.parse.tokens
    stretches: list[tuple[str, tuple[str, ...]]] = [(" ".join(t.folded for t in tokens), ())]
    for clause in sorted({u.clause for u in analysis.units}):
        own = [u for u in analysis.units if u.clause == clause]
        others = [u for u in analysis.units if u.clause != clause]
        text = " ".join(t.folded for u in own for t in tokens[u.start : u.end])
        rest = tuple(u.text for u in others if not u.is_ignorable)
        if not any(u.question for u in others):
            stretches.append((text, rest))
    return stretches
