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
    """How far apart two subjects are, or two dates of one."""
    TOTAL = "total"
    """The sum of a property over the subjects."""
    CLAIM = "claim"
    """Whether what is said of the subjects holds."""
    EVENTS = "events"
    """What happened at a date."""
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
    EVERY = "every"
    """All our partners, of which something is said."""
    CONDITION = "condition"
    """A limit on a date or a number: "avant 1980"."""


class Operator(StrEnum):
    """What a word does to what stands beside it: compares it, denies it, sets it apart."""

    MORE = "more"
    LESS = "less"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    ABOVE = "above"
    BELOW = "below"
    BETWEEN = "between"
    ALREADY = "already"
    """Before a date said elsewhere in the message."""
    HAS = "has"
    """Makes of what can be recorded a condition ("lesquelles ont …")."""
    NOT = "not"
    EXCEPT = "except"
    IT_IS = "it_is"
    """Sets a name off ("c'est … qui")."""
    INCLUDING = "including"
    """Names one of those that are meant anyway ("y compris")."""
    EITHER = "either"
    """Between alternatives."""


class Anaphor(StrEnum):
    """What a word takes up of what was said before it."""

    SAME = "same"
    """What was last spoken of: "son", "là-bas", "cette ville"."""
    SEVERAL = "several"
    """The same, where there are several: "leurs", "chacune"."""
    OTHER = "other"
    """The one that was not spoken of: "l'autre"."""
    OTHERS = "others"
    """Those that were not: "les autres"."""
    ALL = "all"
    """All that was listed: "les deux", "toutes"."""
    LAST = "last"
    """The last of those listed."""
    NEXT = "next"
    """The one listed after what was last spoken of."""
    AGAIN = "again"
    """The last question, doubted or not understood: "tu es sûr ?"."""
    YES = "yes"
    """What the bot proposed."""
    GO_ON = "go_on"
    """The last question: "et", "idem", "je voulais dire"."""


class Calendar(StrEnum):
    """The words that tell what stretch of time a number is."""

    MONTH = "month"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


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
    """The same for what only its words tell: small talk, our source."""
    max_smalltalk_rest: int
    """How many words of its own a message may hold beside a greeting or thanks."""


@dataclass(frozen=True, slots=True)
class ForeignLanguage:
    """What tells that a message is in another language, and what is said in it."""

    says: str
    """Jinja template of the sentence that apologises."""
    words: frozenset[str]
    """Folded; two of them are enough, unless the message is French."""
    shared: frozenset[str]
    """Folded; words that are French too, or said in French: they tell nothing."""


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
    closed_question_words: tuple[str, ...]
    """The kinds that leave a question to be answered by Oui or Non ("plus grand que")."""
    relative_question_words: tuple[str, ...]
    """The kinds that ask nothing after a noun ("le jumelage qui …")."""
    hanging_question_words: tuple[str, ...]
    """The kinds that, alone, ask about what was said last and not of what ("pourquoi ?")."""
    nominal_question_words: tuple[str, ...]
    """Those phrases that are nouns, and ask nothing beside a value."""
    operators: Mapping[Operator, tuple[str, ...]]
    ignorable: tuple[str, ...]
    all_words: tuple[str, ...]
    """Words that extend a question to every entity of a type ("chaque", "toutes")."""
    frames_before: tuple[str, ...]
    """What introduces a question: all that precedes it in its clause is set aside."""
    frames_after: tuple[str, ...]
    """What trails after a question: it and all that follows in its clause is set aside."""
    clause_words: tuple[str, ...]
    """Conjunctions that open a clause when a subject pronoun follows."""
    joining_words: tuple[str, ...]
    """Conjunctions that may stand between two questions."""
    pairing_words: tuple[str, ...]
    """Words that make one question of two things ("entre X et Y", "X ou Y")."""
    reporting: tuple[str, ...]
    """Words after which "que" and "si" open the clause that asks."""
    closings: tuple[str, ...]
    """Words that close a letter; a name may follow them ("cordialement")."""
    numbers: Mapping[str, int]
    """Number words."""
    ordinals: Mapping[str, int]
    """Ordinal words, for centuries and the first of a month."""
    anaphora: Mapping[Anaphor, tuple[str, ...]]
    """Words that take up what was said before, in these very forms."""
    places: Mapping[str, int]
    """Words, folded, for a place in a list ("deuxième")."""
    calendar: Mapping[Calendar, tuple[str, ...]]
    months: Mapping[str, int]
    """Names of the months, folded, with their number."""
    replies: Mapping[str, str]
    """Name of an outcome no intent owns -> Jinja template."""
    foreign: Mapping[str, ForeignLanguage]
    """French name of a language -> what is known of it."""
    tuning: Tuning
