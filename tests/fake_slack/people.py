"""What people do in the workspace: write, mention, command, click, take back, open a tab."""

import time
from dataclasses import dataclass, field

from fake_slack import payloads
from fake_slack.identity import ASKER, BOT_USER, TEAM
from fake_slack.manifest import Manifest
from fake_slack.payloads import encoded, new_id
from fake_slack.records import Envelope, Json, Message, Shown
from fake_slack.state import ResponseUrl, State
from fake_slack.workspace import Kind

SUFFIXES = {Kind.DIRECT: "im", Kind.PUBLIC: "channels", Kind.PRIVATE: "groups"}


@dataclass(slots=True)
class People:
    """They change the workspace, and give what Slack then tells the app."""

    state: State
    manifest: Manifest
    base: str
    """Where response_urls begin, for one of the replicas."""
    subscribed: frozenset[str] = field(default_factory=frozenset)

    def write(
        self, channel: str, text: str, *, root: str | None = None, user: str = ASKER
    ) -> Message:
        """Write a message; Slack tells of it only what the app asked for: see `told`."""
        return self.state.workspace.add(
            Message(
                channel=channel,
                ts=self.state.workspace.next_ts(),
                user=user,
                text=text,
                thread_ts=root,
                client_msg_id=new_id("client-"),
                at=time.monotonic(),
            )
        )

    def ask(self, channel: str, text: str, *, root: str | None = None) -> tuple[Message, Envelope]:
        """Ask the bot, by its name in a channel; return the message and what tells of it."""
        is_direct = self.state.workspace.kinds[channel] is Kind.DIRECT
        name = "" if is_direct else f"<@{BOT_USER}> "
        said = self.write(channel, name + encoded(text), root=root)
        return said, self.tell_again(said)

    def tell_again(self, said: Message, **more: object) -> Envelope:
        """Tell of a message a second time, as another event."""
        if self.state.workspace.kinds[said.channel] is Kind.DIRECT:
            return self.event(payloads.message(said, Kind.DIRECT, **more))
        return self.event(payloads.mention(said, **more))

    def edit(self, said: Message) -> Envelope:
        """Change the text of a direct message."""
        return self.event(payloads.edited(said, Kind.DIRECT, text=f"{said.text} !"))

    def take_back(self, said: Message) -> Envelope:
        """Delete a direct message."""
        self.state.workspace.remove(said)
        return self.event(payloads.deleted(said, Kind.DIRECT))

    def event(self, body: Json, **more: str) -> Envelope:
        """Tell of something that the app subscribed to; anything else is a slip of the test."""
        kind = body["type"]
        name = f"message.{SUFFIXES[body['channel_type']]}" if kind == "message" else kind
        if name not in self.manifest.events | self.subscribed:
            raise LookupError(name)
        return payloads.event(body, **more)

    def command(self, text: str, channel: str, name: str = "/jumelage") -> Envelope:
        if name not in self.manifest.commands:
            raise LookupError(name)
        return payloads.command(name, text, channel, self.addresses(channel))

    def shortcut(self, said: Message, callback_id: str = "demander") -> Envelope:
        """Choose the shortcut of the app in the menu of a message."""
        if callback_id not in self.manifest.shortcuts:
            raise LookupError(callback_id)
        return payloads.interaction(
            "message_action",
            said.channel,
            self.addresses(said.channel),
            callback_id=callback_id,
            message_ts=said.ts,
            message=said.as_slack() | {"type": "message", "team": TEAM},
        )

    def click(self, message: Message, action_id: str, value: str = "") -> Envelope:
        """Click on something of a message that everyone sees."""
        root = {"thread_ts": message.thread_ts} if message.thread_ts else {}
        container = {"message_ts": message.ts, "channel_id": message.channel, "is_ephemeral": False}
        shown = message.as_slack() | {"type": "message"}
        action = payloads.action(message.blocks, action_id, value, message.ts)
        return self._click(message.channel, action, container | root, shown)

    def click_alone(self, shown: Shown, action_id: str, value: str = "") -> Envelope:
        """Click on something that only one person sees: its content does not come back."""
        ts = self.state.workspace.next_ts()
        container = {"message_ts": ts, "channel_id": shown.channel, "is_ephemeral": True}
        action = payloads.action(shown.content["blocks"], action_id, value, ts)
        return self._click(shown.channel, action, container, {})

    def _click(self, channel: str, action: Json, container: Json, message: Json) -> Envelope:
        return payloads.interaction(
            "block_actions",
            channel,
            self.addresses(channel),
            actions=[action],
            container={"type": "message"} | container,
            state={"values": {}},
            **({"message": message} if message else {}),
        )

    def open_app(self, tab: str, channel: str) -> Envelope:
        body = {"type": "app_home_opened", "user": ASKER, "channel": channel, "tab": tab}
        return self.event(body | {"event_ts": self.state.workspace.next_ts()})

    def addresses(self, channel: str) -> Json:
        """Return where what a person did may be answered, and the key that opens a modal."""
        name, trigger = new_id("response"), new_id("trigger.")
        now = time.monotonic()
        self.state.response_urls[name] = ResponseUrl(ASKER, channel, now)
        self.state.triggers[trigger] = now
        return {"response_url": f"{self.base}/respond/{name}", "trigger_id": trigger}
