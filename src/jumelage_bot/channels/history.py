"""Keep what was typed from one conversation to the next, where that can be."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from prompt_toolkit.history import FileHistory, History, InMemoryHistory

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600


def open_history(path: Path | None) -> tuple[History, str | None]:
    """Return the history kept in a file that its owner alone can read.

    Without a file that can be written, it lasts as long as the conversation, and the text
    says so.
    """
    if path is None:
        return InMemoryHistory(), "L'historique ne sera pas gardé : pas de dossier personnel."
    try:
        _make_private(path)
    except OSError:
        return InMemoryHistory(), f"L'historique ne sera pas gardé : {path} ne peut être écrit."
    return _LenientHistory(path), None


def _make_private(path: Path) -> None:
    path.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, PRIVATE_FILE)
    os.close(file)
    path.chmod(PRIVATE_FILE)


class _LenientHistory(FileHistory):
    """A history that a full disk or a folder taken away does not stop."""

    def load_history_strings(self) -> Iterable[str]:
        try:
            return super().load_history_strings()
        except OSError:
            return ()

    def store_string(self, string: str) -> None:
        with suppress(OSError):
            super().store_string(string)
