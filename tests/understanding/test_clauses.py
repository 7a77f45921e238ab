"""Where a clause ends, and which ones ask."""

import pytest

from fakes import FakeParser
from jumelage_bot.understanding.clauses import asked_clauses, number_clauses

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
    },
)
OPENERS = frozenset({"et", "mais"})
REPORTING = frozenset({"demander", "dire"})
STARTERS = frozenset({"il", "qui", "la"})


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text, each as its words."""
    parse = PARSER.parse(text)
    numbers = number_clauses(parse, OPENERS, REPORTING, STARTERS)
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

    found = asked_clauses(parse, number_clauses(parse, OPENERS, REPORTING, STARTERS))

    assert found == asked
