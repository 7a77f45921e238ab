"""A noise changes how a question is written, always in the same way."""

import random

import pytest
from rapidfuzz.distance import OSA

from jumelage_bot.domain.answer import Status
from jumelage_bot.measuring.cases import Case, Question
from jumelage_bot.measuring.noise import (
    Noise,
    disturb,
    rewrite,
    with_a_slip,
    without_accents,
    without_punctuation,
)

TEXT = "Où l’école Bleue se trouve-t-elle, à Østrelune ?"


def a_case(identity: str, *texts: str) -> Case:
    return Case(identity, "x", tuple(Question(text, (Status.ANSWERED,)) for text in texts))


def test_accents_go_and_capitals_stay() -> None:
    assert without_accents("À Noël, l'Œuvre a dû être prête") == "A Noel, l'OEuvre a du etre prete"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Où est-ce, l’école ?!", "Où est-ce l école"),
        ("« Oui » (non)… : fin.", "Oui non fin"),
        ("J.-P. a 1.5 m", "J -P a 1.5 m"),
        ("voir delemont.ch :wave: @bot <#C1> https://a.fr/?q=1", None),
        ("?", ""),
    ],
)
def test_punctuation_goes_where_it_is_some(text: str, plain: str | None) -> None:
    assert without_punctuation(text) == (text if plain is None else plain)


@pytest.mark.parametrize("seed", range(50))
def test_a_slip_is_one_edit_in_one_longer_word_after_its_first_letter(seed: int) -> None:
    rng = random.Random(seed)

    slipped = with_a_slip(TEXT, rng)

    changed = [(a, b) for a, b in zip(TEXT.split(), slipped.split(), strict=True) if a != b]
    ((before, after),) = changed
    assert OSA.distance(before, after) == 1
    assert before[0] == after[0]


def test_a_text_of_short_words_has_no_slip() -> None:
    assert with_a_slip("où va-t-on ?", random.Random(0)) == "où va-t-on ?"


@pytest.mark.parametrize("noise", Noise)
def test_a_case_is_disturbed_as_before_whatever_comes_before_it(noise: Noise) -> None:
    case = a_case("a", TEXT, "Combien d'habitants ?")

    first = disturb(case, noise)
    disturb(a_case("b", TEXT), noise)

    assert disturb(case, noise) == first
    assert first.questions[0].text != TEXT
    assert (first.id, first.category) == (case.id, case.category)


def test_the_slips_of_two_cases_differ() -> None:
    slips = {disturb(a_case(str(n), TEXT), Noise.TYPO).questions[0].text for n in range(20)}

    assert len(slips) > 5


def test_capitals_are_all_of_them() -> None:
    assert rewrite("l'été", Noise.CAPITALS, random.Random(0)) == "L'ÉTÉ"
