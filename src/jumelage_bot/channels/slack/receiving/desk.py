"""Keep what Slack sends, before it is acknowledged."""

from collections.abc import Sequence
from dataclasses import dataclass

from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.payloads import Payload, action_of, part_at, text_at
from jumelage_bot.channels.slack.receiving.reading import DIRECT, Reader
from jumelage_bot.channels.slack.stores import Opinions, Received, Retention, Written
from jumelage_bot.channels.slack.writing.blocks import opinion_of
from jumelage_bot.channels.slack.writing.letters import note_to_one, shown_to_all
from jumelage_bot.channels.slack.writing.words import NO_LONGER_KEPT
from jumelage_bot.domain.mail import Letter, Question

MENTION = "app_mention"
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
    """Rung when there are new questions."""
    written: Bell
    """Rung for each letter."""

    def take_messages(self, bodies: Sequence[Payload]) -> None:
        """Keep what was said to us, and in threads where we were asked before."""
        read = [(question, body) for body in bodies if (question := self.reader.message(body))]
        self._keep(*(question for question, body in read if _asks_us(body)))
        # Then only what follows in a thread: its question may have come together with it.
        self._keep(*(question for question, body in read if self._goes_on(question, body)))
        for body in bodies:
            if deleted := self.reader.deleted(body):
                self.inbox.cancel(deleted)

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
            and not _asks_us(body)
            and not self.reader.speaks_to_another(body)
            and self.inbox.has_thread(question.app, question.channel, root)
        )

    def _keep(self, *questions: Question) -> None:
        if questions and self.inbox.receive(questions):
            self.asked.ring()


def _asks_us(body: Payload) -> bool:
    """Tell whether a message names us, or was said to us alone."""
    event = part_at(body, "event")
    return text_at(event, "type") == MENTION or text_at(event, "channel_type") == DIRECT
