"""What went wrong in a measure, turn by turn, with why."""

from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.channels.report.words import expectations, wording
from jumelage_bot.channels.terminal import printable
from jumelage_bot.channels.trace import explain
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.measuring.measure import Graded, GradedCase, Measure


@dataclass(frozen=True, slots=True)
class Failure:
    """One turn that went wrong; its texts hold nothing that commands a terminal."""

    id: str
    category: str
    number: int
    """1 for the first turn of its conversation."""
    is_in_conversation: bool
    question: str
    expected: str
    status: str
    intent: str
    reply: str
    faults: tuple[str, ...]
    is_false: bool
    trace: str


def failures_of(measure: Measure, knowledge: KnowledgeBase) -> Iterator[Failure]:
    """Yield every turn that went wrong, in the order of the questions."""
    for case in measure.cases:
        for number, graded in enumerate(case.turns, start=1):
            if not graded.is_right:
                yield _failure(case, number, graded, knowledge)


def _failure(
    graded_case: GradedCase, number: int, graded: Graded, knowledge: KnowledgeBase
) -> Failure:
    case, answer = graded_case.case, graded.answer
    return Failure(
        printable(case.id),
        printable(case.category),
        number,
        len(case.questions) > 1,
        printable(graded.question.text),
        printable(expectations(graded.question)),
        answer.status.value if answer else "",
        (answer.intent or "") if answer else "",
        printable(answer.text) if answer else "",
        tuple(printable(wording(fault)) for fault in graded.faults),
        graded.is_false,
        explain(graded.turn, knowledge) if graded.turn else "",
    )
