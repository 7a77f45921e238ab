"""Cut an utterance into clauses: the duty to explain every word is on the one that asks."""

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jumelage_bot.domain.utterance import Parse, Token

REACH = 5
"""Words between a verb of saying and the "que" that it opens ("dire à ce monsieur que")."""

SUBJECTS = frozenset({"nsubj", "expl:subj"})
"""Universal dependency relations."""
SAID = frozenset({"NOUN", "PROPN", "ADJ", "ADV", "NUM"})
"""The universal parts of speech of the words after which a sentence may end."""

_MARK = re.compile(r"[.!?;:,…\n()\[\]]|\s-\s")

_SENTENCE = re.compile(r"[.!?…\n]")


@dataclass(frozen=True, slots=True)
class ClauseWords:
    """The words that open a clause, folded."""

    openers: AbstractSet[str]
    """Conjunctions, where a subject follows."""
    reporting: AbstractSet[str]
    """Lemmas of saying, before "que" or "si"."""
    starters: AbstractSet[str]
    """Small words whose capital shows that a full stop was left out."""
    asking: AbstractSet[str]
    """Question words and relatives: they open none after a noun ("le maire qui …")."""


def number_clauses(parse: Parse, known: ClauseWords) -> tuple[int, ...]:
    """Return, for each token, the number of its clause.

    A clause ends at a sentence mark, a comma, a colon, a bracket or a line break; before
    a conjunction that a subject follows; before "que" or "si" after a verb of saying; before
    a small word whose capital shows that a full stop was left out; in a message without any
    mark, before a subject pronoun that follows what has been said.
    """
    is_unmarked = not _MARK.search(parse.text.rstrip(" .?!"))
    numbers: list[int] = []
    current = 0
    for index, token in enumerate(parse.tokens):
        if index:
            gap = parse.text[parse.tokens[index - 1].end : token.start]
            opens = _opens_clause(parse, index, known)
            starts = _starts_sentence(parse, index, known.starters) or (
                is_unmarked and _says_anew(parse, index, known.asking)
            )
            current += bool(opens or starts or _MARK.search(gap))
        numbers.append(current)
    return tuple(numbers)


def reporting_clauses(
    parse: Parse, clauses: tuple[int, ...], reporting: AbstractSet[str]
) -> frozenset[int]:
    """Return the clauses that only tell who says, or thinks, what the next one says."""
    return frozenset(
        clauses[index - 1]
        for index in range(1, len(parse.tokens))
        if clauses[index] != clauses[index - 1]
        and not _MARK.search(parse.text[parse.tokens[index - 1].end : parse.tokens[index].start])
        and _is_reported(parse, index, reporting)
    )


def asked_clauses(parse: Parse, clauses: tuple[int, ...]) -> frozenset[int]:
    """Return the clauses that a question mark ends."""
    ends = [*(token.start for token in parse.tokens[1:]), len(parse.text)]
    return frozenset(
        clause
        for token, end, clause in zip(parse.tokens, ends, clauses, strict=False)
        if "?" in parse.text[token.end : end]
    )


def questioning_clauses(parse: Parse, clauses: tuple[int, ...]) -> frozenset[int]:
    """Return the clauses of the sentences that end in a question mark; all, if none does."""
    starts = [token.start for token in parse.tokens[1:]]
    ends = [*starts, len(parse.text)]
    found: set[int] = set()
    sentence: set[int] = set()
    for token, end, clause in zip(parse.tokens, ends, clauses, strict=False):
        sentence.add(clause)
        gap = parse.text[token.end : end]
        if _SENTENCE.search(gap):
            found.update(sentence if "?" in gap else ())
            sentence = set()
    return frozenset(found or clauses)


def _opens_clause(parse: Parse, index: int, known: ClauseWords) -> bool:
    token = parse.tokens[index]
    if index + 1 == len(parse.tokens):
        return False
    if token.folded in known.openers:
        return _is_subject(parse.tokens[index + 1]) or _joins_a_sentence(parse, index)
    return _is_reported(parse, index, known.reporting)


def _joins_a_sentence(parse: Parse, index: int) -> bool:
    """Return whether a conjunction joins a verb with a subject of its own."""
    head = parse.tokens[index].head
    between = parse.tokens[index + 1 : head]
    is_verb = parse.tokens[head].pos in {"VERB", "AUX"}
    return is_verb and any(t.head == head and t.dependency == "nsubj" for t in between)


def _is_reported(parse: Parse, index: int, reporting: AbstractSet[str]) -> bool:
    """Return whether a "que" or "si" opens what a verb of saying tells."""
    if parse.tokens[index].dependency != "mark":
        return False
    shortly_before = parse.tokens[max(0, index - REACH) : index]
    return any(not each.lemmas.isdisjoint(reporting) for each in shortly_before)


def _starts_sentence(parse: Parse, index: int, starters: AbstractSet[str]) -> bool:
    """Return whether a capital opens a sentence: not a name ("La Rochelle")."""
    token = parse.tokens[index]
    if not token.is_capitalised or token.folded not in starters or index + 1 == len(parse.tokens):
        return False
    following = parse.tokens[index + 1]
    return following.is_known and not following.is_capitalised


def _says_anew(parse: Parse, index: int, asking: AbstractSet[str]) -> bool:
    """Return whether a pronoun begins a sentence of its own ("le site … je le donne à qui").

    It is the subject of a verb after it, and stands after a noun or the like: not where a
    conjunction, a relative or a verb leads to it ("quand il", "est-il").
    """
    token = parse.tokens[index]
    is_first = token.dependency in SUBJECTS and token.pos == "PRON" and token.head > index
    return is_first and token.folded not in asking and parse.tokens[index - 1].pos in SAID


def _is_subject(token: Token) -> bool:
    return token.pos == "PRON" and token.dependency.startswith(("nsubj", "expl"))
