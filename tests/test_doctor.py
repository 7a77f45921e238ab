"""How an installation is doing, as people ask it: a process, its lines, its exit code."""

import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from jumelage_bot.settings import CACHE_VARIABLE
from support import ROOT


def doctor(cache: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "jumelage_bot", "doctor"],
        env={**os.environ, CACHE_VARIABLE: str(cache)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.usefixtures("parser")
def test_all_is_well(cache: Path) -> None:
    found = doctor(cache)

    assert (found.returncode, found.stderr) == (0, "")
    assert "allégée" in found.stdout
    assert f"spacy {version('spacy')}" in found.stdout
    assert f"{cache} (" in found.stdout
    assert str(ROOT) in found.stdout
    aligned = {
        re.split(r" {2,}", line)[0].ljust(15) == line[:15]
        for line in found.stdout.splitlines()
        if line[0] != " "
    }
    assert aligned == {True}


def test_the_stock_analysis_is_told_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    found = doctor(tmp_path / "file" / "cache")

    assert found.returncode == 1
    assert "d'origine : " in found.stdout
    assert len(found.stderr.splitlines()) == 2
