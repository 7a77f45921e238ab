"""What the bot needs from outside, as Protocols of one or two methods."""

from collections.abc import Set as AbstractSet
from typing import Protocol

from jumelage_bot.domain.dialogue import DialogueState
from jumelage_bot.domain.utterance import Parse


class Parser(Protocol):
    """Splits French text into words and analyses them."""

    def parse(self, text: str) -> Parse:
        """Return the words of a text that was cleaned."""
        ...

    def lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas, folded, that a folded form may have; empty if unknown."""
        ...

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        """Return the folded forms of some folded lemmas."""
        ...


class Conversations(Protocol):
    """Keeps what is remembered of each conversation, by its name."""

    def load(self, conversation: str) -> DialogueState:
        """Return what is remembered of a conversation; nothing of one that is new."""
        ...

    def save(self, conversation: str, state: DialogueState) -> None:
        """Remember a conversation, in the place of what was remembered of it."""
        ...
