"""The form that each file of the content must have (pydantic models)."""

from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)

from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.domain.language import Anaphor, Calendar, Operator, Select
from jumelage_bot.domain.values import Exactness
from jumelage_bot.loading.texts import DateText, DayText, Phrase, Word

Phrases = tuple[Phrase, ...]
SingleWords = tuple[Word, ...]


def _listed(value: object) -> object:
    """Return a list; a single value stands for a list of one."""
    return value if isinstance(value, list) else [value]


class Shape(BaseModel):
    """A mapping with these keys and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TypeShape(Shape):
    """A kind of entity."""

    role: Role
    singular: Phrases = ()
    plural: Phrases = ()
    item: str = "{{ sujet }}"
    belongs_to: str | None = None
    name: str = ""
    link: str = "de"
    summary: Phrases = ()
    beside: Phrases = ()
    via: str | None = None
    asked_by: Phrases = ()


class PropertyShape(Shape):
    """A kind of statement."""

    of: str
    kind: Kind
    label: Phrase
    cues: Phrases
    question_words: Phrases = ()
    statement: str = ""
    question: str = ""
    target: str | None = None
    unit: str = ""
    perishable: bool = False
    identifies: bool = False
    from_home: bool = False
    exhaustive: bool = False
    states: dict[str, Phrases] = {}
    unless_said: str | None = None
    unsaid: str = ""
    derived_from: Phrases = ()
    never_given: bool = False
    near: Phrases = ()
    falls_back_to: Phrases = ()
    asked_of: Phrases = ()
    more: SingleWords = ()
    less: SingleWords = ()
    most: SingleWords = ()
    least: SingleWords = ()


class SchemaShape(Shape):
    """schema.yaml."""

    types: dict[str, TypeShape]
    properties: dict[str, PropertyShape]
    qualifiers: dict[str, Exactness] = {}


class DetailedValue(Shape):
    """A number or a date with its qualifier."""

    number: int | None = None
    date: DateText | None = None
    qualifier: str = ""


class FactShape(Shape):
    """One statement."""

    value: Annotated[tuple[DetailedValue | str, ...], BeforeValidator(_listed)]
    excerpt: str
    source: str | None = None
    perishable: bool | None = None


class EntityShape(Shape):
    """One thing, with its names and the facts about it."""

    name: str = ""
    article: Literal["le", "la", "l'", "les", ""] = ""
    aliases: Phrases = ()
    nicknames: Phrases = ()
    of: str | None = None
    facts: dict[str, FactShape] = {}


class EntitiesShape(Shape):
    """A file of entities of one type."""

    type: str
    source: str
    entities: dict[str, EntityShape]


class SourceShape(Shape):
    """A document."""

    title: str
    publisher: str
    url: str | None = None
    as_of: DayText | None = None
    text: str


class HomonymsShape(Shape):
    """homonymes.yaml."""

    names: Phrases
    nations: Phrases = ()
    words: SingleWords = ()


class IntentShape(Shape):
    """Something that can be asked."""

    query: Select
    examples: Phrases
    responses: dict[str, str] = {}


class ForeignLanguageShape(Shape):
    """What tells another language, and what is said in it."""

    says: Phrase
    words: SingleWords
    shared: SingleWords = ()


class TuningShape(Shape):
    """The numbers of matching."""

    min_score: Annotated[float, Field(ge=0, le=100)]
    min_smalltalk_score: Annotated[float, Field(ge=0, le=100)]
    max_smalltalk_rest: Annotated[int, Field(ge=0)]


class LanguageShape(Shape):
    """intents.yaml."""

    intents: dict[str, IntentShape]
    rewrites: dict[str, str]
    synonyms: dict[str, Phrases]
    question_words: dict[str, Phrases]
    free_question_words: Phrases
    past_question_word: str
    closed_question_words: Phrases
    relative_question_words: Phrases
    hanging_question_words: Phrases
    nominal_question_words: Phrases
    operators: dict[Operator, Phrases]
    ignorable: Phrases
    all_words: Phrases
    frames_before: Phrases
    frames_after: Phrases
    clause_words: Phrases
    joining_words: Phrases
    pairing_words: Phrases
    reporting: Phrases
    closings: Phrases
    numbers: dict[str, int]
    ordinals: dict[str, int]
    anaphora: dict[Anaphor, Phrases]
    places: dict[str, int]
    calendar: dict[Calendar, Phrases]
    replies: dict[str, str]
    foreign_languages: dict[str, ForeignLanguageShape]
    tuning: TuningShape
