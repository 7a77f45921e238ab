"""Answer one utterance: the whole flow, step by step."""

from dataclasses import dataclass, replace

from jumelage_bot.answering.records import Records
from jumelage_bot.answering.rendering import write_answer
from jumelage_bot.dialogue.listening import Listener
from jumelage_bot.dialogue.memory import remember
from jumelage_bot.domain.answer import Turn
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.understanding.grammar import Grammar


@dataclass(frozen=True, slots=True)
class Bot:
    """Understands and answers with one knowledge base and one language."""

    grammar: Grammar

    def reply(self, utterance: Utterance, state: DialogueState = NEW) -> Turn:
        """Return the answer to an utterance, with every step that led to it.

        `state` is what was remembered when the conversation was last heard of; the turn
        holds what is to be remembered now.
        """
        knowledge, language = self.grammar.knowledge, self.grammar.language
        state = state.after(utterance.at)
        listener = Listener(self.grammar, Records(knowledge, utterance.today))
        parts = listener.hear(utterance.text, state)
        said = [(part.decision, part.outcomes) for part in parts]
        answer = write_answer(said, knowledge, language)
        for part in parts:
            state = remember(part, state)
        return Turn(parts, answer, replace(state, at=utterance.at))
