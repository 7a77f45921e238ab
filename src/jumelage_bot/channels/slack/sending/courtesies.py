"""What is done at once and may be lost: the Home tab, the prompts, the thanks."""

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from jumelage_bot.channels.slack.receiving.payloads import Payload, part_at, text_at
from jumelage_bot.channels.slack.writing.blocks import Block
from jumelage_bot.channels.slack.writing.letters import note, note_to_one
from jumelage_bot.channels.slack.writing.words import PROMPTS_TITLE, THANKS

MAX_PROMPTS = 4
PATIENCE = 5
THREADS = 2

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Courtesies:
    """What Slack is asked to show, without a second try."""

    client: WebClient
    home: Sequence[Block]
    prompts: Sequence[str]
    _threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(THREADS, "slack-courtesy")
    )

    def welcome(self, body: Payload) -> None:
        """Show the Home tab, or the suggested prompts of the Messages tab, in a moment."""
        self._threads.submit(self._welcome, body)

    def thank(self, body: Payload) -> None:
        """Thank a person for an opinion, where the answer stands, in a moment."""
        self._threads.submit(self._thank, body)

    def _welcome(self, body: Payload) -> None:
        event = part_at(body, "event")
        try:
            if text_at(event, "tab") == "home":
                view = {"type": "home", "blocks": list(self.home)}
                self.client.views_publish(user_id=text_at(event, "user"), view=view)
            elif text_at(event, "tab") == "messages":
                self._suggest(text_at(event, "channel"))
        except (SlackApiError, OSError) as error:
            _log.warning("L'accueil n'a pas pu être montré : %s", reason_of(error))

    def _thank(self, body: Payload) -> None:
        container = part_at(body, "container")
        try:
            if container.get("is_ephemeral"):
                address = text_at(body, "response_url")
                hook = WebhookClient(address, timeout=PATIENCE, retry_handlers=[])
                hook.send_dict(dict(note_to_one(THANKS)))
                return
            self.client.chat_postEphemeral(
                channel=text_at(body, "channel", "id"),
                user=text_at(body, "user", "id"),
                thread_ts=text_at(body, "message", "thread_ts") or None,
                text=THANKS,
                blocks=note(THANKS)["blocks"],  # type: ignore[arg-type]  # ours are mappings
            )
        except (SlackApiError, OSError) as error:
            _log.warning("Un remerciement n'a pas pu être envoyé : %s", reason_of(error))

    def _suggest(self, channel: str) -> None:
        # Without `thread_ts`: with it, Slack shows nothing, and says nothing.
        prompts = [{"title": p[:75], "message": p} for p in self.prompts[:MAX_PROMPTS]]
        self.client.api_call(
            "assistant.threads.setSuggestedPrompts",
            json={"channel_id": channel, "title": PROMPTS_TITLE, "prompts": prompts},
        )


def reason_of(error: Exception) -> str:
    """Return why a call failed, in a word that quotes nothing of it."""
    if isinstance(error, SlackApiError) and isinstance(error.response.data, dict):
        return str(error.response.data.get("error", error.response.status_code))
    return type(error).__name__
