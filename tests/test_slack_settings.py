"""What the environment sets for the Slack app, and what is said of what it lacks."""

from pathlib import Path

import pytest

from jumelage_bot.slack_settings import SettingsError, SlackSettings, database_url

SOCKET = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_APP_TOKEN": "xapp-1", "DATABASE_URL": "sqlite://"}
HTTP = {"SLACK_BOT_TOKEN": "xoxb-1", "SLACK_SIGNING_SECRET": "s", "DATABASE_URL": "sqlite://"}


def test_each_way_needs_its_own_secret() -> None:
    assert SlackSettings.from_env(SOCKET, is_http=False).app_token == "xapp-1"  # noqa: S105
    assert SlackSettings.from_env(HTTP, is_http=True).signing_secret == "s"  # noqa: S105
    with pytest.raises(SettingsError, match="SLACK_SIGNING_SECRET manque"):
        SlackSettings.from_env(SOCKET, is_http=True)
    with pytest.raises(SettingsError, match="SLACK_APP_TOKEN manque"):
        SlackSettings.from_env(HTTP, is_http=False)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SLACK_BOT_TOKEN", "xapp-1"),
        ("SLACK_APP_TOKEN", "xoxb-1"),
        ("JUMELAGE_RETENTION_DAYS", "0"),
        ("JUMELAGE_RETENTION_DAYS", "un mois"),
        ("JUMELAGE_RETENTION_DAYS", "99999"),
    ],
)
def test_what_cannot_be_right_is_named(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=name):
        SlackSettings.from_env(SOCKET | {name: value}, is_http=False)


def test_a_secret_may_stand_in_a_file(tmp_path: Path) -> None:
    (tmp_path / "token").write_text("xoxb-2\n", encoding="utf-8")
    env = SOCKET | {"SLACK_BOT_TOKEN": "", "SLACK_BOT_TOKEN_FILE": str(tmp_path / "token")}

    assert SlackSettings.from_env(env, is_http=False).bot_token == "xoxb-2"  # noqa: S105


def test_a_file_that_cannot_be_read_is_named() -> None:
    with pytest.raises(SettingsError, match="SLACK_BOT_TOKEN_FILE"):
        SlackSettings.from_env(SOCKET | {"SLACK_BOT_TOKEN_FILE": "/nulle/part"}, is_http=False)


def test_without_a_database_a_file_of_the_person_is_used(tmp_path: Path) -> None:
    url = database_url({"XDG_STATE_HOME": str(tmp_path)})

    assert url == f"sqlite:///{tmp_path / 'jumelage-bot' / 'slack.db'}"
    assert (tmp_path / "jumelage-bot").is_dir()
    with pytest.raises(SettingsError, match="DATABASE_URL"):
        database_url({})


def test_no_secret_shows_in_what_is_printed() -> None:
    shown = repr(SlackSettings.from_env(SOCKET, is_http=False))

    assert "xoxb-1" not in shown
    assert "xapp-1" not in shown
    assert "sqlite" not in shown
