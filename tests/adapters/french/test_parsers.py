"""What any parser does; the fake is held to it too."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from thinc.api import NumpyOps

from fakes import FakeParser
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.adapters.french.pipelines import compute_with
from jumelage_bot.bot import Bot
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.normalise import clean, fold

KNOWN = {"jumelees": ("jumeler",), "etait": ("etre",), "villes": ("ville",)}


@pytest.fixture(scope="module", params=["fake", "spacy"])
def any_parser(request: pytest.FixtureRequest) -> Parser:
    if request.param == "fake":
        return FakeParser(KNOWN)
    real: Parser = request.getfixturevalue("parser")
    return real


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("Où est-elle ?", ["ou", "est", "elle"]),
        ("l'Œuvre d’Élodie", ["l", "oeuvre", "d", "elodie"]),
        ("C'EST QUOI", ["c", "est", "quoi"]),
        ("trois, quatre… cinq !", ["trois", "quatre", "cinq"]),
        ("Kirchdorf-sur-Lune", ["kirchdorf", "sur", "lune"]),
        ("a_b", ["a", "b"]),
        ("?!", []),
        ("", []),
    ],
)
def test_words_are_folded_and_without_punctuation(
    any_parser: Parser, text: str, forms: list[str]
) -> None:
    parse = any_parser.parse(text)

    assert [t.folded for t in parse.tokens] == forms
    assert parse.text == text


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("780 000 habitants", ["780000"]),
        ("1.250.000 habitants", ["1250000"]),
        ("en 1999 ou 2000", ["1999", "2000"]),
        ("780 0000", ["780", "0000"]),
        ("12 mai 1985", ["12", "1985"]),
    ],
)
def test_a_number_keeps_its_groups_of_three_together(
    any_parser: Parser, text: str, numbers: list[str]
) -> None:
    parse = any_parser.parse(text)

    assert [t.folded for t in parse.tokens if t.is_number] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "À İzmir, les villes étaient 780 000",
        "👍🏽 les villes 🇫🇷 de l'est 👨‍👩‍👧",
        "l'l'l' ß ẞ ﬁn",
        "Les\nvilles   jumelées",
    ],
)
def test_offsets_lead_back_to_the_text(any_parser: Parser, text: str) -> None:
    parse = any_parser.parse(text)

    spans = [text[t.start : t.end] for t in parse.tokens]
    assert len(spans) > 2
    assert [fold(s).replace(" ", "") for s in spans] == [t.folded for t in parse.tokens]
    assert spans == [s.strip() for s in spans]


@given(text=st.text(alphabet=st.sampled_from("aéİ👍 -'.,?!\n07œßA"), max_size=60).map(clean))
@settings(max_examples=50, deadline=None)
def test_tokens_never_overlap_and_heads_are_tokens(any_parser: Parser, text: str) -> None:
    parse = any_parser.parse(text)

    edges = [edge for t in parse.tokens for edge in (t.start, t.end)]
    assert edges == sorted(edges)
    assert all(t.start < t.end <= len(text) for t in parse.tokens)
    assert all(0 <= t.head < len(parse.tokens) for t in parse.tokens)


@pytest.mark.parametrize("text", ["maire de valombre ?", "MAIRE DE VALOMBRE ?", "ÉTÉ 1999"])
def test_capitals_tell_nothing_when_all_is_in_one_case(any_parser: Parser, text: str) -> None:
    parse = any_parser.parse(text)

    assert {t.is_capitalised for t in parse.tokens} == {None}


def test_a_capital_is_noted_within_a_sentence_of_mixed_case(any_parser: Parser) -> None:
    parse = any_parser.parse("Le maire de Valombre, de l'Été")

    capitalised = [t.text for t in parse.tokens if t.is_capitalised]
    assert capitalised == ["Valombre", "Été"]


@pytest.mark.parametrize("form", KNOWN)
def test_a_form_without_accents_has_its_lemmas(any_parser: Parser, form: str) -> None:
    (token,) = any_parser.parse(form).tokens

    assert set(KNOWN[form]) <= any_parser.lemmas(form)
    assert set(KNOWN[form]) <= token.lemmas
    assert token.is_known


@pytest.mark.parametrize(
    ("text", "verb"), [("où est-elle ?", "est"), ("combien en compte-t-elle ?", "compte")]
)
def test_a_verb_and_its_pronoun_are_analysed_apart(
    parser: SpacyParser, text: str, verb: str
) -> None:
    tags = {token.text: token.pos for token in parser.parse(text).tokens}

    assert tags[verb] != "X"
    assert tags["elle"] == "PRON"


def test_a_word_that_is_not_french_has_no_lemma(any_parser: Parser) -> None:
    (token,) = any_parser.parse("valombre").tokens

    assert any_parser.lemmas("valombre") == frozenset()
    assert not token.is_known


def test_the_analysis_does_not_depend_on_what_multiplies_the_matrices(
    parser: SpacyParser, bot: Bot
) -> None:
    nlp = parser._nlp  # noqa: SLF001  # the pipeline is what is tested
    examples = [e for i in bot.grammar.language.intents.values() for e in i.examples]
    texts = examples[::6]
    compute_with(nlp, NumpyOps(use_blis=False))
    one = list(map(parser.parse, texts))

    compute_with(nlp, NumpyOps(use_blis=True))

    assert list(map(parser.parse, texts)) == one
