"""Answer one utterance: the whole flow, step by step."""

from dataclasses import dataclass, replace

from jumelage_bot.answering.evaluation import evaluate
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.rendering import write_answer
from jumelage_bot.dialogue.memory import remember
from jumelage_bot.dialogue.rewriting import is_a_reply, points_back, rewritings
from jumelage_bot.domain.answer import Part, Turn
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.reading import Decline
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
        part = self._understand(utterance.text, known, records)
        parts = (part,)
        said = [(p.decision, p.outcomes) for p in parts]
        answer = write_answer(said, self.grammar.knowledge, self.grammar.language)
        return Turn(parts, answer, replace(remember(part, known), at=utterance.at))

    def _understand(self, text: str, state: DialogueState, records: Records) -> Part:
        """Return how a question is read: as it stands, or as what was said before tells."""
        alone = self._read(text, records)
        refused = None
        for rewriting in rewritings(alone.analysis, alone.decision, state, self.grammar):
            whole = self._read(rewriting, records)
            if is_a_reply(whole.decision, alone.analysis, self.grammar):
                return whole
            refused = refused or whole
        if points_back(alone.analysis, alone.decision, state, self.grammar):
            return self._ours(refused or alone, state, records)
        return alone

    def _ours(self, part: Part, state: DialogueState, records: Records) -> Part:
        """Return a question that is not understood, as one about what was spoken of before."""
        if not isinstance(part.decision, Decline) or part.decision.is_ours:
            return part
        decision = replace(part.decision, is_ours=True, subjects=state.focus)
        return replace(part, decision=decision, outcomes=evaluate(decision, records))

    def _read(self, text: str, records: Records) -> Part:
        """Return how a question that stands alone is read, and what is found."""
        analysis = analyse(text, self.grammar)
        candidates = rank_intents(analysis, self.grammar)
        smalltalk = rank_smalltalk(analysis, self.grammar)
        decision = interpret(analysis, candidates, smalltalk, self.grammar)
        return Part(analysis, candidates, decision, evaluate(decision, records))
