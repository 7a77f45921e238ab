"""The lemmas of a French form, accents aside, from the tables of spaCy's lemmatizer."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache

from spacy.language import Language
from spacy.lookups import Lookups

from jumelage_bot.understanding.normalise import fold

MAX_REMEMBERED = 4_096
"""Forms whose lemmas are remembered: those of the content, and the words of every day."""

MAX_LONGER = 2
"""Letters that a form has more than its lemma: the tenses of books have more."""


@dataclass(frozen=True, eq=False)
class LemmaTables:
    """The exceptions, indexes and suffix rules of the model, folded.

    The contextual lemma of "jumelees" is itself: people leave out accents, and the model
    has never seen that. These tables know it, and which words are French at all.
    """

    exceptions: Mapping[str, frozenset[str]]
    index: Mapping[str, frozenset[str]]
    """Part of speech -> its base forms."""
    rules: Mapping[str, tuple[tuple[str, str], ...]]
    """Part of speech -> (suffix, what replaces it)."""

    def lemmas(self, form: str) -> frozenset[str]:
        """Return every lemma a folded form may have; empty for a word that is not French."""
        return _lemmas(self, form)

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        """Return the folded forms of some folded lemmas, but for the longest."""
        listed = (
            (form, base) for form, bases in self.exceptions.items() for base in bases & lemmas
        )
        ruled = (
            (base.removesuffix(replacement) + suffix, base)
            for pos, rules in self.rules.items()
            for base in self.index[pos] & lemmas
            for suffix, replacement in rules
            if base.endswith(replacement)
        )
        return frozenset(
            form
            for form, base in (*listed, *ruled)
            if form.isalpha() and len(form) <= len(base) + MAX_LONGER
        )


@lru_cache(MAX_REMEMBERED)
def _lemmas(tables: LemmaTables, form: str) -> frozenset[str]:
    found = set(tables.exceptions.get(form, ()))
    for pos, index in tables.index.items():
        if form in index:
            found.add(form)
        for suffix, replacement in tables.rules.get(pos, ()):
            base = form.removesuffix(suffix) + replacement
            if form.endswith(suffix) and base in index:
                found.add(base)
    return frozenset(found)


def read_lemma_tables(nlp: Language) -> LemmaTables:
    """Return the tables of a pipeline's rule lemmatizer."""
    lookups = _lookups(nlp)
    names = nlp.vocab.strings
    exceptions: dict[str, set[str]] = {}
    for form, lemma in _exceptions(lookups):
        exceptions.setdefault(fold(form), set()).add(fold(lemma))
    rules = {
        names[pos]: tuple((fold(old), fold(new)) for old, new in table)
        for pos, table in lookups.get_table("lemma_rules").items()
    }
    index = {
        names[pos]: frozenset(fold(form) for form in forms)
        for pos, forms in lookups.get_table("lemma_index").items()
    }
    return LemmaTables(
        {form: frozenset(lemmas) for form, lemmas in exceptions.items()}, index, rules
    )


def speed_up_index(nlp: Language) -> None:
    """Make the lemmatizer look its base forms up in sets: it scans lists of 66,000 words."""
    index = _lookups(nlp).get_table("lemma_index")
    for pos in list(index):
        index[pos] = set(index[pos])


def bound_cache(nlp: Language) -> None:
    """Make the lemmatizer forget: it remembers every word it ever saw, outside memory zones."""
    nlp.get_pipe("lemmatizer").cache = _BoundedCache()  # type: ignore[attr-defined]


class _BoundedCache(dict[object, list[str]]):
    """Forgets everything when it is full."""

    def __setitem__(self, key: object, lemmas: list[str]) -> None:
        if len(self) >= MAX_REMEMBERED:
            self.clear()
        super().__setitem__(key, lemmas)


def _lookups(nlp: Language) -> Lookups:
    lookups: Lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    return lookups


def _exceptions(lookups: Lookups) -> Iterator[tuple[str, str]]:
    for table in lookups.get_table("lemma_exc").values():
        for form, lemmas in table.items():
            yield from ((form, lemma) for lemma in lemmas)
