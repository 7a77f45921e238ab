"""Conversations kept in memory, for one process and as long as it runs."""

from collections import OrderedDict
from dataclasses import dataclass, field

from jumelage_bot.domain.dialogue import NEW, DialogueState

MAX_CONVERSATIONS = 10_000


@dataclass(slots=True)
class ConversationsInMemory:
    """The conversations last heard of; beyond their number, the one silent longest is lost."""

    capacity: int = MAX_CONVERSATIONS
    _states: OrderedDict[str, DialogueState] = field(default_factory=OrderedDict)

    def load(self, conversation: str) -> DialogueState:
        """Return what is remembered of a conversation; nothing of one that is new."""
        return self._states.get(conversation, NEW)

    def save(self, conversation: str, state: DialogueState) -> None:
        """Remember a conversation, in the place of what was remembered of it."""
        self._states[conversation] = state
        self._states.move_to_end(conversation)
        if len(self._states) > self.capacity:
            self._states.popitem(last=False)
