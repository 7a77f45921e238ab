"""The bot as its administrator runs it: a process of its own, in an environment of its own."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fake_slack.identity import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from fake_slack.server import REPLICA, FakeSlack
from jumelage_bot.settings import CACHE_VARIABLE
from slack_runs.questions import KNOWN, ask, wait_for_answers
from slack_runs.waiting import wait_for

SESSIONS = 2
"""How many WebSockets one replica keeps open."""
PATIENCE = 60.0
"""Seconds: the model is loaded on a machine that does other things."""


@dataclass(slots=True)
class BotProcess:
    """One replica of the bot."""

    slack: FakeSlack
    database_url: str
    folder: Path
    replica: str = REPLICA
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=dict)
    starts: int = 0
    _process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, or start it again; do not wait until it is ready."""
        self.starts += 1
        with self.log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "jumelage_bot", "slack", *self.arguments],
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
            )

    def wait_ready(self) -> None:
        """Wait until it receives: two sessions, or an answer on its port."""
        wait_for(self._is_ready, within=PATIENCE, what=f"{self.replica} is ready: {self.log}")

    def wait_answering(self) -> None:
        """Wait until it answers: it receives before its model is loaded."""
        self.wait_ready()
        asked = ask(self.slack, self.slack.direct(), *KNOWN[0])
        wait_for_answers(self.slack, [asked], within=PATIENCE)

    @property
    def process(self) -> subprocess.Popen[bytes]:
        if self._process is None:
            message = f"{self.replica} was never started"
            raise LookupError(message)
        return self._process

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def log_file(self) -> Path:
        return self.folder / f"{self.replica}.log"

    @property
    def log(self) -> str:
        """Everything it has written, over all its starts."""
        return self.log_file.read_text(encoding="utf-8") if self.log_file.exists() else ""

    def kill(self) -> None:
        """End it as a power cut would (kill -9)."""
        if self.is_running:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()

    def stop(self, within: float = PATIENCE) -> int:
        """Ask it to end (SIGTERM); return its exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(within)

    def cpu_seconds(self) -> float:
        """Return how much processor time it has used since its start."""
        stat = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8")
        user, system = stat.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def _is_ready(self) -> bool:
        if not self.is_running:
            message = f"{self.replica} has ended: {self.log}"
            raise RuntimeError(message)
        if self.slack.manifest.is_socket_mode:
            return len(self.slack.sessions(self.replica)) >= SESSIONS
        return _answers(self.slack.http_road.url)

    def _environment(self) -> dict[str, str]:
        """Return what it needs to know; of the environment of the tests, only their cache."""
        kept = {name: os.environ[name] for name in (CACHE_VARIABLE,) if name in os.environ}
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "LANG": "C.UTF-8",
            "SLACK_API_URL": self.slack.api_url(self.replica),
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_SIGNING_SECRET": SIGNING_SECRET,
            "DATABASE_URL": self.database_url,
            **kept,
            **self.environment,
        }


def _answers(url: str) -> bool:
    try:
        urllib.request.urlopen(url, data=b"", timeout=1).close()  # noqa: S310 -- our own address
    except urllib.error.HTTPError:
        return True
    except OSError:
        time.sleep(0.05)
        return False
    return True
