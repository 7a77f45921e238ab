"""What a person wrote, and how the parser sees it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Utterance:
    """A message as it was received."""

    text: str
    at: datetime
    """When it was asked, by the clock of the person who asked."""

    @property
    def today(self) -> date:
        """The day on which it was asked."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Token:
    """One word of the cleaned text (letters and digits, no punctuation)."""

    text: str
    folded: str
    """Lower case, without accents."""
    start: int
    """Offset of the first character in the cleaned text."""
    end: int
    lemmas: frozenset[str]
    """Every lemma the form may have, folded; empty for a word the parser does not know."""
    is_capitalised: bool | None
    """None where a capital tells nothing: in an utterance of one case, at a sentence's head."""
    pos: str
    """Universal part of speech, as the parser guesses it; evidence, never a permission."""
    dependency: str
    """Universal dependency relation to the head."""
    head: int
    """Index of the token it depends on; its own when it is the root."""

    @property
    def is_known(self) -> bool:
        """Whether the parser's lemma tables hold this form, accents aside."""
        return bool(self.lemmas)

    @property
    def is_number(self) -> bool:
        """Whether the token is written in digits only."""
        return self.folded.isdecimal()


@dataclass(frozen=True, slots=True)
class Parse:
    """The cleaned text and its words."""

    text: str
    tokens: tuple[Token, ...]
