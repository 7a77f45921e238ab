"""What Slack sends to the app, in the forms that it has."""

import itertools
import time

from fake_slack.identity import APP, ASKER, BOT_USER, TEAM
from fake_slack.records import Envelope, Json, Message
from fake_slack.trees import walk

NUMBERS = itertools.count(1)
FORM = {
    "team_id": TEAM,
    "team_domain": "belfort",
    "api_app_id": APP,
    "is_enterprise_install": "false",
}


def new_id(prefix: str) -> str:
    return f"{prefix}{next(NUMBERS):08}"


def encoded(text: str) -> str:
    """Return a text as Slack passes on what people type."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def event(body: Json, *, event_id: str | None = None, team: str = TEAM) -> Envelope:
    """Wrap an event in all that goes with it."""
    name = event_id or new_id("Ev")
    payload = {
        "token": "obsolete",
        "team_id": team,
        "context_team_id": team,
        "context_enterprise_id": None,
        "api_app_id": APP,
        "event": body,
        "type": "event_callback",
        "event_id": name,
        "event_time": int(time.time()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": TEAM,
                "user_id": BOT_USER,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{name}",
    }
    return Envelope(new_id("envelope-"), "events_api", payload)


def message(said: Message, channel_type: str, **more: object) -> Json:
    """Return the event of a message that a person wrote."""
    body: Json = {
        "type": "message",
        "user": said.user,
        "ts": said.ts,
        "client_msg_id": said.client_msg_id,
        "text": said.text,
        "team": TEAM,
        "channel": said.channel,
        "event_ts": said.ts,
        "channel_type": channel_type,
    }
    if said.thread_ts:
        body["thread_ts"] = said.thread_ts
    return body | more


def mention(said: Message, **more: object) -> Json:
    """Return the event of a message that names the bot in a channel."""
    body = message(said, "channel") | {"type": "app_mention"}
    del body["channel_type"]
    return body | more


def edited(said: Message, channel_type: str, **more: object) -> Json:
    """Return the event of a message whose text or look has changed."""
    now = message(said, channel_type) | {"edited": {"user": said.user, "ts": said.ts}} | more
    return {
        "type": "message",
        "subtype": "message_changed",
        "hidden": True,
        "channel": said.channel,
        "channel_type": channel_type,
        "ts": f"{said.ts}9",
        "event_ts": f"{said.ts}9",
        "message": now,
        "previous_message": message(said, channel_type),
    }


def deleted(said: Message, channel_type: str) -> Json:
    """Return the event of a message that its author has taken back."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "hidden": True,
        "channel": said.channel,
        "channel_type": channel_type,
        "ts": f"{said.ts}8",
        "event_ts": f"{said.ts}8",
        "deleted_ts": said.ts,
        "previous_message": message(said, channel_type),
    }


def command(name: str, text: str, channel: str, addresses: Json) -> Envelope:
    """Return a slash command that a person typed; `addresses`: where to answer, until when."""
    payload = FORM | {
        "token": "obsolete",
        "command": name,
        "text": encoded(text),
        "channel_id": channel,
        "channel_name": "general",
        "user_id": ASKER,
        "user_name": "agent",
    }
    return Envelope(new_id("envelope-"), "slash_commands", payload | addresses)


def interaction(kind: str, channel: str, addresses: Json, **more: object) -> Envelope:
    """Return what a click or a shortcut sends."""
    payload: Json = {
        "type": kind,
        "token": "obsolete",
        "api_app_id": APP,
        "team": {"id": TEAM, "domain": "belfort"},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": {"id": ASKER, "username": "agent", "name": "agent", "team_id": TEAM},
        "channel": {"id": channel, "name": "general"},
    }
    return Envelope(new_id("envelope-"), "interactive", payload | addresses | more)


def action(blocks: list[Json], action_id: str, value: str, ts: str) -> Json:
    """Return what a click on an element of some blocks says; a LookupError if it is not there."""
    for index, block in enumerate(blocks):
        for element in walk(block):
            if element.get("action_id") == action_id:
                clicked: Json = {key: element[key] for key in ("type", "action_id")}
                clicked["block_id"] = block.get("block_id") or f"block{index}"
                clicked |= {"value": value or element.get("value", ""), "action_ts": ts}
                return clicked | ({"text": element["text"]} if "text" in element else {})
    raise LookupError(action_id)
