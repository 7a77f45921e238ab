"""Turn the fields of a question file into cases, or say what is wrong with them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from jumelage_bot.domain.answer import Status
from jumelage_bot.measuring.cases import UNDERSTOOD, Case, Question, Trait
from jumelage_bot.measuring.grading import literal

ID, CATEGORY, QUESTION, TURNS = "id", "cat", "q", "turns"
STATUS, MUST, MUST_NOT, INTENT = "status", "must", "must_not", "intent"
LINE_KEYS = (ID, CATEGORY, QUESTION, TURNS, STATUS, MUST, MUST_NOT, INTENT)
"""Those of a line of JSON; it may have others, of no account here."""
ASK, TEXT, NOT = "ask", "text", "not"
CONVERSATION_KEYS = (ASK, STATUS, TEXT, NOT, TURNS)
"""Those of a conversation in YAML, and no others."""
NEAR = 0.8
"""How alike, from 0 to 1, a key and the one it is a slip for: "note" is none for "intent"."""
SHORT, LONG = 800, 1_800
"""Characters of a reply beyond which it says more than was asked."""
LONG_CATEGORIES = frozenset({"agg", "multi", "summary", "source", "followup"})
"""The categories, by their first word, that ask for more than one thing."""


class Flaw(ValueError):  # noqa: N818 - what an editor wrote, not an error of ours
    """A fault of form, with the key where it stands."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__(what)
        self.place = place


class Fields:
    """Keys with values of any kind, which are what they are asked to be, or a flaw."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self._values = values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def has(self, key: str) -> bool:
        """Return whether something stands under a key."""
        return self._values.get(key) is not None

    def text(self, key: str) -> str:
        """Return a text that is not blank."""
        value = self._values.get(key)
        if value is None:
            raise Flaw(key, f"il manque « {key} »")
        if not isinstance(value, str) or not value.strip():
            raise Flaw(key, "un texte était attendu")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; one alone stands for a list of one, and nothing for none."""
        return _texts(key, self._values.get(key))

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Return a list of lists of texts, none of them empty."""
        groups = tuple(_texts(key, group) for group in self._listed(key))
        if not all(groups):
            raise Flaw(key, "un groupe vide ne peut pas être satisfait")
        return groups

    def parts(self, key: str) -> tuple["Fields", ...]:
        """Return a list of mappings, not empty."""
        parts = self._listed(key)
        if not parts or not all(isinstance(part, Mapping) for part in parts):
            raise Flaw(key, "une liste d'objets était attendue")
        return tuple(Fields(part) for part in parts if isinstance(part, Mapping))

    def _listed(self, key: str) -> list[object]:
        value = self._values.get(key) or []
        if not isinstance(value, list):
            raise Flaw(key, "une liste était attendue")
        return value


def case_from_line(fields: Fields, stem: str, line: int) -> Case:
    """Return the case of a line of JSON; without id or category, those of the file serve."""
    _check_keys(fields, LINE_KEYS, is_closed=False)
    if fields.has(QUESTION) == fields.has(TURNS):
        raise Flaw(QUESTION, f"soit « {QUESTION} », soit « {TURNS} » était attendu")
    category = fields.text(CATEGORY) if fields.has(CATEGORY) else stem
    parts = fields.parts(TURNS) if fields.has(TURNS) else (fields,)
    is_long = category.split(".")[0] in LONG_CATEGORIES
    questions = (replace(_question(part), max_length=LONG if is_long else SHORT) for part in parts)
    identity = fields.text(ID) if fields.has(ID) else f"{stem}:{line}"
    return Case(identity, category, tuple(questions))


def _question(fields: Fields) -> Question:
    _check_keys(fields, LINE_KEYS, is_closed=False)
    return Question(
        fields.text(QUESTION),
        _statuses(fields),
        tuple(_traits(MUST, group) for group in fields.groups(MUST)),
        _traits(MUST_NOT, fields.texts(MUST_NOT)),
        fields.text(INTENT) if fields.has(INTENT) else None,
    )


def case_from_conversation(fields: Fields, stem: str, line: int) -> Case:
    """Return the case of a conversation in YAML.

    The file is named for the intent, but for a conversation of several turns.
    """
    _check_keys(fields, CONVERSATION_KEYS, is_closed=True)
    if fields.has(ASK) and fields.has(TURNS):
        raise Flaw(ASK, f"soit « {ASK} », soit « {TURNS} » était attendu")
    if fields.has(TURNS):
        turns = tuple(_asked(part, None) for part in fields.parts(TURNS))
    else:
        turns = (_asked(fields, stem),)
    return Case(f"{stem}:{line}", stem, turns)


def _asked(fields: Fields, intent: str | None) -> Question:
    _check_keys(fields, CONVERSATION_KEYS, is_closed=True)
    statuses = _statuses(fields)
    return Question(
        fields.text(ASK),
        statuses,
        tuple((literal(text),) for text in fields.texts(TEXT)),
        tuple(map(literal, fields.texts(NOT))),
        intent if UNDERSTOOD.issuperset(statuses) else None,
    )


def _check_keys(fields: Fields, known: Sequence[str], *, is_closed: bool) -> None:
    """Raise a flaw for a key that is unknown, or misspelt where unknown ones may stand."""
    for key in fields:
        if key in known:
            continue
        for near in get_close_matches(key, known, n=1, cutoff=NEAR):
            raise Flaw(key, f"clé inconnue : vouliez-vous dire « {near} » ?")
        if is_closed:
            raise Flaw(key, f"clé inconnue (connues : {', '.join(known)})")


def _statuses(fields: Fields) -> tuple[Status, ...]:
    texts = fields.texts(STATUS)
    if not texts:
        raise Flaw(STATUS, f"il manque « {STATUS} »")
    known = [status.value for status in Status]
    for text in texts:
        if text not in known:
            raise Flaw(STATUS, f"statut inconnu « {text} » (connus : {', '.join(known)})")
    return tuple(map(Status, texts))


def _traits(key: str, texts: Iterable[str]) -> tuple[Trait, ...]:
    return tuple(_trait(key, text) for text in texts)


def _trait(key: str, text: str) -> Trait:
    try:
        return Trait(text, re.compile(text))
    except (re.error, RecursionError, OverflowError) as error:
        at = getattr(error, "colno", None)
        where = f" : voir au caractère {at}" if at else ""
        raise Flaw(key, f"« {text} » n'est pas une expression régulière{where}") from None


def _texts(key: str, value: object) -> tuple[str, ...]:
    listed = [value] if isinstance(value, str) else value or []
    if not isinstance(listed, list) or not all(isinstance(text, str) for text in listed):
        raise Flaw(key, "un texte ou une liste de textes était attendu")
    return tuple(listed)
