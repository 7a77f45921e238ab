"""Read who asks what, and where, in what Slack sends."""

import hashlib
import hmac
from dataclasses import dataclass, replace

from jumelage_bot.channels.slack.receiving.decoding import decode, mentions
from jumelage_bot.channels.slack.receiving.payloads import Payload, action_of, part_at, text_at
from jumelage_bot.domain.mail import Kind, Question

DIRECT = "im"
SLACKBOT = "USLACKBOT"
ASKING_SUBTYPES = frozenset({None, "file_share", "thread_broadcast"})
"""The kinds of messages that people write; the others tell what happened to messages."""
DELETED = "message_deleted"
USER_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the bot is in its workspace."""

    team: str
    user: str
    bot: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads questions; the ids of people leave it unrecognisable."""

    identity: Identity
    secret: bytes
    """The key without which a person cannot be found again by trying every id."""

    def message(self, body: Payload) -> Question | None:
        """Return the question of a message, in a channel or not; None if nobody asks us."""
        event = part_at(body, "event")
        channel, ts = text_at(event, "channel"), text_at(event, "ts")
        if not (channel and ts and self._is_asked(event)):
            return None
        root = text_at(event, "thread_ts") or ts
        return Question(
            app=text_at(body, "api_app_id"),
            team=self.identity.team,
            channel=channel,
            ts=ts,
            kind=Kind.MESSAGE,
            conversation=self._name(channel, root),
            user=self.hide(text_at(event, "user")),
            text=decode(text_at(event, "text")),
            root=root,
            client_id=text_at(event, "client_msg_id") or None,
        )

    def deleted(self, body: Payload) -> Question | None:
        """Return what stands for a message that was deleted."""
        event = part_at(body, "event")
        channel, ts = text_at(event, "channel"), text_at(event, "deleted_ts")
        if not (text_at(event, "subtype") == DELETED and channel and ts):
            return None
        return Question(
            app=text_at(body, "api_app_id"),
            team=self.identity.team,
            channel=channel,
            ts=ts,
            kind=Kind.MESSAGE,
            conversation=self._name(channel, ts),
            user="",
            text="",
        )

    def speaks_to_another(self, body: Payload) -> bool:
        """Tell whether a message names people, and not us."""
        named = mentions(text_at(body, "event", "text"))
        return bool(named) and self.identity.user not in named

    def command(self, body: Payload) -> Question:
        """Return the question of a slash command."""
        question = self._private(body, text_at(body, "channel_id"), text_at(body, "user_id"))
        return replace(question, text=decode(text_at(body, "text")))

    def shortcut(self, body: Payload) -> Question:
        """Return the question of a message on which the shortcut was used."""
        question = self._interaction(body)
        return replace(question, text=decode(text_at(body, "message", "text")), is_chosen=True)

    def click(self, body: Payload) -> Question:
        """Return the question that a button asks: where it stands, or to one person."""
        question = replace(
            self._interaction(body), text=text_at(action_of(body), "value"), is_chosen=True
        )
        container = part_at(body, "container")
        if container.get("is_ephemeral"):
            return question
        root = text_at(body, "message", "thread_ts") or text_at(container, "message_ts")
        return replace(
            question,
            kind=Kind.MESSAGE,
            ts=text_at(action_of(body), "action_ts"),
            root=root,
            reply_to=None,
            conversation=self._name(question.channel, root),
        )

    def hide(self, user: str) -> str:
        """Return what stands for a person: always the same, and not to be undone."""
        return hmac.new(self.secret, user.encode(), hashlib.sha256).hexdigest()[:USER_LENGTH]

    def _interaction(self, body: Payload) -> Question:
        return self._private(body, text_at(body, "channel", "id"), text_at(body, "user", "id"))

    def _private(self, body: Payload, channel: str, user: str) -> Question:
        hidden = self.hide(user)
        return Question(
            app=text_at(body, "api_app_id"),
            team=self.identity.team,
            channel=channel,
            ts=text_at(body, "trigger_id"),
            kind=Kind.PRIVATE,
            conversation=self._name(channel, hidden),
            user=hidden,
            text="",
            reply_to=text_at(body, "response_url"),
        )

    def _name(self, channel: str, part: str) -> str:
        return f"{self.identity.team}/{channel}/{part}"

    def _is_asked(self, event: Payload) -> bool:
        user = text_at(event, "user")
        return (
            event.get("subtype") in ASKING_SUBTYPES
            and not event.get("bot_id")
            and not event.get("hidden")
            and user not in {"", SLACKBOT, self.identity.user}
        )
