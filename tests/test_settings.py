"""What the environment sets, and what holds when it says nothing."""

from pathlib import Path

import pytest

from jumelage_bot.settings import Settings


@pytest.mark.parametrize(
    ("env", "path"),
    [
        ({"HOME": "/home/anna"}, "/home/anna/.local/state/jumelage-bot/historique"),
        ({"XDG_STATE_HOME": "/etat", "HOME": "/home/anna"}, "/etat/jumelage-bot/historique"),
        # The specification says to ignore a relative folder.
        (
            {"XDG_STATE_HOME": "etat", "HOME": "/home/anna"},
            "/home/anna/.local/state/jumelage-bot/historique",
        ),
    ],
)
def test_history_is_kept_where_programs_keep_their_state(env: dict[str, str], path: str) -> None:
    assert Settings.from_env(env).history == Path(path)


def test_what_takes_long_to_make_is_kept_where_one_says(tmp_path: Path) -> None:
    assert Settings.from_env({"JUMELAGE_CACHE": str(tmp_path)}).cache == tmp_path
    assert Settings.from_env({"JUMELAGE_CACHE": "ici"}).cache == Path.cwd() / "ici"


def test_what_takes_long_to_make_is_kept_where_programs_keep_such(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/cache")

    assert Settings.from_env({}).cache == Path("/cache/jumelage-bot")


def test_without_a_home_there_is_no_history() -> None:
    assert Settings.from_env({}).history is None
