"""What is true is confirmed, what is false is corrected, what is denied is not mistaken."""

from collections.abc import Iterator, Mapping

import pytest

from behaviour.asking import Asker, count, is_answered, part, shown, verdict
from behaviour.claims import Claim, claims
from behaviour.contents import contents
from behaviour.topics import Book

SAMPLE = 100
MIN_JUDGED = 0.75
"""Share of what is true or false of a property told in full that gets Oui, Non or Si."""
WRONG = {
    # is true, is denied: the verdicts that say the contrary of what is recorded.
    (True, False): {"verdict_no", "verdict_indeed"},
    (False, False): {"verdict_yes", "verdict_indeed"},
    (True, True): {"verdict_yes", "verdict_no"},
    (False, True): {"verdict_yes", "verdict_indeed"},
}
RIGHT = {
    (True, False): "verdict_yes",
    (False, False): "verdict_no",
    (True, True): "verdict_indeed",
    (False, True): "verdict_no",
}
KNOWN_CONTRARY = {
    "invented-first": "3 of 100: who someone was is checked, not what was said of him",
    "invented-rest": "1 of 44: the same",
}


@pytest.mark.parametrize(("content", "which"), contents(KNOWN_CONTRARY))
def test_the_contrary_of_what_is_recorded_is_never_said(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(claim: Claim) -> str | None:
        answer = asker(claim.question)
        said = verdict(answer, asker.language.replies)
        is_wrong = is_answered(answer) and said in WRONG[claim.is_true, claim.is_denied]
        return shown(claim.question, answer) if is_wrong else None

    count(part(claims(Book.of(asker)), which, SAMPLE), fault).keep_to(1)


@pytest.mark.parametrize(("content", "which"), contents())
def test_what_can_be_judged_is_judged(
    askers: Mapping[str, Asker], content: str, which: str
) -> None:
    asker = askers[content]

    def fault(claim: Claim) -> str | None:
        answer = asker(claim.question)
        said = verdict(answer, asker.language.replies)
        is_right = said == RIGHT[claim.is_true, claim.is_denied]
        return None if is_right else shown(claim.question, answer)

    def told_in_full() -> Iterator[Claim]:
        drawn = part(claims(Book.of(asker)), which, SAMPLE)
        yield from (claim for claim in drawn if claim.is_exhaustive)

    count(list(told_in_full()), fault).keep_to(MIN_JUDGED)
