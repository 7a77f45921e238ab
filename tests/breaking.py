"""Copies of the shipped content, with one thing changed in it."""

import re
import shutil
from pathlib import Path
from typing import NamedTuple

from jumelage_bot.loading.content import load_content
from jumelage_bot.loading.problems import ContentError, Problem
from support import ROOT


class Break(NamedTuple):
    """A change that breaks the content, and how it should be told."""

    file: str
    pattern: str
    """What is replaced, once, as a regular expression."""
    replacement: str
    at: str
    """A regular expression for the line at fault, searched in the broken text."""
    what: str


def copy_content(folder: Path) -> Path:
    """Return a folder that holds a copy of the shipped content."""
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "intents.yaml", folder)
    return folder


def change(folder: Path, *breaks: Break) -> tuple[Path, int]:
    """Break files of the content; return the path and the line of the last fault."""
    for each in breaks:
        path = folder / each.file
        text = path.read_text(encoding="utf-8")
        broken = re.sub(each.pattern, each.replacement, text, count=1, flags=re.MULTILINE)
        assert broken != text, f"nothing was broken: {each.pattern}"
        path.write_text(broken, encoding="utf-8")
    return where(folder, breaks[-1])


def where(folder: Path, each: Break) -> tuple[Path, int]:
    """Return the path and the line of a fault in content that was broken."""
    path = folder / each.file
    broken = path.read_text(encoding="utf-8")
    found = re.search(each.at, broken, flags=re.MULTILINE)
    assert found, f"the line at fault is not in the broken text: {each.at}"
    return path, broken[: found.start()].count("\n") + 1


def problems_of(folder: Path) -> tuple[Problem, ...]:
    """Return every problem of the content of a folder."""
    try:
        load_content(folder)
    except ContentError as error:
        return error.problems
    return ()
