"""Make spaCy's lemmatizer read its tables in the store, and forget the words of long ago."""

import sqlite3
from typing import cast

from spacy.language import Language
from spacy.lookups import Lookups, Table
from spacy.strings import get_string_id

from jumelage_bot.adapters.french.lemma_store import Tables, signed

MAX_REMEMBERED = 4_096
"""Words whose lemmas the lemmatizer remembers; by itself, all it ever saw."""


def read_from(store: sqlite3.Connection, nlp: Language) -> None:
    """Make the lemmatizer of a pipeline look its tables up in a store."""
    nlp.get_pipe("lemmatizer").lookups = stored_lookups(store)  # type: ignore[attr-defined]


def tables_of(nlp: Language) -> Tables:
    """Return the tables that the lemmatizer of a pipeline holds in memory."""
    lookups: Lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return {name: lookups.get_table(name) for name in lookups.tables}


def speed_up_index(nlp: Language) -> None:
    """Make the lemmatizer look its base forms up in sets: it scans lists of 66,000 words."""
    lookups: Lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    index = lookups.get_table("lemma_index")
    for pos in list(index):
        index[pos] = set(index[pos])


def bound_cache(nlp: Language) -> None:
    """Make the lemmatizer of a pipeline forget."""
    nlp.get_pipe("lemmatizer").cache = _BoundedCache()  # type: ignore[attr-defined]


def stored_lookups(store: sqlite3.Connection) -> Lookups:
    """Return what the lemmatizer reads of its tables: that of a part of speech, then a form."""
    rules: dict[str, list[tuple[str, str]]] = {}
    for pos, suffix, replacement in store.execute(
        "SELECT pos, suffix, replacement FROM rules ORDER BY pos, rank"
    ):
        rules.setdefault(pos, []).append((suffix, replacement))
    indexed = [pos for (pos,) in store.execute("SELECT DISTINCT pos FROM bases")]
    excepted = [pos for (pos,) in store.execute("SELECT DISTINCT pos FROM exceptions")]
    lookups = Lookups()
    for name, table in {
        "lemma_rules": rules,
        "lemma_index": {pos: _Bases(store, pos) for pos in indexed},
        "lemma_exc": {pos: _Exceptions(store, pos) for pos in excepted},
        "lemma_lookup": _Others(store),
    }.items():
        lookups.set_table(name, cast("Table", table))
    return lookups


class _Bases:
    """The forms that are lemmas of a part of speech."""

    def __init__(self, store: sqlite3.Connection, pos: str) -> None:
        self._store, self._pos = store, pos

    def __contains__(self, form: str) -> bool:
        query = "SELECT 1 FROM bases WHERE pos = ? AND form = ?"
        return self._store.execute(query, (self._pos, form)).fetchone() is not None


class _Exceptions:
    """The lemmas that no rule gives, for a part of speech."""

    def __init__(self, store: sqlite3.Connection, pos: str) -> None:
        self._store, self._pos = store, pos

    def get(self, form: str, default: list[str]) -> list[str]:
        query = "SELECT lemma FROM exceptions WHERE pos = ? AND form = ? ORDER BY rank"
        return [lemma for (lemma,) in self._store.execute(query, (self._pos, form))] or default


class _Others:
    """The lemmas of what the other tables do not know."""

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store

    def get(self, form: str, default: list[str]) -> list[str]:
        query = "SELECT lemma FROM others WHERE form = ?"
        found = self._store.execute(query, (signed(get_string_id(form)),)).fetchone()
        return [found[0]] if found else default


class _BoundedCache(dict[object, list[str]]):
    """Forgets everything when it is full."""

    def __setitem__(self, key: object, lemmas: list[str]) -> None:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        super().__setitem__(key, lemmas)
