"""What can be asked and what is said back: the content of intents.yaml."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Select(StrEnum):
    """What a query brings back."""

    PROPERTY = "property"
    """A property of the subjects."""
    ENTITIES = "entities"
    """The entities themselves."""
    COUNT = "count"
    """How many there are."""
    DESCRIPTION = "description"
    """A presentation of the subjects."""
    FIRST = "first"
    """The one that comes first in an order."""
    RANKING = "ranking"
    """All of them, in order."""
    DIFFERENCE = "difference"
    """How far apart two subjects are."""
    SOURCE = "source"
    """Where the bot's answers come from."""
    NOTHING = "nothing"
    """Small talk: nothing to look up."""


class Slot(StrEnum):
    """What an example leaves open, written `{slot}` in it."""

    PROPERTY = "property"
    SUBJECT = "subject"
    TYPE = "type"
    AREA = "area"
    PAIR = "pair"
    """Two subjects, to be compared by a property."""
    ORDER = "order"
    """A superlative: "la plus peuplée"."""
    CONDITION = "condition"
    """A limit on a date or a number: "avant 1980"."""


class Comparator(StrEnum):
    """What a word of comparison does."""

    MORE = "more"
    LESS = "less"
    BEFORE = "before"
    AFTER = "after"
    ABOVE = "above"
    BELOW = "below"


@dataclass(frozen=True, slots=True)
class Intent:
    """Something that can be asked, with examples of how."""

    id: str
    select: Select
    examples: tuple[str, ...]
    responses: Mapping[str, str]
    """Name of an outcome -> Jinja template of what is said."""


@dataclass(frozen=True, slots=True)
class Tuning:
    """The numbers of matching that an editor may change."""

    min_score: float
    """Below it, a candidate is not considered (0 to 100)."""
    min_smalltalk_score: float
    """The same for small talk, compared letter by letter."""
    max_smalltalk_rest: int
    """How many words of its own a message may hold beside a greeting or thanks."""


@dataclass(frozen=True, slots=True)
class Language:
    """Everything that intents.yaml says."""

    intents: Mapping[str, Intent]
    rewrites: Mapping[str, str]
    """Short or sound spelling -> the words it stands for."""
    synonyms: Mapping[str, tuple[str, ...]]
    """Head word -> the phrases that mean the same."""
    question_words: Mapping[str, tuple[str, ...]]
    """Kind of question word -> its phrases."""
    free_question_words: tuple[str, ...]
    """The kinds that may ask for anything ("quel", "c'est quoi")."""
    past_question_word: str
    """The kind of the words that put a question in the past: what perishes is not asked so."""
    comparators: Mapping[Comparator, tuple[str, ...]]
    ignorable: tuple[str, ...]
    all_words: tuple[str, ...]
    """Words that extend a question to every entity of a type ("chaque", "toutes")."""
    frames_before: tuple[str, ...]
    """What introduces a question: all that precedes it in its clause is set aside."""
    frames_after: tuple[str, ...]
    """What trails after a question: it and all that follows in its clause is set aside."""
    clause_words: tuple[str, ...]
    """Conjunctions that open a clause when a subject pronoun follows."""
    reporting: tuple[str, ...]
    """Words after which "que" and "si" open the clause that asks."""
    numbers: Mapping[str, int]
    """Number words."""
    replies: Mapping[str, str]
    """Name of an outcome no intent owns -> Jinja template."""
    tuning: Tuning
