"""A process on a terminal of its own: type, then wait for what it shows."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROWS, COLUMNS = 40, 100
PATIENCE = 60
"""Seconds: the model is loaded on a machine that does other things."""
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[()=>][0-9A-Z]?")


class Terminal:
    """What a person sees and does in front of one process."""

    def __init__(self, screen: int, process: subprocess.Popen[bytes]) -> None:
        self.raw = ""
        self.process = process
        self._screen = screen
        self._seen = 0

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._screen, keys.encode())

    def expect(self, text: str) -> None:
        """Wait until a text is shown, after all that was expected before."""
        end = time.monotonic() + PATIENCE
        while (found := self.shown.find(text, self._seen)) < 0:
            assert time.monotonic() < end, f"no {text!r} in {self.shown[self._seen :]!r}"
            assert self._read(), f"ended without {text!r}: {self.shown[self._seen :]!r}"
        self._seen = found + len(text)

    def wait(self) -> int:
        """Return the exit code of the process, once all that it shows is read."""
        end = time.monotonic() + PATIENCE
        while self._read():
            assert time.monotonic() < end, f"goes on after {self.shown[-500:]!r}"
        return self.process.wait(PATIENCE)

    @property
    def shown(self) -> str:
        """All that was shown, without what moves the cursor or sets colours."""
        return _ESCAPE.sub("", self.raw).replace("\r", "")

    def _read(self) -> bool:
        """Read what comes within a second; return whether the process may show more."""
        if not select.select([self._screen], [], [], 1)[0]:
            return self.process.poll() is None
        try:
            data = os.read(self._screen, 65_536)
        except OSError:  # how Linux says that nobody is left at the other end
            return False
        self.raw += data.decode("utf-8", "replace")
        return bool(data)


@contextmanager
def on_a_terminal(script: Path, argument: str, env: Mapping[str, str]) -> Iterator[Terminal]:
    """Run a script on a terminal that is closed in the end."""
    screen, inside = pty.openpty()
    fcntl.ioctl(inside, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    process = subprocess.Popen(
        [sys.executable, str(script), argument],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        env={**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", **env},
        start_new_session=True,
    )
    os.close(inside)
    try:
        yield Terminal(screen, process)
    finally:
        process.kill()
        process.wait()
        os.close(screen)
