"""Reach Slack, and tell a token that is wrong from a service that is away."""

import logging
import random
import time
from collections.abc import Callable

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from jumelage_bot.channels.slack.receiving.reading import Identity
from jumelage_bot.channels.slack.sending.courtesies import reason_of
from jumelage_bot.channels.slack.sending.posting import FAULTS, retry_after

FIRST_PAUSE = 0.2
MAX_PAUSE = 10.0
WRONG_TOKEN = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_allowed_token_type",
        "not_authed",
        "token_expired",
        "token_revoked",
    }
)
DISABLED = frozenset({"link_disabled", "socket_mode_disabled"})

_log = logging.getLogger(__name__)


class RejectedError(Exception):
    """What Slack says that no other try would change; the message names what to mend."""


def identify(client: WebClient) -> Identity:
    """Return who the bot is; wait for Slack if it is away."""
    failures = 0
    while True:
        try:
            response = client.auth_test()
            return Identity(*(str(response[name]) for name in ("team_id", "user_id", "bot_id")))
        except FAULTS as error:
            reject(error, "SLACK_BOT_TOKEN")
            failures += 1
            time.sleep(pause_after(failures, error))


def check_sessions(client: WebClient, token: str) -> None:
    """Make sure that sessions may be opened; wait for Slack if it is away."""
    failures, open_session = 0, session_opener(client, token)
    while True:
        try:
            open_session()
        except FAULTS as error:
            failures += 1
            time.sleep(pause_after(failures, error))
        else:
            return


def session_opener(client: WebClient, token: str) -> Callable[[], str]:
    """Return what asks for the address of one WebSocket; each serves once."""

    def open_session() -> str:
        try:
            return str(client.apps_connections_open(app_token=token)["url"])
        except FAULTS as error:
            reject(error, "SLACK_APP_TOKEN")
            raise

    return open_session


def reject(error: Exception, variable: str) -> None:
    """Raise RejectedError if an error says that a token is of no use."""
    reason = reason_of(error)
    if reason in WRONG_TOKEN:
        message = f"Slack refuse le jeton de {variable} ({reason})."
        raise RejectedError(message) from None
    if reason in DISABLED:
        message = f"Le mode Socket n'est pas activé pour cette application ({reason})."
        raise RejectedError(message) from None


def pause_after(failures: int, error: Exception) -> float:
    """Return how long to wait before another try, and say so."""
    longest = min(MAX_PAUSE, FIRST_PAUSE * 2.0**failures)
    told = retry_after(error) if isinstance(error, SlackApiError) else 0.0
    # Not all of them at the same time, when Slack is back.
    pause = max(told, longest * random.uniform(0.5, 1))  # noqa: S311 - no secret
    _log.warning("Slack est injoignable (%s) ; nouvel essai dans %.1f s", reason_of(error), pause)
    return pause
