"""Keep the lemma tables of the model where they are looked up in place: an SQLite database."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from spacy.strings import get_string_id

from jumelage_bot.understanding.normalise import fold

Tables = Mapping[str, Mapping[int, Any]]
"""The tables of spaCy's lemmatizer, by name; inside, hashes of strings -> what they stand for."""

PARTS_OF_SPEECH = (
    *("adj", "adp", "adv", "aux", "cconj", "det", "intj", "noun", "num"),
    *("part", "pron", "propn", "punct", "sconj", "sym", "verb", "x"),
)

_SCHEMA = """
CREATE TABLE bases (pos TEXT, form TEXT, PRIMARY KEY (pos, form)) WITHOUT ROWID;
CREATE TABLE exceptions (
    pos TEXT, form TEXT, rank INTEGER, lemma TEXT, PRIMARY KEY (pos, form, rank)
) WITHOUT ROWID;
CREATE TABLE rules (pos TEXT, rank INTEGER, suffix TEXT, replacement TEXT);
CREATE TABLE others (form INTEGER PRIMARY KEY, lemma TEXT);
"""
_FOLDED = """
CREATE TABLE folded_bases (form TEXT, pos TEXT, PRIMARY KEY (form, pos)) WITHOUT ROWID;
INSERT OR IGNORE INTO folded_bases SELECT fold(form), pos FROM bases;
CREATE TABLE folded_exceptions (
    form TEXT, lemma TEXT, PRIMARY KEY (form, lemma)
) WITHOUT ROWID;
INSERT OR IGNORE INTO folded_exceptions SELECT fold(form), fold(lemma) FROM exceptions;
CREATE INDEX forms_of ON folded_exceptions (lemma, form);
"""


def open_store(path: Path) -> sqlite3.Connection:
    """Return a store that nobody writes any more, and that several threads may read."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    store = sqlite3.connect(uri, uri=True, check_same_thread=False)
    store.execute("PRAGMA cache_size = -512")  # Kilobytes: what is asked again is remembered.
    return store


def write_store(path: Path | None, tables: Tables) -> sqlite3.Connection:
    """Return a new store of the tables of a lemmatizer, in a file or in memory."""
    store = sqlite3.connect(path or ":memory:", check_same_thread=False)
    store.create_function("fold", 1, fold, deterministic=True)
    store.executescript(_SCHEMA)
    with store:
        store.executemany("INSERT INTO bases VALUES (?, ?)", sorted(_bases(tables)))
        store.executemany("INSERT INTO exceptions VALUES (?, ?, ?, ?)", sorted(_exceptions(tables)))
        store.executemany("INSERT INTO rules VALUES (?, ?, ?, ?)", _rules(tables))
        store.executemany("INSERT INTO others VALUES (?, ?)", sorted(_others(tables)))
    store.executescript(_FOLDED)
    return store


def signed(key: int) -> int:
    """Return a hash as SQLite holds it: of its 64 bits, one is the sign."""
    return key - (1 << 64) if key >> 63 else key


def _bases(tables: Tables) -> set[tuple[str, str]]:
    return {(pos, form) for pos, forms in _by_pos(tables["lemma_index"]) for form in forms}


def _exceptions(tables: Tables) -> Iterator[tuple[str, str, int, str]]:
    for pos, table in _by_pos(tables["lemma_exc"]):
        for form, lemmas in table.items():
            yield from ((pos, form, rank, lemma) for rank, lemma in enumerate(lemmas))


def _rules(tables: Tables) -> Iterator[tuple[str, int, str, str]]:
    for pos, rules in _by_pos(tables["lemma_rules"]):
        yield from ((pos, rank, *rule) for rank, rule in enumerate(rules))


def _others(tables: Tables) -> Iterable[tuple[int, str]]:
    """Yield the lemmas of forms of any part of speech; of several, spaCy takes the first."""
    return ((signed(form), lemmas[0]) for form, lemmas in tables["lemma_lookup"].items())


def _by_pos(table: Mapping[int, Any]) -> Iterator[tuple[str, Any]]:
    names = {get_string_id(name): name for name in PARTS_OF_SPEECH}
    return ((names[key], of_pos) for key, of_pos in table.items())
