"""The derived pipeline is made once, mended, and done without when it cannot be had."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from jumelage_bot.adapters.french.derivation import LEMMAS, fingerprint, is_whole
from jumelage_bot.adapters.french.loading import load_parser
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.adapters.keeping import MARK

TEXT = "Où Belfort a-t-elle jumelé ses vingt-et-une écoles ?"
LOAD = """
import sys
from pathlib import Path
from jumelage_bot.adapters.french.loading import load_parser
sys.exit(load_parser(Path(sys.argv[1]), lambda line: None).trouble or 0)
"""


def test_it_is_made_once_and_said_to_be(tmp_path: Path, parser: SpacyParser) -> None:
    said: list[str] = []

    first, second = (load_parser(tmp_path / "new", said.append) for _ in range(2))

    assert first.parse(TEXT) == second.parse(TEXT) == parser.parse(TEXT)
    assert (first.trouble, second.trouble) == ("", "")
    assert [line.split()[0] for line in said] == ["Préparation"]


@pytest.fixture
def derived(tmp_path: Path, cache: Path, parser: SpacyParser) -> Path:
    """A copy of the derived pipeline, to damage."""
    assert not parser.trouble
    name = f"pipeline{MARK}{fingerprint()}"
    return shutil.copytree(cache / name, tmp_path / name)


@pytest.mark.parametrize("damage", ["truncated", "changed", "missing"])
def test_damage_is_seen(derived: Path, damage: str) -> None:
    lemmas = derived / LEMMAS
    content = bytearray(lemmas.read_bytes())
    content[len(content) // 2] ^= 1
    damaged = {"truncated": content[:-1], "changed": content, "missing": None}[damage]
    lemmas.unlink()
    if damaged is not None:
        lemmas.write_bytes(damaged)

    assert not is_whole(derived)


def test_what_was_damaged_is_made_again(derived: Path) -> None:
    (derived / LEMMAS).write_bytes(b"")

    parser = load_parser(derived.parent, print)

    assert parser.trouble == ""
    assert is_whole(derived)


def test_where_nothing_can_be_kept_the_stock_pipeline_says_the_same(
    tmp_path: Path, parser: SpacyParser
) -> None:
    said: list[str] = []
    (tmp_path / "file").touch()

    stock = load_parser(tmp_path / "file" / "cache", said.append)

    assert stock.parse(TEXT) == parser.parse(TEXT)
    assert stock.inflections({"jumeler"}) == parser.inflections({"jumeler"})
    assert stock.trouble
    assert [line.split()[0] for line in said] == ["Préparation", "L'analyse"]
    assert stock.trouble in said[-1]


def test_nothing_is_kept_in_a_folder_that_depends_on_where_one_is() -> None:
    stock = load_parser(Path("~"), print)

    assert "~" in stock.trouble
    assert not Path("~").exists()


def test_processes_that_start_at_once_do_not_disturb_each_other(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOAD, str(tmp_path)]

    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    ended = [(process.communicate()[1], process.returncode) for process in started]

    assert ended == [(b"", 0)] * 2
    (folder,) = tmp_path.iterdir()
    assert is_whole(folder)
