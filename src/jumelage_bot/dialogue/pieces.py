"""Where a message may be cut into questions, and what in it asks."""

import re
from bisect import bisect

from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.answer import Part
from jumelage_bot.domain.utterance import Token
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import phrase_key

SENTENCE = re.compile(r"(?<=[.?!…;\n])\s*")
"""Where a sentence ends."""
_MARK = re.compile(r"[,:()/]|\s-\s")


def starts_of(analysis: Analysis, grammar: Grammar) -> list[int]:
    """Return where the pieces of a sentence start: at each comma, bracket and conjunction.

    Not between two names: they are asked about together.
    """
    tokens, text = analysis.parse.tokens, analysis.parse.text
    joining = {w for phrase in grammar.language.joining_words for w in words(phrase)}
    named = {i for m in analysis.mentions for i in range(m.start, m.end)}
    return [
        0,
        *(
            tokens[i].start
            for i in range(1, len(tokens))
            if not {i - 1, i + (tokens[i].folded in joining)} <= named
            and (
                _MARK.search(text[tokens[i - 1].end : tokens[i].start])
                or tokens[i].folded in joining
            )
        ),
    ]


def asks_as_one(analysis: Analysis, grammar: Grammar) -> bool:
    """Return whether two things are asked about as one ("entre X et Y", "X ou Y")."""
    pairing = {w for phrase in grammar.language.pairing_words for w in words(phrase)}
    return any(
        token.folded in pairing and _is_no_question(token, analysis)
        for token in analysis.parse.tokens
    )


def _is_no_question(token: Token, analysis: Analysis) -> bool:
    """Return whether a word asks nothing: "ou" may be "où" without its accent."""
    places = ((u, analysis.parse.tokens[u.start : u.end]) for u in analysis.units)
    return not any(u.question and token in own for u, own in places)


def asks_something(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit asks by itself: not "date", which may only name what is said."""
    is_noun = phrase_key(unit.text) in grammar.nominal_questions
    return unit.question is not None and not is_noun and not unit.is_aside


def speaking_pieces(part: Part, grammar: Grammar) -> int:
    """Return how many pieces of a message ask, evoke or name something."""
    analysis = part.analysis
    evoking = {i for c in part.candidates if c.fill.properties for i in c.fill.essential}
    starts = starts_of(analysis, grammar)
    tokens = analysis.parse.tokens
    text = analysis.parse.text
    return len(
        {
            (bisect(starts, place), len(SENTENCE.findall(text[:place])))
            for i, unit in enumerate(analysis.units)
            for place in (tokens[unit.start].start,)
            if i in evoking or unit.mention or asks_something(unit, grammar)
        }
    )


def strange_places(part: Part, grammar: Grammar) -> list[int]:
    """Return where in a message words stand that no reading and no example has a role for."""
    known = {i for c in part.candidates for i in c.fill.explained | c.fill.essential}
    spoken = grammar.example_words | grammar.smalltalk.places.keys()
    return [
        part.analysis.parse.tokens[unit.start].start
        for index, unit in enumerate(part.analysis.units)
        if index not in known
        and not (unit.is_ignorable or unit.is_aside or unit.question or unit.mention)
        and not unit.is_name
        and unit.keys.isdisjoint(spoken)
    ]
