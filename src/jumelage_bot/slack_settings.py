"""What the environment may set for the Slack app."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from jumelage_bot.settings import state_folder

VARIABLES: Mapping[str, str] = MappingProxyType(
    {
        "SLACK_BOT_TOKEN": "jeton du bot (xoxb-…)",
        "SLACK_APP_TOKEN": "jeton de l'application (xapp-…), pour le mode Socket",
        "SLACK_SIGNING_SECRET": "secret de signature, pour --http",
        "SLACK_API_URL": "adresse de l'API de Slack (https://slack.com/api/)",
        "DATABASE_URL": "base de données : sqlite:///fichier ou postgresql://…",
        "JUMELAGE_RETENTION_DAYS": "jours pendant lesquels les textes sont gardés (30)",
        "JUMELAGE_CONTACT": "comment joindre ceux qui tiennent le contenu",
    }
)
"""Each may also be read from a file, named by the same variable with `_FILE`."""
SLACK = "https://slack.com/api/"
RETENTION_DAYS = 30
MAX_DAYS = 3650


class SettingsError(Exception):
    """What is missing or wrong, in French, with the name of the variable."""


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How the Slack app is set up."""

    bot_token: str = field(repr=False)
    app_token: str = field(repr=False)
    """Empty over HTTP."""
    signing_secret: str = field(repr=False)
    """Empty in Socket Mode."""
    api_url: str
    database_url: str = field(repr=False)
    retention_days: int
    contact: str

    @classmethod
    def from_env(cls, env: Mapping[str, str], *, is_http: bool) -> "SlackSettings":
        """Return the settings of an environment; raise SettingsError if it lacks one."""
        return cls(
            bot_token=_token(env, "SLACK_BOT_TOKEN", ("xoxb-", "xoxe.xoxb-")),
            app_token="" if is_http else _token(env, "SLACK_APP_TOKEN", ("xapp-",)),
            signing_secret=_required(env, "SLACK_SIGNING_SECRET") if is_http else "",
            api_url=_value(env, "SLACK_API_URL") or SLACK,
            database_url=database_url(env),
            retention_days=retention_days(env),
            contact=_value(env, "JUMELAGE_CONTACT"),
        )


def database_url(env: Mapping[str, str]) -> str:
    """Return where questions and letters are kept: by default, a file of this person's."""
    named = _value(env, "DATABASE_URL")
    if named:
        return named
    folder = state_folder(env)
    if folder is None:
        message = f"DATABASE_URL manque : {VARIABLES['DATABASE_URL']}."
        raise SettingsError(message)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return f"sqlite:///{folder / 'slack.db'}"


def retention_days(env: Mapping[str, str]) -> int:
    """Return how many days texts are kept: one at least, for what is sent twice is known by it."""
    told = _value(env, "JUMELAGE_RETENTION_DAYS") or str(RETENTION_DAYS)
    if not (told.isascii() and told.isdecimal() and 1 <= int(told) <= MAX_DAYS):
        message = f"JUMELAGE_RETENTION_DAYS est un nombre de jours, de 1 à {MAX_DAYS} : « {told} »."
        raise SettingsError(message)
    return int(told)


def _token(env: Mapping[str, str], name: str, beginnings: tuple[str, ...]) -> str:
    token = _required(env, name)
    if not token.startswith(beginnings):
        message = f"{name} n'est pas le bon jeton : il faut un {VARIABLES[name]}."
        raise SettingsError(message)
    return token


def _required(env: Mapping[str, str], name: str) -> str:
    value = _value(env, name)
    if not value:
        message = f"{name} manque : {VARIABLES[name]}."
        raise SettingsError(message)
    return value


def _value(env: Mapping[str, str], name: str) -> str:
    """Return what a variable sets, or the content of the file that its `_FILE` names."""
    path = env.get(f"{name}_FILE")
    if not path:
        return env.get(name, "").strip()
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        message = f"{name}_FILE : le fichier {path} ne peut pas être lu."
        raise SettingsError(message) from None
