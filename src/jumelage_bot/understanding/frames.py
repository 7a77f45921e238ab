"""Set aside what introduces or trails a question ("pour mon exposé, il me faut …")."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from jumelage_bot.domain.analysis import Unit
from jumelage_bot.domain.utterance import Token
from jumelage_bot.understanding.normalise import words

YEAR_DIGITS = 4


def set_frames_aside(
    units: Sequence[Unit], tokens: Sequence[Token], before: Sequence[str], after: Sequence[str]
) -> tuple[Unit, ...]:
    """Return the units, those that a frame sets aside marked so.

    A frame has one free end: it counts at an edge of its clause. What is set aside may
    not ask anything itself ("c'est pour qui ?"), nor be all that the clause says, nor trail
    a message without a name (it might be all that it is about); mentions and years stay.
    """
    aside: set[int] = set()
    for start, end in _found(units, tokens, before):
        head = [i for i in range(end) if units[i].clause == units[start].clause]
        rest = [u for u in units[end:] if u.clause == units[start].clause]
        is_about = any(_says_something(u) or u.mention for u in rest)
        if not _opens_with_a_question(units, head) and is_about:
            aside.update(head)
    for start, _ in _found(units, tokens, after):
        tail = [i for i in range(start, len(units)) if units[i].clause == units[start].clause]
        is_about_something = any(u.mention for i, u in enumerate(units) if i not in tail)
        if is_about_something and not any(units[i].mention or units[i].question for i in tail):
            aside.update(tail)
    return tuple(
        replace(unit, is_aside=True) if index in aside and not _stays(unit) else unit
        for index, unit in enumerate(units)
    )


def set_reports_aside(
    units: Sequence[Unit], reporting: AbstractSet[int], denying: str
) -> tuple[Unit, ...]:
    """Return the units, those that only tell who says so marked aside ("ma voisine soutient").

    `reporting` are the clauses of a verb of saying; one that names, asks or denies (by the
    key `denying`) something says more.
    """
    saying_more = {u.clause for u in units if u.mention or u.question or denying in u.keys}
    told = reporting - saying_more
    return tuple(replace(u, is_aside=True) if u.clause in told else u for u in units)


def _found(
    units: Sequence[Unit], tokens: Sequence[Token], frames: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Yield the first unit of each frame found, and the one after its last."""
    forms = [{t.folded} | t.lemmas for t in tokens]
    starts: dict[str, list[int]] = {}
    for index, known in enumerate(forms):
        for form in known:
            starts.setdefault(form, []).append(index)
    unit_of = [index for index, u in enumerate(units) for _ in range(u.start, u.end)]
    begun = _by_first_word(tuple(frames))
    for first in begun.keys() & starts.keys():
        for wanted in begun[first]:
            for start in starts[first]:
                end = start + len(wanted)
                if end <= len(forms) and all(w in forms[start + n] for n, w in enumerate(wanted)):
                    yield unit_of[start], unit_of[end - 1] + 1


@cache
def _by_first_word(frames: tuple[str, ...]) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Return frames, as folded words, by the first of these; once for each content."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for wanted in map(words, frames):
        found.setdefault(wanted[0], []).append(wanted)
    return {first: tuple(begun) for first, begun in found.items()}


def _opens_with_a_question(units: Sequence[Unit], indexes: Sequence[int]) -> bool:
    """Return whether the first word that says something is a question word."""
    first = next(
        (units[i] for i in indexes if units[i].question or _says_something(units[i])), None
    )
    return first is not None and first.question is not None


def _says_something(unit: Unit) -> bool:
    return not unit.is_ignorable and not unit.mention


def _stays(unit: Unit) -> bool:
    is_year = unit.is_number and len(unit.text) == YEAR_DIGITS
    return unit.mention is not None or is_year
