"""What is kept is whole, and does not pile up."""

import os
from pathlib import Path

import pytest

from jumelage_bot.adapters.keeping import MAX_KEPT, digest_of, keep


def make(folder: Path) -> None:
    (folder / "made").write_text(folder.name, encoding="utf-8")


def test_what_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def fail(folder: Path) -> None:
        make(folder)
        raise ValueError

    with pytest.raises(ValueError, match=r"^$"):
        keep(tmp_path / "thing-1", fail)

    assert list(tmp_path.iterdir()) == []


def test_what_another_process_has_made_meanwhile_stays(tmp_path: Path) -> None:
    def be_late(folder: Path) -> None:
        make(folder)
        (tmp_path / "thing-1").mkdir()
        (tmp_path / "thing-1" / "theirs").touch()

    keep(tmp_path / "thing-1", be_late)

    assert [path.name for path in (tmp_path / "thing-1").iterdir()] == ["theirs"]


def test_only_the_latest_of_a_kind_stay(tmp_path: Path) -> None:
    keep(tmp_path / "other-0", make)
    for age in range(MAX_KEPT + 1):
        keep(tmp_path / f"thing-{age}", make)
        os.utime(tmp_path / f"thing-{age}", (age, age))

    keep(tmp_path / "thing-new", make)

    kept = {path.name for path in tmp_path.iterdir()}
    assert len(kept) == MAX_KEPT + 1
    assert {"other-0", "thing-new"} < kept
    assert not {"thing-0", "thing-1"} & kept


def test_a_digest_tells_names_and_contents_apart(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("x", encoding="utf-8")
    second.write_text("x", encoding="utf-8")

    before = digest_of([first])

    assert before != digest_of([second])
    first.write_text("y", encoding="utf-8")
    assert before != digest_of([first])
