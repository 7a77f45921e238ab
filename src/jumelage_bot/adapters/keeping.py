"""Keep what took long to make in a folder: whole or not at all, whoever else is making it."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

MAX_KEPT = 4
"""How many of a kind stay: those of the last versions, and of other copies of the bot."""
MARK = "-"
"""Between the kind of what is kept and what tells one from another."""


def digest_of(files: Iterable[Path]) -> str:
    """Return what changes when the content of one of the files does, or its name in its folder."""
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as content:
            of_content = hashlib.file_digest(content, "sha256").hexdigest()
        digest.update(f"{file.parent.name}/{file.name} {of_content}\n".encode())
    return digest.hexdigest()


def package_folder(name: str) -> Path:
    """Return where a package is installed, without its import."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(name=name)
    return Path(spec.origin).parent


def keep(target: Path, make: Callable[[Path], None]) -> None:
    """Make a folder aside, then put it at its place; raise OSError if that cannot be.

    What another process has put there meanwhile is as good. Only the latest of its kind
    stay beside it: their names are alike up to the mark.
    """
    if not target.is_absolute():
        # Without a home, a folder named "~" would appear wherever one is.
        raise FileNotFoundError(str(target))
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".") as aside:
        made = Path(aside) / target.name
        made.mkdir()
        make(made)
        try:
            made.rename(target)
        except OSError:
            if not target.is_dir():
                raise
    with suppress(OSError):  # Another process may be doing the same.
        _thin_out(target)


def discard(target: Path) -> None:
    """Remove a folder that was kept, if it can be."""
    shutil.rmtree(target, ignore_errors=True)


def _thin_out(latest: Path) -> None:
    kind, _, _ = latest.name.rpartition(MARK)
    alike = sorted(latest.parent.glob(f"{kind}{MARK}*"), key=lambda path: path.stat().st_mtime)
    for former in alike[:-MAX_KEPT]:
        discard(former)
