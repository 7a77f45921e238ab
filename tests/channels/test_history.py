"""What is typed is kept for its owner, and never stands in the way."""

from pathlib import Path

import pytest
from prompt_toolkit.history import InMemoryHistory

from jumelage_bot.channels.history import open_history


def test_what_is_typed_is_found_again(tmp_path: Path) -> None:
    path = tmp_path / "etat" / "historique"
    first, _ = open_history(path)
    first.store_string("Où se trouve Kirchdorf ?")
    first.store_string("été \udcff")

    again, fault = open_history(path)

    assert list(again.load_history_strings()) == ["été ?", "Où se trouve Kirchdorf ?"]
    assert fault is None


@pytest.mark.parametrize("mode", [None, 0o644])
def test_only_its_owner_can_read_the_file(mode: int | None, tmp_path: Path) -> None:
    path = tmp_path / "historique"
    if mode:
        path.touch(mode=mode)

    open_history(path)

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    path = tmp_path / "file" / "historique"

    history, fault = open_history(path)

    assert isinstance(history, InMemoryHistory)
    assert fault
    assert str(path) in fault


def test_no_home_is_told() -> None:
    history, fault = open_history(None)

    assert isinstance(history, InMemoryHistory)
    assert fault


def test_a_file_taken_away_stops_nothing(tmp_path: Path) -> None:
    path = tmp_path / "etat" / "historique"
    history, _ = open_history(path)
    path.unlink()
    path.parent.rmdir()

    history.store_string("bonjour")

    assert list(history.load_history_strings()) == []
