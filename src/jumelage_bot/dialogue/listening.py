"""Read a message: by itself, by what was said before it, as several questions."""

from dataclasses import dataclass, replace
from itertools import islice

from jumelage_bot.answering.evaluation import evaluate
from jumelage_bot.answering.records import Records
from jumelage_bot.dialogue.full_stops import with_full_stop
from jumelage_bot.dialogue.hints import Hints, find_hints
from jumelage_bot.dialogue.proposing import proposals
from jumelage_bot.dialogue.rewriting import (
    about_everyone,
    is_a_reply,
    is_linked,
    named_elsewhere,
    points_back,
    rewritings,
)
from jumelage_bot.dialogue.splitting import ASKED, may_be_several, read_several
from jumelage_bot.domain.answer import Part
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import NotRecorded, StatedAlone
from jumelage_bot.domain.reading import Decision, Decline, Run
from jumelage_bot.understanding.analysis import analyse
from jumelage_bot.understanding.closed import asserts
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.interpretation import interpret
from jumelage_bot.understanding.ranking import rank_intents
from jumelage_bot.understanding.smalltalk import rank_smalltalk

MAX_PROPOSED = 3
"""Names that are tried in the place of an unknown one: each costs a reading."""


@dataclass(frozen=True, slots=True)
class Listener:
    """Reads messages with one grammar, on one day."""

    grammar: Grammar
    records: Records

    def hear(self, text: str, state: DialogueState) -> tuple[Part, ...]:
        """Return how the questions of a message are read; most have one."""
        whole = self.understand(text, state)
        if whole.analysis.language or not may_be_several(whole, self.grammar):
            return (whole,)
        return read_several(whole, state, self.understand, self.grammar) or (whole,)

    def understand(self, text: str, state: DialogueState) -> Part:
        """Return how one question is read; a name that is unknown may be one to confirm."""
        part = self._in_context(text, state)
        if not isinstance(part.decision, Decline):
            return part
        if in_two := with_full_stop(part.analysis, self.grammar):
            asked = self._in_context(in_two, state)
            if isinstance(asked.decision, Run) and asked.decision.query.select in ASKED:
                return asked
        for proposal in islice(proposals(part.analysis, self.grammar), MAX_PROPOSED):
            if isinstance(self._read(proposal.question).decision, Run):
                return self._decided(part, replace(part.decision, proposal=proposal))
        return part

    def _in_context(self, text: str, state: DialogueState) -> Part:
        """Return how a question is read: as it stands, or as what was said before tells."""
        alone = self._read(text)
        if alone.analysis.language or not (state.question or state.proposal):
            return alone
        hints = find_hints(alone.analysis, self.grammar)
        is_claim = asserts(range(len(alone.analysis.units)), alone.analysis)
        # "et la plus proche ?" asks which one; "c'est la plus grande ?" is about one.
        if not is_claim and (ranked := self._ranked(hints)):
            return ranked
        refused = None
        for rewriting in rewritings(hints, alone.decision, state, self.grammar):
            whole = self._read(rewriting)
            if is_a_reply(whole.decision, hints, self.grammar):
                return alone if _is_of_another(alone, whole, hints) else whole
            refused = refused or whole
        if is_claim and (ranked := self._ranked(hints)):
            return ranked
        if points_back(hints, alone.decision, state):
            return self._ours(refused or alone, hints, state)
        return alone

    def _ranked(self, hints: Hints) -> Part | None:
        """Return a superlative that does not say of what, as one of all our partners."""
        superlative = about_everyone(hints, self.grammar)
        whole = self._read(superlative) if superlative else None
        is_first = (
            whole
            and isinstance(whole.decision, Run)
            and whole.decision.query.select is Select.FIRST
        )
        return whole if is_first else None

    def _ours(self, part: Part, hints: Hints, state: DialogueState) -> Part:
        """Return a question that is not understood, as one about what was spoken of before."""
        elsewhere = named_elsewhere(hints, self.grammar)
        decision = part.decision
        if not isinstance(decision, Decline) or (decision.is_ours and not elsewhere):
            return part
        subjects = () if elsewhere else state.focus
        return self._decided(
            part, replace(decision, is_ours=True, subjects=subjects, foreign=elsewhere)
        )

    def _read(self, text: str) -> Part:
        """Return how a question that stands alone is read, and what is found."""
        analysis = analyse(text, self.grammar)
        candidates = rank_intents(analysis, self.grammar)
        smalltalk = rank_smalltalk(analysis, self.grammar)
        decision = interpret(analysis, candidates, smalltalk, self.grammar)
        return Part(analysis, candidates, decision, evaluate(decision, self.records))

    def _decided(self, part: Part, decision: Decision) -> Part:
        return replace(part, decision=decision, outcomes=evaluate(decision, self.records))


def _is_of_another(alone: Part, whole: Part, hints: Hints) -> bool:
    """Return whether only one bears what is asked, and it is not what was spoken of before."""
    is_alone = any(isinstance(o, StatedAlone) for o in alone.outcomes)
    is_missing = all(isinstance(o, NotRecorded) for o in whole.outcomes)
    return is_alone and is_missing and not is_linked(hints)
