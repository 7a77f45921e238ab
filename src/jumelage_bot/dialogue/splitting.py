"""Read several questions in one message, each after the other, as turns of a conversation.

A message is cut only where nothing is lost: each piece must be a question that is understood,
or one of its own that is not; a piece that might only limit another ("…, en 1950") forbids it.
"""

from collections.abc import Callable, Sequence

from jumelage_bot.dialogue.memory import remember
from jumelage_bot.dialogue.pieces import (
    SENTENCE,
    asks_as_one,
    asks_something,
    speaking_pieces,
    starts_of,
    strange_places,
)
from jumelage_bot.domain.answer import Part
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.language import Operator, Select
from jumelage_bot.domain.outcome import NotOurs, Unclear
from jumelage_bot.domain.reading import Decline, Run
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import operator_key

MAX_WORDS = 60
"""A longer message is not cut: each piece costs a parse."""
MIN_PARTS = 2
MAX_READ = 12
"""Pieces that are read of one message, at most."""
MAX_JOINED = 3
"""Pieces that may make up one question."""
MAX_LISTED = 4
"""Words of a piece that is one of a list ("pays, nombre d'habitants, maire")."""
MIN_ADDED = 3
"""Words of a piece that adds a name to a question: "et celui de Stafford", not "et Stafford"."""
ASKED = frozenset({Select.PROPERTY, Select.CLAIM, Select.FIRST, Select.COUNT, Select.DESCRIPTION})
"""What a piece of a sentence may look up; the rest is too often a limit of another piece."""

Read = Callable[[str, DialogueState], Part]
"""How a question is read, with what was said before it."""


def may_be_several(part: Part, grammar: Grammar) -> bool:
    """Return whether a message may ask more than how it is read as one question says."""
    if len(part.analysis.units) > MAX_WORDS:
        return False
    if not isinstance(part.decision, Run):
        return speaking_pieces(part, grammar) >= MIN_PARTS
    if part.decision.query.select is Select.NOTHING:
        return False
    fill, units = part.decision.candidate.fill, part.analysis.units
    asked = set(part.decision.query.properties)
    evoking = {
        i
        for c in part.candidates
        if c.fill.properties and asked.isdisjoint(c.fill.properties)
        for i in c.fill.essential
        if not units[i].question and not units[i].mention
    }
    ordering = {operator_key(Operator.MORE), operator_key(Operator.LESS)}
    compared = {i for i, u in enumerate(units) if not u.keys.isdisjoint(ordering)}
    if len(compared) > 1 and part.decision.query.select is Select.FIRST:
        return True
    asking = sum(asks_something(u, grammar) for u in units)
    left_out = (evoking | compared) - fill.essential - fill.explained
    asks_more = asking > max(1, len(asked))
    return bool(left_out) or asks_more or part.analysis.parse.text.count("?") > 1


def read_several(
    whole: Part, state: DialogueState, read: Read, grammar: Grammar
) -> tuple[Part, ...]:
    """Return the questions of a message; none if it is to be read as one.

    A message that is understood as one question is cut only if each piece is understood.
    """
    reader = _Reader(read, grammar, is_strict=isinstance(whole.decision, Run))
    parts = reader.parts(whole, state)
    asked = [p for p in parts or () if not _is_talk(p) and not _is_idle(p)]
    told = [p for p in asked if not _only_names(p)] or asked
    if len(asked) < MIN_PARTS or not any(isinstance(p.decision, Run) for p in told):
        return ()
    told = _with_later_subject(told, read)
    return () if any(isinstance(o, Unclear) for p in told for o in p.outcomes) else tuple(told)


class _Reader:
    """Reads the pieces of one message, as many as may be read."""

    def __init__(self, read: Read, grammar: Grammar, *, is_strict: bool) -> None:
        self._read_one = read
        self._grammar = grammar
        self._is_strict = is_strict
        self._left = MAX_READ

    def parts(self, message: Part, state: DialogueState) -> list[Part] | None:
        """Return the questions of a message; None if it must not be cut."""
        parts: list[Part] = []
        sentences = [s for s in SENTENCE.split(message.analysis.parse.text) if words(s)]
        for sentence in sentences:
            whole = message if len(sentences) == 1 else self._read(sentence, state)
            found = self._of_sentence(whole, state) if whole else None
            if whole is None or found is None:
                return None
            for part in found or (whole,):
                state = remember(part, state)
            parts.extend(found)
        return parts

    def _of_sentence(self, whole: Part, state: DialogueState) -> list[Part] | None:
        """Return the questions of a sentence; none for a context, None if it must not be cut."""
        if self._stands(whole) and not may_be_several(whole, self._grammar):
            return [whole]
        if (found := self._cut(whole, state)) is not None:
            return found
        if self._stands(whole) or (not self._is_strict and "?" in whole.analysis.parse.text):
            return [whole]
        return [] if _is_context(whole) else None

    def _cut(self, whole: Part, state: DialogueState) -> list[Part] | None:
        """Return the questions that the pieces of a sentence make up; None if one is left over."""
        analysis = whole.analysis
        starts = starts_of(analysis, self._grammar)
        ends = [*starts[1:], len(analysis.parse.text)]
        if len(starts) == 1 or asks_as_one(analysis, self._grammar):
            return None
        strange = strange_places(whole, self._grammar)
        parts: list[Part] = []
        start = 0
        while start < len(starts):
            first = start + 1
            piece = analysis.parse.text[starts[start] : ends[start]]
            if not self._is_joined(piece) and any(
                starts[start] <= place < ends[start] for place in strange
            ):
                # By itself it would not be understood: no need to read it.
                first += 1
            for end in range(first, min(start + MAX_JOINED, len(starts)) + 1):
                if end == len(starts) and all(_is_talk(p) or _is_idle(p) for p in parts):
                    # Nothing but courtesies beside it: it would be read as the whole was.
                    return None
                text = analysis.parse.text[starts[start] : ends[end - 1]]
                part = self._read(text.strip(" ,:()/"), state)
                if part is None or self._may_be_a_part(part, text, parts):
                    break
            else:
                return None
            if part is None:
                return None
            parts.append(part)
            state = remember(part, state)
            start = end
        return parts

    def _read(self, text: str, state: DialogueState) -> Part | None:
        self._left -= 1
        return self._read_one(text, state) if self._left >= 0 else None

    def _may_be_a_part(self, part: Part, piece: str, before: Sequence[Part]) -> bool:
        """Return whether a piece is a question by itself: understood, or joined by "et"."""
        asks = any(asks_something(u, self._grammar) for u in part.analysis.units)
        is_joined = self._is_joined(piece)
        if isinstance(part.decision, Decline):
            is_own = is_joined and (asks or self._stands(part)) and bool(before)
            return is_own and not self._is_strict and len(words(piece)) >= MIN_ADDED
        if isinstance(part.decision, Run):
            select = part.decision.query.select
            if select is Select.CLAIM and "?" not in piece:
                return False
            if select not in ASKED and not _is_talk(part):
                return False
        is_first = all(_is_talk(p) or _is_idle(p) for p in before)
        if is_first or asks or _is_talk(part) or _is_idle(part):
            return True
        return len(words(piece)) >= MIN_ADDED if is_joined else len(words(piece)) <= MAX_LISTED

    def _is_joined(self, piece: str) -> bool:
        return words(piece)[:1] in {words(w) for w in self._grammar.language.joining_words}

    def _stands(self, part: Part) -> bool:
        if isinstance(part.decision, Decline):
            return not self._is_strict and any(isinstance(o, NotOurs) for o in part.outcomes)
        return True


def _with_later_subject(parts: Sequence[Part], read: Read) -> list[Part]:
    """Return the parts, those asked of nobody read again with what the next one is about."""
    found: list[Part] = []
    state = DialogueState()
    for part in reversed(parts):
        asks_back = any(isinstance(o, Unclear) for o in part.outcomes)
        told = read(part.analysis.parse.text, state) if asks_back and state.focus else part
        state = remember(told, state)
        found.append(told)
    return found[::-1]


def _is_context(part: Part) -> bool:
    """Return whether a sentence that asks nothing limits none of the questions beside it."""
    evokes = any(c.fill.properties for c in part.candidates)
    return not evokes and not part.analysis.dates and "?" not in part.analysis.parse.text


def _is_talk(part: Part) -> bool:
    return isinstance(part.decision, Run) and part.decision.query.select is Select.NOTHING


def _is_idle(part: Part) -> bool:
    """Return whether a piece says nothing ("s'il vous plaît", "déjà")."""
    return all(u.is_ignorable or u.is_aside for u in part.analysis.units)


def _only_names(part: Part) -> bool:
    """Return whether a piece presents what the other ones are about ("Stafford : …")."""
    return isinstance(part.decision, Run) and part.decision.query.select is Select.DESCRIPTION
