"""Answer the questions that were kept, one after the other."""

import datetime as dt
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import apologise, converse
from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.stores import Handed, Inbox
from jumelage_bot.channels.slack.writing.letters import answer_letter, how_to_ask
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.mail import Claim, Kind
from jumelage_bot.ports import Conversations

MAX_ATTEMPTS = 5
"""A question that so many workers began with and none ended gets an apology."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Takes questions and leaves answers."""

    owner: str
    load: Callable[[], Bot]
    """Returns the bot, the same each time: the first time takes seconds."""
    inbox: Inbox
    conversations: Conversations
    handed: Handed
    """Where letters wait for a sender of this process."""
    written: Bell
    """Rung for each answer."""
    example: str
    """A question, for those who ask how to ask."""
    new_key: Callable[[], str] = secrets.token_urlsafe

    def work(self) -> bool:
        """Answer a question; False if there is none."""
        bot = self.load()
        claim = self.inbox.claim(self.owner)
        if claim is None:
            return False
        answer, state = self._answer(bot, claim)
        letter = answer_letter(claim.question, answer, self.new_key())
        for sending in self.inbox.answer(claim, letter, state):
            self.handed.put(sending)
        self.written.ring()
        return True

    def _answer(self, bot: Bot, claim: Claim) -> tuple[Answer, DialogueState]:
        question = claim.question
        state = self.conversations.load(question.conversation)
        if claim.attempts > MAX_ATTEMPTS:
            return apologise(bot), state
        if question.kind is Kind.PRIVATE and not question.text:
            return how_to_ask(self.example), state
        asked_at = dt.datetime.fromtimestamp(claim.received_at, dt.UTC).astimezone()
        return converse(bot, question.text, asked_at, state)
