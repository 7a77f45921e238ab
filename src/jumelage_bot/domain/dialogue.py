"""What is remembered of a conversation, from one message to the next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

MEMORY = timedelta(minutes=30)
"""A longer silence ends a conversation."""


@dataclass(frozen=True, slots=True)
class DialogueState:
    """What a message may leave unsaid, because it was said before."""

    question: str = ""
    """The last question that was ours, with what it left unsaid written out."""
    focus: tuple[str, ...] = ()
    """The entities last spoken of."""
    listed: tuple[str, ...] = ()
    """The entities last listed, in the order in which they were named."""
    ranked: tuple[str, ...] = ()
    """Those of whom the first was asked, in order: "et le deuxième ?"."""
    lately: tuple[str, ...] = ()
    """The last two entities that were each spoken of alone."""
    asks_back: bool = False
    """Whether the bot asked which of those listed was meant."""
    proposal: str = ""
    """The question that "oui" asks, if the bot proposed one."""
    at: datetime | None = None
    """When the last message was sent."""

    def after(self, now: datetime) -> "DialogueState":
        """Return what is still remembered at a time: nothing, after a long silence."""
        is_over = self.at is not None and now - self.at > MEMORY
        return NEW if is_over else self


NEW = DialogueState()
"""Nothing is remembered."""
