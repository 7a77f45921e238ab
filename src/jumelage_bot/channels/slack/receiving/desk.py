"""Keep what Slack sends, before it is acknowledged."""

from dataclasses import dataclass

from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.payloads import Payload, action_of, part_at, text_at
from jumelage_bot.channels.slack.receiving.reading import DELETED, DIRECT, Reader
from jumelage_bot.channels.slack.stores import Opinions, Received, Retention, Written
from jumelage_bot.channels.slack.writing.blocks import opinion_of
from jumelage_bot.channels.slack.writing.letters import note_to_one, shown_to_all
from jumelage_bot.channels.slack.writing.words import NO_LONGER_KEPT
from jumelage_bot.domain.mail import Letter, Question

ON_UNINSTALL = "app_uninstalled"


@dataclass(frozen=True, slots=True)
class Desk:
    """Where everything that comes in is written down; an error leaves it unacknowledged."""

    reader: Reader
    inbox: Received
    outbox: Written
    opinions: Opinions
    retention: Retention
    asked: Bell
    """Rung for each question that is new."""
    written: Bell
    """Rung for each letter."""

    def take_message(self, body: Payload) -> None:
        """Keep a direct message, or one in a thread where we were asked before."""
        event = part_at(body, "event")
        if event.get("subtype") == DELETED:
            if deleted := self.reader.deleted(body):
                self.inbox.cancel(deleted)
            return
        question = self.reader.message(body)
        if question and (text_at(event, "channel_type") == DIRECT or self._goes_on(question, body)):
            self._keep(question)

    def take_mention(self, body: Payload) -> None:
        """Keep a message that names us in a channel."""
        if question := self.reader.message(body):
            self._keep(question)

    def take_command(self, body: Payload) -> None:
        """Keep the question of a slash command."""
        self._keep(self.reader.command(body))

    def take_shortcut(self, body: Payload) -> None:
        """Keep the question that is a message of somebody."""
        self._keep(self.reader.shortcut(body))

    def take_click(self, body: Payload) -> None:
        """Keep the question that a button asks."""
        self._keep(self.reader.click(body))

    def take_show(self, body: Payload) -> None:
        """Write to everyone what one person was shown."""
        reply_to = text_at(body, "response_url")
        letter = self.outbox.find(text_at(action_of(body), "value"))
        if letter:
            self.outbox.add(shown_to_all(letter, reply_to))
        else:
            sorry = note_to_one(NO_LONGER_KEPT)
            key, channel = f"{text_at(body, 'trigger_id')}-gone", text_at(body, "channel", "id")
            self.outbox.add(
                Letter(key, self.reader.identity.team, channel, sorry, reply_to=reply_to)
            )
        self.written.ring()

    def take_opinion(self, body: Payload) -> bool:
        """Keep an opinion; tell whether it is new."""
        opinion = opinion_of(text_at(action_of(body), "value"))
        if opinion is None:
            return False
        user = self.reader.hide(text_at(body, "user", "id"))
        return self.opinions.record(opinion[1], self.reader.identity.team, user, opinion[0])

    def take_leave(self, body: Payload) -> None:
        """Forget the workspace, if it is the app that has to go."""
        event = part_at(body, "event")
        if text_at(event, "type") == ON_UNINSTALL or part_at(event, "tokens").get("bot"):
            self.retention.purge_team(self.reader.identity.team)

    def _goes_on(self, question: Question, body: Payload) -> bool:
        """Tell whether a message in a channel follows what we were asked in its thread."""
        root = question.root
        return (
            root is not None
            and root != question.ts
            and not self.reader.speaks_to_another(body)
            and self.inbox.has_thread(question.app, question.channel, root)
        )

    def _keep(self, question: Question) -> None:
        if self.inbox.receive(question):
            self.asked.ring()
