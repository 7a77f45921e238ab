"""Where a clause ends, and which ones ask."""

from dataclasses import replace

import pytest

from fakes import FakeParser
from jumelage_bot.understanding.clauses import ClauseWords, asked_clauses, number_clauses

PARSER = FakeParser(
    lemmas={"demande": ("demander",), "dit": ("dire",), "est": ("etre",)},
    tags={
        "il": ("PRON", "nsubj"),
        "y": ("PRON", "expl:subj"),
        "le": ("DET", "det"),
        "paul": ("PROPN", "nsubj"),
        "lui": ("PRON", "obl:arg"),
        "si": ("SCONJ", "mark"),
        "que": ("SCONJ", "mark"),
        "qui": ("PRON", "nsubj"),
        "je": ("PRON", "nsubj"),
        "site": ("NOUN", "obj"),
    },
)
KNOWN = ClauseWords(
    openers=frozenset({"et", "mais"}),
    reporting=frozenset({"demander", "dire"}),
    starters=frozenset({"il", "qui", "la"}),
    asking=frozenset({"qui"}),
)


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, each as its words; a pronoun depends on the last word."""
    parse = PARSER.parse(text)
    last = len(parse.tokens) - 1
    tokens = (replace(t, head=last) if t.pos == "PRON" else t for t in parse.tokens)
    parse = replace(parse, tokens=tuple(tokens))
    numbers = number_clauses(parse, KNOWN)
    return [
        " ".join(t.text for t, n in zip(parse.tokens, numbers, strict=True) if n == clause)
        for clause in sorted(set(numbers))
    ]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("le maire", ["le maire"]),
        ("", []),
        # a full stop left out, and what is no sentence
        ("il est venu Qui est le maire", ["il est venu", "Qui est le maire"]),
        ("la distance de La Rochelle", ["la distance de La Rochelle"]),
        # signs
        ("bonjour. le maire ?", ["bonjour", "le maire"]),
        ("bonjour, le maire", ["bonjour", "le maire"]),
        ("Valombre : le maire", ["Valombre", "le maire"]),
        ("le maire (pas le préfet) ici", ["le maire", "pas le préfet", "ici"]),
        ("bonjour\nle maire", ["bonjour", "le maire"]),
        ("Valombre - le maire", ["Valombre", "le maire"]),
        ("Valombre… le maire ; ici", ["Valombre", "le maire", "ici"]),
        # no sign
        ("Vallon-Ombre", ["Vallon Ombre"]),
        ("l'an d'or", ["l an d or"]),
        # conjunctions
        ("le maire et il vient", ["le maire", "et il vient"]),
        ("le maire et y vient", ["le maire", "et y vient"]),
        ("le maire et le préfet", ["le maire et le préfet"]),
        ("le maire et Paul viennent", ["le maire et Paul viennent"]),
        ("le maire et lui", ["le maire et lui"]),
        ("le maire et", ["le maire et"]),
        ("et il vient", ["et il vient"]),
        # a subject said anew, where nothing is marked
        ("le site je donne", ["le site", "je donne"]),
        ("le site, bon je donne", ["le site", "bon je donne"]),
        ("le site qui donne", ["le site qui donne"]),
        # after a verb of saying
        ("on demande si le maire vient", ["on demande", "si le maire vient"]),
        ("on dit que le maire vient", ["on dit", "que le maire vient"]),
        ("on voit que le maire vient", ["on voit que le maire vient"]),
        ("on demande qui vient", ["on demande qui vient"]),
    ],
)
def test_a_text_is_cut_into_clauses(text: str, clauses: list[str]) -> None:
    assert clauses_of(text) == clauses


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("bonjour. le maire ?", {1}),
        ("le maire ? le préfet ?", {0, 1}),
        ("le maire ? merci", {0}),
        ("vraiment ?? merci", {0}),
        ("(le maire ?)", {0}),
        ("bonjour, le maire", set()),
        ("? le maire", set()),
        ("", set()),
    ],
)
def test_a_question_mark_says_which_clause_asks(text: str, asked: set[int]) -> None:
    parse = PARSER.parse(text)

    found = asked_clauses(parse, number_clauses(parse, KNOWN))

    assert found == asked
