"""Find the stretches of an utterance that name something, ours or not."""

from collections.abc import Iterator

from jumelage_bot.domain.analysis import Mention
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.understanding.lexicon import Lexicon
from jumelage_bot.understanding.near_names import find_near
from jumelage_bot.understanding.slips import DOUBLED, slip_cost

MIN_FUZZY = 5
"""Letters a name must have before a misspelling of it is guessed."""
HARDLY_LESS = DOUBLED
"""What a slip may cost more than another, in edits, without being out of the question."""
MAX_EDITS = 2
"""Edits between a misspelt name and the one meant, at most."""
MAX_WEIGHED = 100
"""Words beyond which a message is neither corrected nor weighed: twice those of real questions."""


def find_mentions(parse: Parse, lexicon: Lexicon, knowledge: KnowledgeBase) -> tuple[Mention, ...]:
    """Return the mentions of an utterance, without overlap, in order.

    Longer names first, exact before misspelt. A nickname counts only beside something it
    belongs to.
    """
    found = sorted(
        _candidates(parse, lexicon),
        key=lambda m: (m.start - m.end, -m.similarity, m.start),
    )
    kept: list[Mention] = []
    for mention in found:
        if all(mention.end <= k.start or k.end <= mention.start for k in kept):
            kept.append(mention)
    kept.extend(_nicknamed(parse, lexicon, knowledge, kept))
    return tuple(sorted(kept, key=lambda m: m.start))


def _candidates(parse: Parse, lexicon: Lexicon) -> Iterator[Mention]:
    is_short = len(parse.tokens) <= MAX_WEIGHED
    for window, start, end in _windows(parse.tokens, lexicon.longest):
        joined = "".join([t.folded for t in window])
        if len(joined) > lexicon.letters + MAX_EDITS:
            continue
        name = parse.text[window[0].start : window[-1].end]
        if joined in lexicon.ours:
            found = Mention(start, end, lexicon.ours[joined], name, alias=joined)
        elif joined in lexicon.foreign:
            is_area = joined in lexicon.areas
            if is_area and all(t.is_known and t.is_capitalised is False for t in window):
                continue
            found = Mention(start, end, (), name, is_area=is_area, alias=joined)
        elif is_short and (meant := _misspelt(window, joined, lexicon)):
            entities, alias, cost = meant
            found = Mention(start, end, entities, name, 1 - cost / len(alias), alias=alias)
        else:
            continue
        if len(window) == 1 or not _holds_a_stray_letter(window, joined, lexicon):
            yield found


def _holds_a_stray_letter(window: tuple[Token, ...], joined: str, lexicon: Lexicon) -> bool:
    """Return whether a single letter, as of "s'est", would be taken for a part of a name."""
    known = lexicon.words.get(joined, frozenset())
    return any(len(t.folded) == 1 and t.folded not in known for t in window)


def _windows(
    tokens: tuple[Token, ...], longest: int
) -> Iterator[tuple[tuple[Token, ...], int, int]]:
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + longest, len(tokens)) + 1):
            yield tokens[start:end], start, end


def _misspelt(
    window: tuple[Token, ...], joined: str, lexicon: Lexicon
) -> tuple[tuple[str, ...], str, float] | None:
    """Return the entities of a misspelt name, the name and the edits; none for a foreign one.

    The window must hold a word unknown to French, and is compared with names of as many
    words; its French words must be theirs. The likelier slip wins; names of ours for which
    it is hardly less likely are all given.
    """
    if len(joined) < MIN_FUZZY or all(t.is_known or t.is_number for t in window):
        return None
    known = {t.folded for t in window if t.is_known}
    if not known <= lexicon.parts:
        return None
    near = find_near(joined, lexicon.near.get(len(window), {}))
    typed = _as_typed(window, joined) if near else joined
    costs = {
        name: slip_cost(typed, name, edits)
        for name, edits in near.items()
        if _may_be_meant(name, edits, lexicon) and known <= lexicon.words.get(name, frozenset())
    }
    if not costs:
        return None
    alias = min(costs, key=lambda name: (costs[name], name))
    cost = costs[alias]
    # As near to a name that is not ours as to ours: not a misspelling, but another place.
    if any(costs[name] == cost for name in costs.keys() & lexicon.foreign):
        return (), alias, cost
    likely = sorted(name for name in costs if costs[name] <= cost + HARDLY_LESS)
    return tuple(dict.fromkeys(e for n in likely for e in lexicon.ours.get(n, ()))), alias, cost


def _as_typed(window: tuple[Token, ...], joined: str) -> str:
    """Return a folded name with the accent that sets a letter apart from the one before it.

    "deé" of "Deélmont" is no doubled letter, but two that changed places.
    """
    written = "".join(t.text.lower() for t in window)
    if len(written) != len(joined):
        return joined
    return "".join(
        w if i and f == joined[i - 1] and w != written[i - 1] else f
        for i, (w, f) in enumerate(zip(written, joined, strict=True))
    )


def _may_be_meant(name: str, edits: int, lexicon: Lexicon) -> bool:
    return len(name) >= MIN_FUZZY and (edits <= 1 or name not in lexicon.adjectives)


def _nicknamed(
    parse: Parse,
    lexicon: Lexicon,
    knowledge: KnowledgeBase,
    kept: list[Mention],
) -> Iterator[Mention]:
    """Yield the common nouns that name something ours, since what it belongs to is named."""
    named = {e for m in kept for e in m.entities}
    if not named:
        return
    named |= {p for e in named if knowledge.role(e) is Role.AREA for p in knowledge.within(e)}
    taken = list(kept)
    windows = sorted(_windows(parse.tokens, lexicon.longest), key=lambda w: w[1] - w[2])
    for window, start, end in windows:
        joined = "".join(t.folded for t in window)
        bearers = lexicon.nicknames.get(joined, ())
        meant = tuple(e for e in bearers if named & knowledge.surroundings(e))
        if meant and all(end <= t.start or t.end <= start for t in taken):
            name = parse.text[window[0].start : window[-1].end]
            taken.append(Mention(start, end, meant, name, alias=joined))
            yield taken[-1]
