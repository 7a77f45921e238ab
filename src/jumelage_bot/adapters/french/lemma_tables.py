"""Tell the lemmas of a French form, accents aside, and the forms of a lemma."""

import json
import sqlite3
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from jumelage_bot.understanding.normalise import fold

MAX_REMEMBERED = 4_096
"""Forms whose lemmas are remembered: those of the content, and the words of every day."""

MAX_LONGER = 2
"""Letters that a form has more than its lemma: the tenses of books have more."""

_LISTED_LEMMAS = "SELECT lemma FROM folded_exceptions WHERE form = ?"
_LISTED_FORMS = """
SELECT form, lemma FROM folded_exceptions WHERE lemma IN (SELECT value FROM json_each(?))
"""
_BASES = "SELECT pos, form FROM folded_bases WHERE form IN (SELECT value FROM json_each(?))"
_RULES = "SELECT pos, suffix, replacement FROM rules"
_PARTS_OF_SPEECH = "SELECT DISTINCT pos FROM bases"


class LemmaTables:
    """The exceptions, base forms and suffix rules of the model, folded.

    The contextual lemma of "jumelees" is itself: people leave out accents, and the model
    has never seen that. These tables know it, and which words are French at all.
    """

    def __init__(self, store: sqlite3.Connection) -> None:
        self._store = store
        self._rules: dict[str, list[tuple[str, str]]] = {
            pos: [] for (pos,) in store.execute(_PARTS_OF_SPEECH)
        }
        for pos, suffix, replacement in store.execute(_RULES):
            self._rules[pos].append((fold(suffix), fold(replacement)))
        self.lemmas = lru_cache(MAX_REMEMBERED)(self._lemmas)
        """Return every lemma a folded form may have; empty for a word that is not French."""

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        """Return the folded forms of some folded lemmas, but for the longest."""
        wanted = json.dumps(sorted(lemmas))
        listed = self._store.execute(_LISTED_FORMS, (wanted,))
        ruled = (
            (base.removesuffix(replacement) + suffix, base)
            for pos, base in self._store.execute(_BASES, (wanted,))
            for suffix, replacement in self._rules[pos]
            if base.endswith(replacement)
        )
        return frozenset(
            form
            for form, base in (*listed, *ruled)
            if form.isalpha() and len(form) <= len(base) + MAX_LONGER
        )

    def _lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas of a form, be it a plural that the tables lack ("points")."""
        found = self._listed_lemmas(form)
        singular = form.removesuffix("s")
        if not found and singular != form and singular in self.lemmas(singular):
            return frozenset({singular})
        return found

    def _listed_lemmas(self, form: str) -> frozenset[str]:
        possible = set(self._possible_bases(form))
        forms = json.dumps(sorted({base for _, base in possible}))
        found = {base for _, base in possible.intersection(self._store.execute(_BASES, (forms,)))}
        return frozenset(found.union(*self._store.execute(_LISTED_LEMMAS, (form,))))

    def _possible_bases(self, form: str) -> Iterator[tuple[str, str]]:
        for pos, rules in self._rules.items():
            yield pos, form
            for suffix, replacement in rules:
                if form.endswith(suffix):
                    yield pos, form.removesuffix(suffix) + replacement
