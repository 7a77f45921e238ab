"""Stand-ins for what is slow or outside; each passes the tests of what it stands for."""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.understanding.normalise import fold

_WORD = re.compile(r"\d{1,3}(?:[ .]\d{3})+(?!\d)|[^\W_]+")


class FakeParser:
    """Knows the lemmas and the tags it is given, and no others; every word is its own head."""

    def __init__(
        self,
        lemmas: Mapping[str, tuple[str, ...]] | None = None,
        tags: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """Take the lemmas, and the part of speech and the relation, of folded forms."""
        self._lemmas = lemmas or {}
        self._tags = tags or {}

    def parse(self, text: str) -> Parse:
        is_one_case = text.isupper() or text.islower()
        tokens = []
        for index, match in enumerate(_WORD.finditer(text)):
            word = re.sub(r"\W", "", match[0])
            pos, dependency = self._tags.get(fold(word), ("X", "dep"))
            tokens.append(
                Token(
                    word,
                    fold(word),
                    match.start(),
                    match.end(),
                    self.lemmas(fold(word)),
                    None if is_one_case or index == 0 else word[0].isupper(),
                    pos,
                    dependency,
                    index,
                )
            )
        return Parse(text, tuple(tokens))

    def lemmas(self, form: str) -> frozenset[str]:
        return frozenset(self._lemmas.get(form, ()))

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        return frozenset(form for form, known in self._lemmas.items() if lemmas & {*known})


class BrokenParser:
    """A bug: says what it was given, as a KeyError does, and gives nothing back."""

    def parse(self, text: str) -> Parse:
        raise KeyError(text)

    def lemmas(self, form: str) -> frozenset[str]:
        raise KeyError(form)

    def inflections(self, lemmas: AbstractSet[str]) -> frozenset[str]:
        raise KeyError(*lemmas)
