"""See an utterance, or a phrase of the content, as comparable units."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from jumelage_bot.domain.analysis import Mention, Unit
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.utterance import Token
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.phrases import (
    Family,
    PhraseBook,
    content_keys,
    head_key,
    operator_key,
    phrases_at,
    question_key,
)

Requirement = frozenset[str]
"""A word of a cue or an example: any unit that shares a key with it satisfies it."""


NOUN = "NOUN"
"""A universal part of speech."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The phrases of the content, with the parser that knows the forms of their words."""

    parser: Parser
    book: PhraseBook
    relative: tuple[str, ...] = ()
    """The kinds of question word that ask nothing after a noun."""

    def requirements(self, phrase: str) -> tuple[Requirement, ...]:
        """Return what a phrase of the content requires of an utterance, word by word.

        A word of a synonym group requires the group, any other its form or its lemmas.
        """
        return tuple(requirement for _, requirement in self.read(phrase))

    def read(self, phrase: str) -> Iterator[tuple[Unit, Requirement]]:
        """Yield the units of a phrase of the content, with what each requires."""
        tokens = [self._token(word) for word in words(phrase)]
        for unit in self.units(tokens, (0,) * len(tokens), ()):
            groups = frozenset(key for key in unit.keys if key[0] in "=?")
            yield unit, groups or unit.keys

    def units(
        self, tokens: Sequence[Token], clauses: Sequence[int], mentions: Sequence[Mention]
    ) -> list[Unit]:
        """Return the tokens as words, listed phrases and mentions, in order."""
        starts = {m.start: m for m in mentions}
        units: list[Unit] = []
        index = 0
        while index < len(tokens):
            if mention := starts.get(index):
                units.append(_mention_unit(mention, clauses[index]))
            else:
                units.append(self._unit(index, tokens, clauses, frozenset(starts)))
            index = units[-1].end
        return [self._related(n, units, tokens) for n in range(len(units))]

    def _related(self, index: int, units: Sequence[Unit], tokens: Sequence[Token]) -> Unit:
        """Return a unit; a relative pronoun after a noun asks nothing."""
        unit = _settled(index, units)
        if index == 0 or unit.question not in self.relative:
            return unit
        before = units[index - 1]
        is_named = before.mention is not None or before.is_name
        is_noun = tokens[before.end - 1].pos == NOUN and before.mention is None
        is_after = is_noun or (is_named and self._is_set_off(index, units))
        if not is_after or before.clause != unit.clause or before.question:
            return unit
        return replace(unit, question=None, is_ignorable=True)

    def _is_set_off(self, index: int, units: Sequence[Unit]) -> bool:
        """Return whether a name is set off before an index: "c'est Schuler qui …"."""
        return any(
            operator_key(Operator.IT_IS) in unit.keys and unit.clause == units[index].clause
            for unit in units[: index - 1]
        )

    def _token(self, word: str) -> Token:
        """Return a word of the content as a token: here the tables know, not the context."""
        return Token(word, word, 0, 0, content_keys(word, self.parser), None, "", "", 0)

    def _unit(
        self, index: int, tokens: Sequence[Token], clauses: Sequence[int], stops: frozenset[int]
    ) -> Unit:
        token = tokens[index]
        keys = token.lemmas | {token.folded}
        unit = Unit(index, index + 1, token.text, clauses[index], keys, is_number=token.is_number)
        phrases = phrases_at(index, tokens, self.book, stops)
        if not phrases:
            return replace(unit, is_name=_looks_like_a_name(token))
        end = index + len(phrases[0].words)
        heads = {head_key(p.head) for p in phrases if p.family is Family.SYNONYM}
        heads |= {operator_key(p.head) for p in phrases if p.family is Family.OPERATOR}
        asked = [p.head for p in phrases if p.family is Family.QUESTION]
        joined = "".join(t.folded for t in tokens[index:end])
        own = keys if end == index + 1 else {joined}
        return replace(
            unit,
            end=end,
            text=" ".join(t.text for t in tokens[index:end]),
            keys=frozenset(own | heads | {question_key(kind) for kind in asked}),
            question=asked[0] if asked else None,
            is_ignorable=any(p.family is Family.IGNORABLE for p in phrases),
        )


def _settled(index: int, units: Sequence[Unit]) -> Unit:
    """Return a unit; "ou" between two words that say something is no question.

    Even where accents are left out: "delemont ou leonberg", "actif ou inactif".
    """
    unit = units[index]
    if unit.question is None or operator_key(Operator.EITHER) not in unit.keys:
        return unit
    beside = [units[i] for i in (index - 1, index + 1) if 0 <= i < len(units)]
    if len(beside) == 1 or any(u.is_ignorable or u.question for u in beside):
        return unit
    return replace(unit, question=None, keys=unit.keys - {question_key(unit.question)})


def _looks_like_a_name(token: Token) -> bool:
    return token.folded.isalpha() and (not token.is_known or token.is_capitalised is True)


def _mention_unit(mention: Mention, clause: int) -> Unit:
    return Unit(
        mention.start,
        mention.end,
        mention.name,
        clause,
        frozenset(),
        is_name=not mention.entities,
        mention=mention,
    )
