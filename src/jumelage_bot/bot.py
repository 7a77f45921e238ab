"""Answer one utterance: the whole flow, step by step."""

from dataclasses import dataclass, replace
from functools import partial, reduce

from jumelage_bot.answering.evaluation import evaluate
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.rendering import write_answer
from jumelage_bot.dialogue.memory import remember
from jumelage_bot.dialogue.proposing import proposals
from jumelage_bot.dialogue.rewriting import (
    about_everyone,
    is_a_reply,
    is_linked,
    named_elsewhere,
    points_back,
    rewritings,
)
from jumelage_bot.dialogue.splitting import may_be_several, read_several
from jumelage_bot.domain.answer import Part, Turn
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.outcome import NotRecorded, StatedAlone
from jumelage_bot.domain.reading import Decline, Run
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.understanding.analysis import analyse
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.interpretation import interpret
from jumelage_bot.understanding.ranking import rank_intents
from jumelage_bot.understanding.smalltalk import rank_smalltalk


@dataclass(frozen=True, slots=True)
class Bot:
    """Understands and answers with one knowledge base and one language."""

    grammar: Grammar

    def reply(self, utterance: Utterance, state: DialogueState = NEW) -> Turn:
        """Return the answer to an utterance, with every step that led to it.

        `state` is what was remembered when the conversation was last heard of; the turn
        holds what is to be remembered now.
        """
        records = Records(self.grammar.knowledge, utterance.today)
        known = state.after(utterance.at)
        parts = self._parts(utterance.text, known, records)
        said = [(part.decision, part.outcomes) for part in parts]
        answer = write_answer(said, self.grammar.knowledge, self.grammar.language)
        return Turn(parts, answer, replace(reduce(_remember, parts, known), at=utterance.at))

    def _parts(self, text: str, state: DialogueState, records: Records) -> tuple[Part, ...]:
        """Return how the questions of a message are read; most have one."""
        whole = self._understand(text, state, records)
        if whole.analysis.language or not may_be_several(whole, self.grammar):
            return (whole,)
        read = partial(self._understand, records=records)
        return read_several(whole, state, read, self.grammar) or (whole,)

    def _understand(self, text: str, state: DialogueState, records: Records) -> Part:
        """Return how a question is read: as it stands, or as what was said before tells."""
        part = self._in_context(text, state, records)
        if isinstance(part.decision, Decline):
            for proposal in proposals(part.analysis, self.grammar):
                meant = self._read(proposal.question, records)
                if isinstance(meant.decision, Run):
                    decision = replace(part.decision, proposal=proposal)
                    return replace(part, decision=decision, outcomes=evaluate(decision, records))
        return part

    def _in_context(self, text: str, state: DialogueState, records: Records) -> Part:
        """Return how a question is read, with what was said before where it needs it."""
        alone = self._read(text, records)
        if alone.analysis.language:
            return alone
        refused = None
        for rewriting in rewritings(alone.analysis, alone.decision, state, self.grammar):
            whole = self._read(rewriting, records)
            if is_a_reply(whole.decision, alone.analysis, self.grammar):
                is_other = not is_linked(alone.analysis, self.grammar)
                return alone if is_other and _is_known_of_another(alone, whole) else whole
            refused = refused or whole
        if superlative := about_everyone(alone.analysis, state, self.grammar):
            whole = self._read(superlative, records)
            if isinstance(whole.decision, Run) and whole.decision.query.select is Select.FIRST:
                return whole
        if points_back(alone.analysis, alone.decision, state, self.grammar):
            elsewhere = named_elsewhere(alone.analysis, self.grammar)
            return self._ours(refused or alone, state, elsewhere, records)
        return alone

    def _ours(
        self, part: Part, state: DialogueState, elsewhere: str | None, records: Records
    ) -> Part:
        """Return a question that is not understood, as one about what was spoken of before."""
        if not isinstance(part.decision, Decline) or (part.decision.is_ours and not elsewhere):
            return part
        subjects = () if elsewhere else state.focus
        decision = replace(part.decision, is_ours=True, subjects=subjects, foreign=elsewhere)
        return replace(part, decision=decision, outcomes=evaluate(decision, records))

    def _read(self, text: str, records: Records) -> Part:
        """Return how a question that stands alone is read, and what is found."""
        analysis = analyse(text, self.grammar)
        candidates = rank_intents(analysis, self.grammar)
        smalltalk = rank_smalltalk(analysis, self.grammar)
        decision = interpret(analysis, candidates, smalltalk, self.grammar)
        return Part(analysis, candidates, decision, evaluate(decision, records))


def _remember(state: DialogueState, part: Part) -> DialogueState:
    return remember(part, state)


def _is_known_of_another(alone: Part, whole: Part) -> bool:
    """Return whether only one bears what is asked, and it is not what was spoken of before."""
    is_alone = any(isinstance(o, StatedAlone) for o in alone.outcomes)
    return is_alone and all(isinstance(o, NotRecorded) for o in whole.outcomes)
