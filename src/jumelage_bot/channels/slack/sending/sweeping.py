"""Now and then: delete what was posted twice, forget what is too old."""

import logging
from collections.abc import Callable
from dataclasses import dataclass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from jumelage_bot.channels.slack.sending.posting import FAULTS, find_copies
from jumelage_bot.channels.slack.stores import Doubtful, Retention
from jumelage_bot.domain.mail import Sending

AGE = 60.0
"""Seconds after which a call whose end was never heard of has surely ended."""
DAY = 24 * 3600.0
HOUR = 3600.0

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Sweeper:
    """Puts in order what the others had to leave."""

    client: WebClient
    outbox: Doubtful
    retention: Retention
    retention_days: int
    now: Callable[[], float]
    _purged_at: float = 0.0

    def sweep(self) -> bool:
        """Do what there is to do; nothing is left then."""
        for sending, kept in self.outbox.unchecked(AGE):
            self._delete_copies(sending, kept)
        if self.now() - self._purged_at > HOUR:
            self.retention.purge_before(self.now() - self.retention_days * DAY)
            self._purged_at = self.now()
        return False

    def _delete_copies(self, sending: Sending, kept: str | None) -> None:
        try:
            copies = find_copies(self.client, sending.letter) if sending.letter.root else None
            for ts in copies or ():
                if ts != kept:
                    self._delete(sending.letter.channel, ts)
        except FAULTS:
            return  # Another time.
        self.outbox.mark_checked(sending)

    def _delete(self, channel: str, ts: str) -> None:
        try:
            self.client.chat_delete(channel=channel, ts=ts)
        except SlackApiError as error:
            if error.response.get("error") != "message_not_found":
                raise
        _log.warning("Une réponse postée deux fois est supprimée")
