"""Cut an utterance into clauses: the duty to explain every word is on the one that asks."""

import re
from collections.abc import Set as AbstractSet

from jumelage_bot.domain.utterance import Parse, Token

REACH = 5
"""Words between a verb of saying and the "que" that it opens ("dire à ce monsieur que")."""

_MARK = re.compile(r"[.!?;:,…\n()\[\]]|\s-\s")

_SENTENCE = re.compile(r"[.!?…\n]")


def number_clauses(
    parse: Parse, openers: frozenset[str], reporting: frozenset[str], starters: AbstractSet[str]
) -> tuple[int, ...]:
    """Return, for each token, the number of its clause.

    A clause ends at a sentence mark, a comma, a colon, a bracket or a line break; before
    a conjunction (`openers`) that a subject follows; before "que" or "si" after a verb of
    saying (`reporting`, folded lemmas); before a small word (`starters`, folded) whose
    capital shows that a full stop was left out.
    """
    numbers: list[int] = []
    current = 0
    for index, token in enumerate(parse.tokens):
        if index:
            gap = parse.text[parse.tokens[index - 1].end : token.start]
            opens = _opens_clause(parse, index, openers, reporting)
            starts = _starts_sentence(parse, index, starters)
            current += bool(opens or starts or _MARK.search(gap))
        numbers.append(current)
    return tuple(numbers)


def reporting_clauses(
    parse: Parse, clauses: tuple[int, ...], reporting: frozenset[str]
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


def _opens_clause(
    parse: Parse, index: int, openers: frozenset[str], reporting: frozenset[str]
) -> bool:
    token = parse.tokens[index]
    if index + 1 == len(parse.tokens):
        return False
    if token.folded in openers:
        return _is_subject(parse.tokens[index + 1]) or _joins_a_sentence(parse, index)
    return _is_reported(parse, index, reporting)


def _joins_a_sentence(parse: Parse, index: int) -> bool:
    """Return whether a conjunction joins a verb with a subject of its own."""
    head = parse.tokens[index].head
    between = parse.tokens[index + 1 : head]
    is_verb = parse.tokens[head].pos in {"VERB", "AUX"}
    return is_verb and any(t.head == head and t.dependency == "nsubj" for t in between)


def _is_reported(parse: Parse, index: int, reporting: frozenset[str]) -> bool:
    """Return whether a "que" or "si" opens what a verb of saying tells."""
    if parse.tokens[index].dependency != "mark":
        return False
    shortly_before = parse.tokens[max(0, index - REACH) : index]
    return any(reporting & each.lemmas for each in shortly_before)


def _starts_sentence(parse: Parse, index: int, starters: AbstractSet[str]) -> bool:
    """Return whether a capital opens a sentence: not a name ("La Rochelle")."""
    token = parse.tokens[index]
    if not token.is_capitalised or token.folded not in starters or index + 1 == len(parse.tokens):
        return False
    following = parse.tokens[index + 1]
    return following.is_known and not following.is_capitalised


def _is_subject(token: Token) -> bool:
    return token.pos == "PRON" and token.dependency.startswith(("nsubj", "expl"))
