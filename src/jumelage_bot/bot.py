"""Answer one utterance: the whole flow, step by step."""

from dataclasses import dataclass

from jumelage_bot.answering.evaluation import evaluate
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.rendering import write_answer
from jumelage_bot.domain.answer import Turn
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

    def reply(self, utterance: Utterance) -> Turn:
        """Return the answer to an utterance, with every step that led to it."""
        analysis = analyse(utterance, self.grammar)
        candidates = rank_intents(analysis, self.grammar)
        smalltalk = rank_smalltalk(analysis, self.grammar)
        decision = interpret(analysis, candidates, smalltalk, self.grammar)
        outcomes = evaluate(decision, Records(self.grammar.knowledge, utterance.today))
        answer = write_answer(decision, outcomes, self.grammar.knowledge, self.grammar.language)
        return Turn(analysis, candidates, decision, outcomes, answer)
