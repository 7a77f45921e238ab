"""Change a question in one place, word for word: its subject, its question word, its dates."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from jumelage_bot.dialogue.hints import Hints, find_limits
from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.understanding.analysis import analyse
from jumelage_bot.understanding.evidence import speaks_of_us
from jumelage_bot.understanding.grammar import Grammar

PLACES = frozenset({Role.PARTNER, Role.AREA})
_END = re.compile(r"[\s.!?…,;:]*$")


def append(hints: Hints, entities: Sequence[str], grammar: Grammar) -> str:
    """Return a message with the names of what it is about at the end of what it asks.

    What stands for them is cut out ("là-bas"), but for what only points ("son maire"). Without
    entities it is about all our partners.
    """
    text = _without(hints.analysis, hints.standing_for)
    asking, mark, rest = text.partition("?")
    about = _named(entities, grammar) if entities else _everyone(grammar)
    return f"{_END.sub('', asking)} {about} ?{rest if mark else ''}"


def prepend(hints: Hints, entities: Sequence[str], grammar: Grammar) -> str:
    """Return a message with the names of what it is about before it."""
    return f"{_named(entities, grammar)}, {hints.analysis.parse.text}"


def put_in_place(
    hints: Hints, chosen: Sequence[str], state: DialogueState, grammar: Grammar
) -> Iterator[str]:
    """Yield the last question about what a message names, or chooses, instead.

    Its names of the same kind give way; if it had none, the new ones are added.
    """
    question = analyse(state.question, grammar)
    named = [u for i in hints.names if (u := hints.analysis.units[i])]
    entities = tuple(chosen) or tuple(
        dict.fromkeys(e for u in named if u.mention for e in u.mention.entities[:1])
    )
    own = [i for i, u in enumerate(question.units) if _is_replaceable(u, entities, grammar)]
    if own and not _are_areas([question.units[i] for i in own], grammar):
        entities = _partners_instead(entities, grammar)
    text = _named(entities, grammar) if entities else " ".join(u.text for u in named)
    if chosen and any(u.keys & grammar.signs.order_signals for u in question.units):
        # It was asked which comes first: "et le deuxième ?" is another one.
        yield text
    elif own:
        yield _replaced(question, own, text)
    elif not any(u.mention for u in question.units) or state.asks_back:
        yield f"{_END.sub('', question.parse.text)} {text} ?"
    if chosen:
        yield text


def ask_again(hints: Hints, state: DialogueState, grammar: Grammar) -> str:
    """Return the last question with another question word ("depuis quand ?")."""
    question = analyse(state.question, grammar)
    asking = [i for i, u in enumerate(question.units) if u.question]
    asked = _END.sub("", hints.analysis.parse.text)
    return f"{asked} {_END.sub('', _without(question, asking))} ?"


def with_limits(hints: Hints, state: DialogueState, grammar: Grammar) -> str:
    """Return the last question with other limits ("et après 1990 ?")."""
    question = analyse(state.question, grammar)
    others = [i for i in range(len(hints.analysis.units)) if i not in hints.limits]
    said = _END.sub("", _without(hints.analysis, others)).strip(" ,")
    if limits := find_limits(question):
        start = question.parse.tokens[question.units[min(limits)].start].start
        return f"{question.parse.text[:start]}{said} {_tail(question, limits)}"
    return f"{_END.sub('', question.parse.text)} {said} ?"


def _tail(question: Analysis, cut: Collection[int]) -> str:
    """Return what follows the first of some units in a question, without any of them."""
    start = question.parse.tokens[question.units[min(cut)].start].start
    return _without(question, cut)[start:].lstrip()


def _is_replaceable(unit: Unit, entities: Collection[str], grammar: Grammar) -> bool:
    """Return whether a name in a question gives way to entities: one of their kind."""
    if unit.mention is None or not unit.mention.entities:
        return unit.mention is not None or (unit.is_name and not unit.is_ignorable)
    knowledge = grammar.knowledge
    own = unit.mention.entities[0]
    if not entities:
        return knowledge.role(own) in PLACES
    types = {knowledge.entities[e].type for e in entities}
    are_places = all(knowledge.role(e) in PLACES for e in entities)
    is_place = knowledge.role(own) in PLACES
    return knowledge.entities[own].type in types or (are_places and is_place)


def _are_areas(units: Iterable[Unit], grammar: Grammar) -> bool:
    named = [u.mention.entities for u in units if u.mention]
    return all(grammar.knowledge.role(e) is Role.AREA for entities in named for e in entities[:1])


def _partners_instead(entities: tuple[str, ...], grammar: Grammar) -> tuple[str, ...]:
    """Return the entities, the partners that lie in an area instead of it."""
    knowledge = grammar.knowledge
    found = [
        partner
        for e in entities
        for partner in (knowledge.within(e) if knowledge.role(e) is Role.AREA else (e,))
    ]
    return tuple(dict.fromkeys(found))


def _replaced(question: Analysis, units: Sequence[int], text: str) -> str:
    """Return a question with the first of some units replaced by a text, the others cut."""
    tokens = question.parse.tokens
    first = question.units[units[0]]
    before = question.parse.text[: tokens[first.start].start]
    last = question.units[units[-1]] if _are_joined(question, units) else first
    after = question.parse.text[tokens[last.end - 1].end :]
    return f"{before}{text}{after}"


def _are_joined(question: Analysis, units: Sequence[int]) -> bool:
    """Return whether nothing but ignorable words stands between units."""
    between = range(units[0] + 1, units[-1])
    return all(i in units or question.units[i].is_ignorable for i in between)


def _everyone(grammar: Grammar) -> str:
    """Return what our partners are called together, by a word that is of our subject alone."""
    kinds = (t for t in grammar.knowledge.types.values() if t.role is Role.PARTNER)
    plurals = [plural for kind in kinds for plural in kind.plural]
    ours = (p for p in plurals if speaks_of_us(analyse(p, grammar), grammar))
    return next(ours, plurals[0] if plurals else "")


def _named(entities: Sequence[str], grammar: Grammar) -> str:
    """Return the names of entities; what has none goes by that of its partner."""
    knowledge = grammar.knowledge
    names = [
        knowledge.entities[e].name or knowledge.entities[knowledge.partner_of(e) or e].name
        for e in entities
    ]
    return " et ".join(dict.fromkeys(names))


def _without(analysis: Analysis, cut: Collection[int]) -> str:
    """Return the text of an utterance without some of its units."""
    tokens = analysis.parse.tokens
    pieces, place = [], 0
    for index in sorted(cut):
        unit = analysis.units[index]
        pieces.append(analysis.parse.text[place : tokens[unit.start].start])
        place = tokens[unit.end - 1].end
    return "".join([*pieces, analysis.parse.text[place:]])
