"""What the manifest of the app grants: scopes, events, commands, shortcuts."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from support import ROOT

SOCKET_MODE = ROOT / "deploy" / "slack-manifest.json"
HTTP = ROOT / "deploy" / "slack-manifest-http.json"


@dataclass(frozen=True, slots=True)
class Manifest:
    scopes: frozenset[str]
    optional_scopes: frozenset[str]
    events: frozenset[str]
    commands: frozenset[str]
    shortcuts: frozenset[str]
    is_socket_mode: bool
    is_interactive: bool

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read what Slack would make of a manifest when the app is created from it."""
        raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        features, settings = raw["features"], raw["settings"]
        scopes = raw["oauth_config"]["scopes"]
        return cls(
            scopes=frozenset(scopes["bot"]),
            optional_scopes=frozenset(scopes.get("bot_optional", ())),
            events=frozenset(settings["event_subscriptions"]["bot_events"]),
            commands=frozenset(command["command"] for command in features["slash_commands"]),
            shortcuts=frozenset(shortcut["callback_id"] for shortcut in features["shortcuts"]),
            is_socket_mode=settings["socket_mode_enabled"],
            is_interactive=settings["interactivity"]["is_enabled"],
        )
