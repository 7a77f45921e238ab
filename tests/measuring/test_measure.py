"""Every question is asked, plain and disturbed, and what comes back is summed up."""

from collections.abc import Sequence

from jumelage_bot.domain.answer import Answer, Status, Turn
from jumelage_bot.measuring.cases import Case
from jumelage_bot.measuring.grasp import Grasp
from jumelage_bot.measuring.measure import Measure, measure
from jumelage_bot.measuring.noise import Noise
from jumelage_bot.measuring.tallies import Tally
from turns import NO, YES, answering, expecting

CASES = (
    Case("1", "oui", (expecting("Éva ?", "50000", intent="confirmer"),)),
    Case("2", "oui", (expecting("a ?", "60000", intent="confirmer"),)),
    Case("3", "suite", (expecting("b ?"), expecting("c ?", intent="confirmer"))),
    Case("4", "bogue", (expecting("d ?"),)),
)
REPLIES = {"Éva ?": YES, "a ?": YES, "b ?": YES, "c ?": NO, "d ?": None}


def measured(*noises: Noise) -> Measure:
    return measure(CASES, answering(REPLIES), noises, lambda _: None)


def test_a_conversation_is_right_when_each_of_its_turns_is() -> None:
    found = measured()

    assert found.overall == Tally(1, 4)
    assert found.by_category == {"bogue": Tally(0, 1), "oui": Tally(1, 2), "suite": Tally(0, 1)}
    assert [turn.is_right for turn in found.turns] == [True, False, True, False, False]


def test_a_wrong_claim_is_an_answer_and_is_false_when_it_misleads() -> None:
    never = Case("5", "non", (expecting("e ?"),))
    denied = Answer("Rien.", Status.ANSWERED)
    question = never.questions[0]
    forbidden = Case("6", "non", (type(question)("f ?", (Status.UNKNOWN,)),))

    found = measure(
        (*CASES, never, forbidden),
        answering({**REPLIES, "e ?": denied, "f ?": denied}),
        (),
        lambda _: None,
    )

    assert [t.question.text for t in found.turns if t.is_wrong_claim] == ["a ?", "f ?"]
    assert [t.question.text for t in found.turns if t.is_false] == ["f ?"]


def test_what_won_is_confused_with_what_should_have_or_with_the_status() -> None:
    assert measured().confusion.counts == {
        ("confirmer", "confirmer"): 2,
        ("confirmer", "unknown"): 1,
    }


def test_turns_are_counted_by_how_the_bot_came_by_them() -> None:
    found = measured()

    assert found.by_grasp[Grasp.UNDERSTOOD] == Tally(2, 5)
    assert found.by_grasp[Grasp.RECALLED] == Tally(0, 0)


def test_a_noise_costs_what_is_no_longer_right() -> None:
    found = measured(Noise.ACCENTS, Noise.TYPO)

    assert found.noises == {Noise.ACCENTS: Tally(0, 4), Noise.TYPO: Tally(1, 4)}
    assert found.cost(Noise.ACCENTS) == -25
    assert found.cost(Noise.TYPO) == 0


def test_only_what_went_wrong_keeps_its_turn() -> None:
    turns = measured().turns

    assert [turn.turn is not None for turn in turns] == [False, True, False, True, False]


def test_the_messages_of_one_conversation_are_asked_together_and_each_counts() -> None:
    asked: list[list[str]] = []
    steps: list[int] = []

    def ask(texts: Sequence[str], /) -> Sequence[Turn | None]:
        asked.append(list(texts))
        return answering(REPLIES)(texts)

    measure(CASES, ask, [Noise.CAPITALS], steps.append)

    assert asked[:4] == [["Éva ?"], ["a ?"], ["b ?", "c ?"], ["d ?"]]
    assert asked[6] == ["B ?", "C ?"]
    assert sum(steps) == 10
