"""Find where a full stop was left out before what a message asks.

"la radio m'appelle dans cinq minutes qui est maire à X" tells something, then asks: the mark
between the two is what people leave out when they write in a hurry.
"""

from jumelage_bot.dialogue.pieces import asks_something
from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.language import Operator
from jumelage_bot.understanding.comparisons import has_operator
from jumelage_bot.understanding.evidence import has_verb
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import is_question_key

MIN_TOLD = 3
"""Words of what is told before the question, at least."""
PREPOSITION = "ADP"
"""A universal part of speech."""


def with_full_stop(analysis: Analysis, grammar: Grammar) -> str | None:
    """Return a message with a full stop before its question word; None where none was left out.

    What stands before it must tell something, by a verb, and name or ask nothing of ours: what
    is left unexplained there could change no answer.
    """
    units, tokens, text = analysis.units, analysis.parse.tokens, analysis.parse.text
    asking = next((i for i, unit in enumerate(units) if _may_ask(unit, grammar)), 0)
    first = _with_preposition(asking, analysis)
    told = units[:first]
    is_marked = first == 0 or units[first - 1].clause != units[first].clause
    tells = any(has_verb(unit, analysis) for unit in told)
    says_ours = any(u.mention or u.is_number or has_operator(u, Operator.IT_IS) for u in told)
    asks_of_something = any(not u.is_ignorable for u in units[asking + 1 :])
    if len(told) < MIN_TOLD or not tells or says_ours or is_marked or not asks_of_something:
        # "… sera fini quand" ends with what it asks: it is one sentence.
        return None
    start = tokens[units[first].start].start
    return f"{text[:start].rstrip()}. {text[start:].rstrip(' ?.')} ?"


def _may_ask(unit: Unit, grammar: Grammar) -> bool:
    """Return whether a unit asks, or would if a sentence began with it ("… qui est maire")."""
    is_relative = unit.question is None and any(map(is_question_key, unit.keys))
    return asks_something(unit, grammar) or is_relative


def _with_preposition(index: int, analysis: Analysis) -> int:
    """Return where a question word starts, with the prepositions before it ("depuis quel …")."""
    tokens = analysis.parse.tokens
    while index and tokens[analysis.units[index - 1].start].pos == PREPOSITION:
        index -= 1
    return index
