"""The methods of the Web API, and the scope that each one needs."""

from collections.abc import Callable, Mapping

from fake_slack import chat, surfaces
from fake_slack.identity import APP, BOT, BOT_USER, TEAM
from fake_slack.records import Call, Json
from fake_slack.state import State
from fake_slack.workspace import HISTORY_SCOPES, Kind, Workspace


def who_am_i(_state: State, _call: Call) -> Json:
    return {
        "url": "https://belfort.slack.com/",
        "team": "Belfort",
        "user": "jumelage",
        "team_id": TEAM,
        "user_id": BOT_USER,
        "bot_id": BOT,
        "app_id": APP,
        "is_enterprise_install": False,
    }


METHODS: Mapping[str, Callable[[State, Call], Json]] = {
    "auth.test": who_am_i,
    "chat.postMessage": chat.post,
    "chat.postEphemeral": chat.post_ephemeral,
    "chat.update": chat.update,
    "chat.delete": chat.delete,
    "conversations.replies": chat.replies,
    "conversations.history": chat.history,
    "views.publish": surfaces.publish,
    "views.open": surfaces.open_modal,
    "assistant.threads.setSuggestedPrompts": surfaces.suggest,
    "assistant.threads.setStatus": surfaces.set_status,
}

# Reading a conversation needs the scope of its kind.
SCOPES: Mapping[str, str] = {
    "chat.postMessage": "chat:write",
    "chat.postEphemeral": "chat:write",
    "chat.update": "chat:write",
    "chat.delete": "chat:write",
    "assistant.threads.setStatus": "chat:write",
    "assistant.threads.setSuggestedPrompts": "assistant:write",
}


def needed_scope(method: str, args: Json, workspace: Workspace) -> str | None:
    """Return the scope a call needs, if any."""
    if method.startswith("conversations."):
        return HISTORY_SCOPES[workspace.kinds.get(str(args.get("channel")), Kind.PUBLIC)]
    return SCOPES.get(method)
