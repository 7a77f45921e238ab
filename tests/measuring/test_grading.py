"""A reply is held against what was expected, whatever its typography."""

import re
from dataclasses import replace

import pytest

from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.measuring.cases import Question, Trait
from jumelage_bot.measuring.faults import (
    Fault,
    Lacks,
    NoReply,
    OtherIntent,
    OtherStatus,
    Says,
    TooLong,
    is_untrue,
)
from jumelage_bot.measuring.grading import find_faults, literal, normalise

FIFTY = Trait("50000", re.compile("50000"))
SIXTY = Trait("\\b60 ?000", re.compile("\\b60 ?000"))
QUESTION = Question("Combien ?", (Status.ANSWERED,), ((FIFTY, SIXTY),), (literal("Italie"),))
ANSWER = Answer("Près de 50\u202f000 habitants.", Status.ANSWERED, "consulter")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Près de 50 000", "pres de 50000"),
        ("50\u00a0000 et 50\u202f000", "50000 et 50000"),
        ("1.234.567", "1234567"),
        ("1985. 200 élèves", "1985. 200 eleves"),
        ("en 2000 1985", "en 2000 1985"),
        ("L’œuvre,\n  d‑un ‘Été’", "l'oeuvre, d-un 'ete'"),
    ],
)
def test_a_text_is_compared_without_its_typography(text: str, plain: str) -> None:
    assert normalise(text) == plain


def test_a_right_answer_has_no_fault() -> None:
    assert list(find_faults(QUESTION, ANSWER)) == []


def test_one_pattern_of_each_group_is_enough_and_none_is_too_few() -> None:
    sixty = replace(ANSWER, text="60 000")
    neither = replace(ANSWER, text="70 000")

    assert list(find_faults(QUESTION, sixty)) == []
    assert list(find_faults(QUESTION, neither)) == [Lacks((FIFTY, SIXTY))]


@pytest.mark.parametrize("answer", [None, replace(ANSWER, text=" \n")])
def test_no_reply_is_a_fault_by_itself(answer: Answer | None) -> None:
    assert list(find_faults(QUESTION, answer)) == [NoReply()]


@pytest.mark.parametrize(
    ("question", "answer", "fault"),
    [
        (
            replace(QUESTION, statuses=(Status.UNKNOWN,)),
            ANSWER,
            OtherStatus(Status.ANSWERED, (Status.UNKNOWN,)),
        ),
        (replace(QUESTION, intent="lister"), ANSWER, OtherIntent("consulter", "lister")),
        (replace(QUESTION, max_length=5), ANSWER, TooLong(24, 5)),
        (QUESTION, replace(ANSWER, text="50 000, en ITALIE"), Says(QUESTION.must_not[0])),
    ],
)
def test_each_expectation_has_its_fault(question: Question, answer: Answer, fault: Fault) -> None:
    assert list(find_faults(question, answer)) == [fault]


def test_what_is_expected_word_for_word_is_no_pattern() -> None:
    question = replace(QUESTION, must=((literal("Oui. (50 000)"),),))

    assert list(find_faults(question, replace(ANSWER, text="oui. (50000)"))) == []
    assert list(find_faults(question, replace(ANSWER, text="ouix 50000")))


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (Says(FIFTY), True),
        (OtherStatus(Status.ANSWERED, (Status.UNKNOWN,)), True),
        (OtherStatus(Status.UNKNOWN, (Status.ANSWERED,)), False),
        (Lacks((FIFTY,)), False),
        (OtherIntent("a", "b"), False),
        (TooLong(2, 1), False),
        (NoReply(), False),
    ],
)
def test_an_answer_misleads_or_falls_short(fault: Fault, *, expected: bool) -> None:
    assert is_untrue(fault) is expected
