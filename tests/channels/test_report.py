"""A measure is told in a terminal, to a program, and on a page that stands alone."""

import json
import re
from dataclasses import replace

import pytest

from invented import a_knowledge_base
from jumelage_bot.channels.report.failures import Failure, failures_of
from jumelage_bot.channels.report.fields import to_json
from jumelage_bot.channels.report.page import to_page
from jumelage_bot.channels.report.text import lines_of_text
from jumelage_bot.channels.report.words import count, percent, points, wording
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.measuring.cases import Case
from jumelage_bot.measuring.faults import Lacks, NoReply, OtherIntent, OtherStatus, Says, TooLong
from jumelage_bot.measuring.grading import literal
from jumelage_bot.measuring.measure import Measure, measure
from jumelage_bot.measuring.noise import Noise
from support import NOW
from turns import YES, answering, expecting

BAD = "<b>Éva</b> ?\x1b[31m"
CASES = (
    Case("1", "oui", (expecting("Qui ?", "50 000", intent="confirmer"),)),
    Case("2", "oui", (expecting(BAD, "60 000", intent="<i>"),)),
    Case("3", "suite", (expecting("Qui ?"), expecting("Quoi ?"))),
)
REPLIES = {"Qui ?": YES, BAD: Answer("<u>Non</u>", Status.ANSWERED, "confirmer")}


@pytest.fixture(scope="module")
def measured() -> Measure:
    return measure(CASES, answering(REPLIES), tuple(Noise), lambda _: None)


@pytest.fixture(scope="module")
def failures(measured: Measure) -> tuple[Failure, ...]:
    return tuple(failures_of(measured, a_knowledge_base()))


@pytest.fixture(scope="module")
def page(measured: Measure, failures: tuple[Failure, ...]) -> str:
    return to_page(measured, failures, ["a&b.jsonl"], NOW.date())


def test_figures_are_written_as_french_is() -> None:
    assert percent(97.94) == "97,9\u00a0%"
    assert points(-1.74) == "−1,7\u00a0point"
    assert points(2.1) == "+2,1\u00a0points"
    assert points(0) == points(-0.01) == "0,0\u00a0point"
    assert count(12_345) == "12\u00a0345"


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (NoReply(), "rien n'est répondu"),
        (TooLong(1234, 800), "1\u00a0234 caractères, 800 au plus"),
        (OtherStatus(Status.ANSWERED, (Status.UNKNOWN, Status.CLARIFY)), "unknown ou clarify"),
        (OtherIntent(None, "lister"), "il n'y a pas d'intention, au lieu de lister"),
        (Lacks((literal("a"), literal("B"))), "il manque « a » ou « B »"),
        (Says(literal("a")), "il ne fallait pas dire « a »"),
    ],
)
def test_each_fault_is_told(fault: NoReply, told: str) -> None:
    assert told in wording(fault)


def test_each_turn_that_went_wrong_is_a_failure_with_its_trace(
    failures: tuple[Failure, ...],
) -> None:
    first, second = failures

    assert (first.id, first.number, first.is_in_conversation) == ("2", 1, False)
    assert (second.id, second.number, second.is_in_conversation) == ("3", 2, True)
    assert first.question == "<b>Éva</b> ?[31m"
    assert first.expected == "answered ; intention <i> ; « 60 000 »"
    assert len(first.faults) == 2
    assert first.trace.startswith("Question lue\n")


def test_the_figures_come_last_in_a_terminal(
    measured: Measure, failures: tuple[Failure, ...]
) -> None:
    lines = list(lines_of_text(measured, failures))

    told = "\n".join(lines).replace("\u00a0", " ")
    assert lines[0] == "Échec 1 : 2 (oui)"
    assert "Échec 2 : 3 (suite, tour 2)" in lines
    assert "\x1b" not in told
    assert re.search(r"^  oui +1/2 +50,0 %$", told, re.MULTILINE)
    assert re.search(r"^  ensemble +1/3 +33,3 %$", told, re.MULTILINE)
    assert re.search(r"^  dites autrement +2/4 +50,0 %$", told, re.MULTILINE)
    assert re.search(r"^  <i> → confirmer +1$", told, re.MULTILINE)
    assert re.search(r"^  en capitales +0/3 +0,0 %   −33,3 points$", told, re.MULTILINE)
    assert "avec une faute de frappe" in lines[-1]


def test_what_was_not_measured_is_not_told(failures: tuple[Failure, ...]) -> None:
    plain = measure(CASES[2:], answering(REPLIES), (), lambda _: None)

    told = "\n".join(lines_of_text(plain, failures))
    page = to_page(plain, (), ["a"], NOW.date())

    assert "bruit" not in told + page
    assert "attendue" not in told + page
    assert "Aucun échec" in page


def test_a_program_is_told_everything(measured: Measure, failures: tuple[Failure, ...]) -> None:
    text = to_json(measured, failures)

    found = json.loads(text)
    assert text.isascii()
    assert "\n" not in text
    assert found["cases"] == {"right": 1, "total": 3, "percent": 33.33}
    assert found["turns"] == {"right": 2, "total": 4, "percent": 50.0}
    assert (found["wrong_claims"], found["false"]) == (1, 0)
    assert found["categories"]["suite"]["right"] == 0
    assert found["grasp"]["understood"]["total"] == 4
    assert {"expected": "<i>", "got": "confirmer", "count": 1} in found["confusion"]
    assert found["noise"]["capitals"]["points"] == -33.33
    assert [failure["id"] for failure in found["failures"]] == ["2", "3"]


def test_nothing_that_was_written_is_markup_on_the_page(page: str) -> None:
    assert "&lt;b&gt;Éva&lt;/b&gt;" in page
    assert "a&amp;b.jsonl" in page
    assert not re.search(r"<[biu]>", page)


def test_the_page_stands_alone(page: str) -> None:
    assert page.startswith("<!doctype html>")
    assert '<html lang="fr">' in page
    assert not re.search(r"""(?:src|href)=|url\(|@import|https?://""", page)
    assert "<script" not in page


def test_the_page_draws_what_was_measured(page: str) -> None:
    assert "33,3\u00a0%" in page
    assert "1er" not in page
    assert "23 novembre 2026" in page
    assert '<td class="hit strong" style="--heat:1.0"' in page
    assert '<td class="miss strong"' in page
    assert "−33,3\u00a0points" in page
    assert "2 échecs" in page


def test_an_answer_that_misleads_is_marked(
    failures: tuple[Failure, ...], measured: Measure
) -> None:
    page = to_page(measured, [replace(failures[0], is_false=True)], ["a"], NOW.date())

    assert '<span class="tag false">faux</span>' in page
