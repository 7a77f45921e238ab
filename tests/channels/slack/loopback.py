"""A service on loopback that answers what it is told to."""

from dataclasses import dataclass, field
from typing import Any

from slack_sdk import WebClient


@dataclass(slots=True)
class Service:
    """A service that answers what it is told to, and remembers what it was asked."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    bodies: list[str] = field(default_factory=list)
    calls: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    port: int = 0
    hangs_up: bool = False

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/api/"

    @property
    def client(self) -> WebClient:
        return WebClient("xoxb-1", base_url=self.url, timeout=1, retry_handlers=[])
