"""Write out what a message leaves unsaid, because it was said before.

A question that hangs on the conversation is rewritten as one that stands alone, and read like
any other: "et à Stafford ?" after "Qui est le maire de Leonberg ?" is "Qui est le maire de
Stafford ?". The method is known as conversational question rewriting (Elgohary et al., "Can
You Unpack That?", EMNLP 2019); here it is done by rules, and a rewriting is only a proposal:
it is read under the same duty as what people write themselves.
"""

from collections.abc import Iterator

from jumelage_bot.dialogue.hints import POINTING, Hints
from jumelage_bot.dialogue.pieces import asks_something
from jumelage_bot.dialogue.rewording import append, ask_again, prepend, put_in_place, with_limits
from jumelage_bot.dialogue.selecting import selected
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Anaphor, Operator, Select, Slot
from jumelage_bot.domain.reading import Ask, Decision, Run
from jumelage_bot.understanding.evidence import is_every
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.phrases import operator_key
from jumelage_bot.understanding.vocabulary import NOUN

SAID = 99
"""The score of small talk that is said in the words of an example."""
COMPARING = frozenset({operator_key(Operator.MORE), operator_key(Operator.LESS)})
MAX_SHORT = 2
"""Words that say something, in a question that goes on with the last one ("et le maire ?")."""
MAX_FOCUS = 3
"""So many entities may be meant where the message does not say that there are several."""


def rewritings(
    hints: Hints, decision: Decision, state: DialogueState, grammar: Grammar
) -> Iterator[str]:
    """Yield what a message may mean after what was said before, the likeliest first.

    None if it needs nothing: a question that names another subject never inherits one.
    """
    if state.proposal and hints.has(Anaphor.YES) and not hints.names:
        yield state.proposal
    if _only_says(Anaphor.AGAIN, hints):
        yield state.question
    elif (
        state.question
        and _says_something(decision, hints)
        and not _stands_alone(decision, hints, grammar)
    ):
        yield from _with_what_was_said(hints, decision, state, grammar)


def _says_something(decision: Decision, hints: Hints) -> bool:
    """Return whether a message asks, names or points, be it by common words ("c'est situé ?")."""
    return isinstance(decision, Ask) or not hints.says_nothing


def _with_what_was_said(
    hints: Hints, decision: Decision, state: DialogueState, grammar: Grammar
) -> Iterator[str]:
    """Yield a message with what it leaves unsaid: what it is about, or what it asks of it."""
    chosen = selected(hints, state, grammar)
    if not chosen and hints.has(Anaphor.OTHER, Anaphor.OTHERS):
        return
    if hints.is_bare:
        if chosen or hints.names:
            yield from put_in_place(hints, chosen, state, grammar)
        elif hints.limits:
            yield with_limits(hints, state, grammar)
    elif chosen:
        yield append(hints, chosen, grammar)
    elif not hints.names:
        yield from _completed(hints, decision, state, grammar)
    elif _is_half_a_comparison(hints, grammar):
        yield prepend(hints, state.focus, grammar)


def _completed(
    hints: Hints, decision: Decision, state: DialogueState, grammar: Grammar
) -> Iterator[str]:
    """Yield a message that names nothing, with what it is about."""
    if hints.only_asks and not hints.has(*POINTING) and not _says_what(decision, hints):
        if state.listed or not _asks_anything(hints, grammar):
            yield ask_again(hints, state, grammar)
        if _hangs(hints, grammar):
            return
    yield from _about_focus(hints, state, grammar)


def _says_what(decision: Decision, hints: Hints) -> bool:
    """Return whether a message says by a word what it asks of nobody ("où ça se trouve ?")."""
    evoking = decision.candidate.fill.essential if isinstance(decision, Ask) else frozenset()
    return any(not hints.analysis.units[i].question for i in evoking)


def about_everyone(hints: Hints, grammar: Grammar) -> str | None:
    """Return a superlative that does not say of what, of all our partners ("la plus récente ?")."""
    compares = any(not u.keys.isdisjoint(COMPARING) for u in hints.analysis.units)
    return append(hints, (), grammar) if compares and not hints.names else None


def is_a_reply(decision: Decision, hints: Hints, grammar: Grammar) -> bool:
    """Return whether the reading of a rewriting may be acted upon.

    To present a city is no answer to a message that asks something of it.
    """
    if not isinstance(decision, Run):
        return False
    presents = decision.query.select is Select.DESCRIPTION
    return not presents or _asks_anything(hints, grammar)


def is_linked(hints: Hints) -> bool:
    """Return whether a word ties a message to what was said before it: "son", a short "et …"."""
    own = (u for u in hints.analysis.units if not (u.is_ignorable or u.is_aside))
    is_short = sum(True for _ in own) <= MAX_SHORT
    return hints.has(*POINTING) or (is_short and hints.has(Anaphor.GO_ON))


def named_elsewhere(hints: Hints, grammar: Grammar) -> str | None:
    """Return the place that is not ours, if a message only names one ("et à Munich ?")."""
    if not hints.is_bare or len(hints.names) != 1:
        return None
    unit = hints.analysis.units[hints.names[0]]
    ours = unit.mention.entities if unit.mention else ()
    is_ours = any(grammar.knowledge.role(e) is not Role.CONTEXT for e in ours)
    return None if is_ours else unit.text


def points_back(hints: Hints, decision: Decision, state: DialogueState) -> bool:
    """Return whether a message that is not answered hangs on what was spoken of before."""
    if not state.focus or isinstance(decision, Run):
        return False
    if isinstance(decision, Ask):
        return hints.only_asks
    return hints.is_bare or (not hints.names and (hints.has(*POINTING) or hints.only_asks))


def _stands_alone(decision: Decision, hints: Hints, grammar: Grammar) -> bool:
    """Return whether a message needs nothing of what was said before."""
    if not isinstance(decision, Run):
        return False
    if decision.query.select is Select.CLAIM and hints.names:
        # "Et Delémont, en Allemagne ?" says all that is to be confirmed.
        return True
    if hints.is_bare and (hints.names or hints.places or hints.has(Anaphor.ALL)):
        return False
    if hints.only_asks:
        return decision.query.select is Select.NOTHING and decision.candidate.score >= SAID
    if decision.query.select in {Select.NOTHING, Select.SOURCE}:
        return True
    goes_on = hints.has(Anaphor.GO_ON) and _says_what_we_are(decision, hints, grammar)
    return not goes_on and (not hints.has(*POINTING) or bool(hints.names))


def _says_what_we_are(decision: Run, hints: Hints, grammar: Grammar) -> bool:
    """Return whether all our partners are meant only by what we are ("sommes-nous jumelés")."""
    fill, analysis = decision.candidate.fill, hints.analysis
    saying = [u for i in fill.essential if not (u := analysis.units[i]).question]
    nouns = (t for u in saying for t in analysis.parse.tokens[u.start : u.end] if t.pos == NOUN)
    says_all = any(is_every(unit, grammar) for unit in saying) or any(True for _ in nouns)
    return fill.slots == {Slot.PROPERTY, Slot.TYPE} and not says_all


def _only_says(kind: Anaphor, hints: Hints) -> bool:
    """Return whether a message is nothing but a phrase that points back, and words beside it."""
    said = hints.anaphora[kind]
    others = (u for i, u in enumerate(hints.analysis.units) if i not in said)
    return bool(said) and all((u.is_ignorable or u.is_aside) and not u.mention for u in others)


def _is_half_a_comparison(hints: Hints, grammar: Grammar) -> bool:
    """Return whether a message compares with what it names, and not what ("plus grand que X")."""
    units = hints.analysis.units
    compares = any(not u.keys.isdisjoint(COMPARING) for u in units)
    than = [u.question in grammar.language.closed_question_words for u in units[: hints.names[0]]]
    return compares and len(hints.names) == 1 and than[-1:] == [True]


def _hangs(hints: Hints, grammar: Grammar) -> bool:
    """Return whether a question word asks about what was said, and not of what it was said."""
    asked = {u.question for u in hints.analysis.units if asks_something(u, grammar)}
    return not asked.isdisjoint(grammar.language.hanging_question_words)


def _asks_anything(hints: Hints, grammar: Grammar) -> bool:
    """Return whether the question words may ask for anything ("lesquels ?")."""
    asked = {u.question for u in hints.analysis.units if u.question}
    return asked.issubset(grammar.language.free_question_words)


def _about_focus(hints: Hints, state: DialogueState, grammar: Grammar) -> Iterator[str]:
    """Yield a message about what was last spoken of; else about the partners it belongs to."""
    if len(state.focus) > MAX_FOCUS and not hints.has(Anaphor.SEVERAL, Anaphor.GO_ON):
        return
    yield append(hints, state.focus, grammar)
    partners = grammar.knowledge.partners_of(state.focus)
    if partners and partners != state.focus:
        yield append(hints, partners, grammar)
