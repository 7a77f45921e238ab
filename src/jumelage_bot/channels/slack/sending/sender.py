"""Send the letters that were written: in threads until they are there, to one person once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty
from typing import assert_never

from slack_sdk import WebClient

from jumelage_bot.channels.slack.sending.posting import (
    FAULTS,
    TIMEOUT,
    Outcome,
    Refused,
    Sent,
    TooSoon,
    Unreached,
    Unsure,
    find_copies,
    post,
    respond,
)
from jumelage_bot.channels.slack.stores import Handed, Outbox
from jumelage_bot.domain.mail import Body, Sending

AGAIN = TIMEOUT + 1
"""Seconds after a call of unknown end: it is over by then, and shows in the thread."""
FRESH = 4.0
"""Seconds in which nobody can have thought that a sender is lost."""
MAX_PAUSE = 60.0
"""Seconds between two tries, at most."""
TOO_OLD = 24 * 3600.0
"""Seconds after which an answer is of no use."""
LOST_PLACES = frozenset(
    {"channel_not_found", "is_archived", "not_in_channel", "thread_not_found", "user_not_found"}
)
"""Refusals by which nobody is left to tell."""
LOST_RIGHTS = frozenset(
    {"account_inactive", "invalid_auth", "missing_scope", "not_authed", "token_revoked"}
)
"""Refusals that an administrator can mend meanwhile."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sender:
    """Takes letters and hands them to Slack."""

    owner: str
    client: WebClient
    handed: Handed
    outbox: Outbox
    apology: Body
    """What is posted in the place of an answer that Slack refuses."""
    now: Callable[[], float]

    def send(self) -> bool:
        """Send a letter; False if there is none that may be sent now."""
        sending = self._next()
        if sending is None:
            return False
        if not self._is_ours(sending):
            return True
        if sending.letter.reply_to:
            self._respond(sending, sending.letter.reply_to)
        else:
            self._post(sending)
        return True

    def _next(self) -> Sending | None:
        try:
            return self.handed.get_nowait()
        except Empty:
            return self.outbox.claim(self.owner)

    def _is_ours(self, sending: Sending) -> bool:
        """Tell whether a letter is still this process's, once it may have waited too long."""
        return self.now() - sending.taken_at < FRESH or self.outbox.renew(sending)

    def _post(self, sending: Sending) -> None:
        """Post a letter; look first whether it is there, if it was tried before."""
        if sending.tries > 1:
            try:
                copies = find_copies(self.client, sending.letter)
            except FAULTS:
                self.outbox.postpone(sending, _pause(sending), is_unsent=False)
                return
            if copies:
                self.outbox.mark_sent(sending, copies[0])
                return
            if copies is None:
                _log.warning("Fil illisible : une réponse est peut-être postée deux fois")
        # A look takes time: others may think by then that this sender is lost.
        if self._is_ours(sending):
            self._settle(sending, post(self.client, sending.letter))

    def _settle(self, sending: Sending, outcome: Outcome) -> None:
        match outcome:
            case Sent(ts):
                self.outbox.mark_sent(sending, ts)
            case TooSoon(seconds):
                self.outbox.pause(sending, seconds)
            case _ if self.now() - sending.written_at > TOO_OLD:
                _log.error("Réponse abandonnée après un jour : %s", outcome)
                self.outbox.give_up(sending, is_unsent=True)
            case Unreached():
                self.outbox.postpone(sending, _pause(sending), is_unsent=True)
            case Unsure(reason):
                _log.warning("Envoi incertain, à vérifier : %s", reason)
                self.outbox.postpone(sending, AGAIN, is_unsent=False)
            case Refused(reason):
                self._give_way(sending, reason)
            case _:
                assert_never(outcome)

    def _give_way(self, sending: Sending, reason: str) -> None:
        """Do what a refusal leaves to do."""
        _log.error("Slack refuse une réponse : %s", reason)
        if reason in LOST_RIGHTS:
            self.outbox.postpone(sending, MAX_PAUSE, is_unsent=True)
        elif reason in LOST_PLACES or sending.letter.body == self.apology:
            self.outbox.give_up(sending, is_unsent=True)
        else:
            self.outbox.rewrite(sending, self.apology)

    def _respond(self, sending: Sending, address: str) -> None:
        """Send a letter to one person: it cannot be looked for, and so is not sent twice."""
        if sending.tries > 1:
            self._say_it_may_be_lost(sending, address)
            return
        outcome = respond(address, sending.letter.body)
        match outcome:
            case Sent():
                self.outbox.mark_sent(sending)
            case TooSoon(seconds):
                self.outbox.postpone(sending, seconds, is_unsent=True)
            case Unreached():
                self.outbox.postpone(sending, 1, is_unsent=True)
            case Refused(reason):
                _log.error("Slack refuse une réponse à une personne : %s", reason)
                self.outbox.give_up(sending, is_unsent=True)
            case Unsure(reason):
                _log.warning("Réponse à une personne peut-être perdue : %s", reason)
                self._say_it_may_be_lost(sending, address)
            case _:
                assert_never(outcome)

    def _say_it_may_be_lost(self, sending: Sending, address: str) -> None:
        fallback = sending.letter.fallback
        self.outbox.give_up(sending, is_unsent=False)
        if fallback is not None:
            respond(address, fallback)


def _pause(sending: Sending) -> float:
    """Return how long to wait before another try: longer each time."""
    return min(MAX_PAUSE, 2.0**sending.tries)
