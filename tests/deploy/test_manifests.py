"""The manifests ask of Slack what the bot needs, within the lengths that Slack accepts."""

import json
from pathlib import Path
from typing import Any

import pytest

from fake_slack.manifest import HTTP, SOCKET_MODE
from fake_slack.trees import walk
from jumelage_bot.bot import Bot
from jumelage_bot.channels.slack.names import COMMAND, SHORTCUT
from jumelage_bot.domain.answer import Status
from support import ask

MANDATORY = {"app_mentions:read", "assistant:write", "chat:write", "commands", "im:history"}
OPTIONAL = {"channels:history", "groups:history"}
NEEDED = {
    "app_mention": "app_mentions:read",
    "message.im": "im:history",
    "app_home_opened": None,
    "app_uninstalled": None,
    "tokens_revoked": None,
}
"""The events that the bot hears, and the scope that each one takes."""
LENGTHS = {
    ("display_information", "name"): 35,
    ("display_information", "description"): 140,
    ("features", "bot_user", "display_name"): 80,
    ("features", "agent_view", "agent_description"): 300,
}


def read(path: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return manifest


@pytest.fixture(params=[SOCKET_MODE, HTTP], ids=["socket", "http"])
def manifest(request: pytest.FixtureRequest) -> dict[str, Any]:
    return read(request.param)


def test_no_text_is_longer_than_slack_accepts(manifest: dict[str, Any]) -> None:
    for path, most in LENGTHS.items():
        value: Any = manifest
        for key in path:
            value = value[key]
        assert 0 < len(value) <= most, path
    features = manifest["features"]
    assert 1 <= len(features["agent_view"]["suggested_prompts"]) <= 4
    assert len(features["shortcuts"]) <= 10
    assert all(len(shortcut["name"]) <= 24 for shortcut in features["shortcuts"])
    assert all(len(shortcut["description"]) <= 150 for shortcut in features["shortcuts"])
    assert all(len(command["usage_hint"]) <= 1000 for command in features["slash_commands"])


def test_it_asks_for_no_scope_and_no_event_that_it_does_without(manifest: dict[str, Any]) -> None:
    scopes = manifest["oauth_config"]["scopes"]
    events = manifest["settings"]["event_subscriptions"]["bot_events"]

    assert set(scopes) == {"bot", "bot_optional"}
    assert set(scopes["bot"]) == MANDATORY
    assert set(scopes["bot_optional"]) == OPTIONAL
    assert set(events) == set(NEEDED)
    assert {scope for scope in NEEDED.values() if scope} <= MANDATORY


def test_it_is_built_for_the_agent_view_with_both_tabs(manifest: dict[str, Any]) -> None:
    features = manifest["features"]

    assert "assistant_view" not in features
    assert features["app_home"]["home_tab_enabled"]
    assert features["app_home"]["messages_tab_enabled"]
    assert not features["app_home"]["messages_tab_read_only_enabled"]
    assert manifest["settings"]["interactivity"]["is_enabled"]


def test_commands_and_shortcuts_have_the_names_that_the_bot_hears(
    manifest: dict[str, Any],
) -> None:
    features = manifest["features"]

    assert [command["command"] for command in features["slash_commands"]] == [COMMAND]
    assert all(command["should_escape"] for command in features["slash_commands"])
    assert [shortcut["callback_id"] for shortcut in features["shortcuts"]] == [SHORTCUT]
    assert {shortcut["type"] for shortcut in features["shortcuts"]} == {"message"}


def test_what_it_proposes_to_ask_is_answered(manifest: dict[str, Any], bot: Bot) -> None:
    features = manifest["features"]
    proposed = [prompt["message"] for prompt in features["agent_view"]["suggested_prompts"]]
    proposed += [command["usage_hint"] for command in features["slash_commands"]]

    for question in proposed:
        assert ask(bot, question).status in {Status.ANSWERED, Status.CHITCHAT}, question


def test_socket_mode_has_no_address_and_http_has_them_all() -> None:
    socket_mode, http = read(SOCKET_MODE), read(HTTP)

    addresses = [
        value for part in walk(http) for key, value in part.items() if key in {"url", "request_url"}
    ]

    assert len(addresses) == 3
    assert all(address.startswith("https://") for address in addresses)
    assert all(address.endswith("/slack/events") for address in addresses)
    for part in walk(http):
        part.pop("url", None)
        part.pop("request_url", None)
    http["settings"]["socket_mode_enabled"] = True
    assert http == socket_mode
