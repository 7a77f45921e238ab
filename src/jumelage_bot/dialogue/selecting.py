"""Choose among what was listed or spoken of: "la deuxième", "l'autre", "les deux"."""

from jumelage_bot.dialogue.hints import Hints
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Anaphor
from jumelage_bot.understanding.analysis import analyse
from jumelage_bot.understanding.grammar import Grammar

PAIR = 2


def selected(hints: Hints, state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return the entities that a message chooses without naming them; none if it does not."""
    if hints.has(Anaphor.OTHER):
        return _inside(_other(state, grammar), hints, grammar)
    if hints.has(Anaphor.OTHERS):
        return _inside(_others(state, grammar), hints, grammar)
    if hints.names:
        return ()
    if hints.has(Anaphor.NEXT):
        return _next(state, grammar)
    return _all(state) if hints.has(Anaphor.ALL) else _placed(hints, state, grammar)


def _placed(hints: Hints, state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return those that are told by their places in a list."""
    if not (hints.places or hints.has(Anaphor.LAST)):
        return ()
    group = _numbered(state, grammar)
    places = [*hints.places, *([len(group)] if hints.has(Anaphor.LAST) else [])]
    return tuple(group[n - 1] for n in places if 0 < n <= len(group))


def _numbered(state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return those that are told apart by their place: those just ranked, else those listed."""
    was_ranked = any(
        u.keys & grammar.signs.order_signals for u in analyse(state.question, grammar).units
    )
    return state.ranked if was_ranked or not state.listed else state.listed


def _all(state: DialogueState) -> tuple[str, ...]:
    """Return those listed, or the two that were spoken of in turn."""
    is_later = len(state.lately) == PAIR and not set(state.lately) <= set(state.listed)
    return state.lately if is_later or not state.listed else state.listed


def _next(state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return the one that comes after what was last spoken of, or after what that belongs to."""
    partner_of = grammar.knowledge.partner_of
    group = state.ranked or state.listed
    partners = [partner_of(e) for e in group]
    places = [partners.index(partner_of(e)) for e in state.focus if partner_of(e) in partners]
    return group[max(places) + 1 :][:1] if places else ()


def _other(state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return the only other one: of its kind, of those listed, or of the last two spoken of."""
    knowledge = grammar.knowledge
    beside = [
        knowledge.children(p, knowledge.entities[e].type) for e, p in _parents(state, grammar)
    ]
    for group in (*beside, state.listed, state.lately, knowledge.with_role(Role.PARTNER)):
        rest = tuple(e for e in group if e not in state.focus)
        if len(rest) == 1:
            return rest
    return ()


def _parents(state: DialogueState, grammar: Grammar) -> list[tuple[str, str]]:
    """Return what was spoken of and belongs to something, with what it belongs to."""
    found = ((e, grammar.knowledge.entities[e].parent) for e in state.focus)
    return [(entity, parent) for entity, parent in found if parent]


def _others(state: DialogueState, grammar: Grammar) -> tuple[str, ...]:
    """Return the rest of those listed; of all our partners, if there is none."""
    partners = grammar.knowledge.with_role(Role.PARTNER)
    spoken = {*state.focus, *state.lately}
    rest = tuple(e for e in state.listed if e not in state.focus)
    if len(rest) > 1:
        return rest
    return tuple(e for e in partners if e not in (spoken | set(state.listed)))


def _inside(entities: tuple[str, ...], hints: Hints, grammar: Grammar) -> tuple[str, ...]:
    """Return the entities that lie in the area that is named, if one is."""
    mentions = (hints.analysis.units[i].mention for i in hints.names)
    named = [e for m in mentions if m for e in m.entities]
    areas = [e for e in named if grammar.knowledge.role(e) is Role.AREA]
    inside = {e for area in areas for e in grammar.knowledge.within(area)}
    return tuple(e for e in entities if not areas or e in inside)
