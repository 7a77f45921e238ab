"""Ask every question, grade the replies, and sum up."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from jumelage_bot.domain.answer import Answer, Status, Turn
from jumelage_bot.measuring.cases import Ask, Case, Question
from jumelage_bot.measuring.faults import Fault, is_untrue
from jumelage_bot.measuring.grading import find_faults
from jumelage_bot.measuring.grasp import Grasp, grasp_of
from jumelage_bot.measuring.noise import Noise, disturb
from jumelage_bot.measuring.tallies import Confusion, Tally, confuse, tally, tally_by


@dataclass(frozen=True, slots=True)
class Graded:
    """One turn with its faults."""

    question: Question
    answer: Answer | None
    faults: tuple[Fault, ...]
    grasp: Grasp
    turn: Turn | None = None
    """Kept when there are faults, to be explained."""

    @property
    def is_right(self) -> bool:
        """Whether it has no fault."""
        return not self.faults

    @property
    def is_wrong_claim(self) -> bool:
        """Whether it claims to answer, and does not answer right."""
        return bool(self.faults) and self.answer is not None and _claims(self.answer)

    @property
    def is_false(self) -> bool:
        """Whether it claims to answer, and misleads."""
        return self.is_wrong_claim and any(map(is_untrue, self.faults))


@dataclass(frozen=True, slots=True)
class GradedCase:
    """A case with its turns graded."""

    case: Case
    turns: tuple[Graded, ...]

    @property
    def is_right(self) -> bool:
        """Whether every turn is right."""
        return all(turn.is_right for turn in self.turns)


@dataclass(frozen=True, slots=True)
class Measure:
    """What the bot is worth on some questions."""

    cases: tuple[GradedCase, ...]
    noises: Mapping[Noise, Tally]
    """How many cases are right once disturbed."""

    @property
    def turns(self) -> tuple[Graded, ...]:
        """Every turn of every case."""
        return tuple(turn for case in self.cases for turn in case.turns)

    @property
    def overall(self) -> Tally:
        """How many cases are right."""
        return tally(case.is_right for case in self.cases)

    @property
    def by_category(self) -> Mapping[str, Tally]:
        """How many cases are right in each category."""
        return tally_by((c.case.category, c.is_right) for c in self.cases)

    @property
    def by_grasp(self) -> Mapping[Grasp, Tally]:
        """How many turns are right, by how the bot came by its reply."""
        turns = self.turns
        return {g: tally(t.is_right for t in turns if t.grasp is g) for g in Grasp}

    @property
    def confusion(self) -> Confusion:
        """The intents that won, or the status where none did, for those expected."""
        return confuse(
            (turn.question.intent, _got(turn.answer))
            for turn in self.turns
            if turn.question.intent is not None and turn.answer is not None
        )

    def cost(self, noise: Noise) -> float:
        """Return the difference that a noise makes, in points of a hundred."""
        return self.noises[noise].percent - self.overall.percent


def measure(
    cases: Sequence[Case], ask: Ask, noises: Iterable[Noise], advance: Callable[[int], object]
) -> Measure:
    """Return what the bot is worth; `advance` is told how many questions were just asked."""
    graded = tuple(_grade_all(cases, ask, advance))
    disturbed = {
        noise: tally(
            case.is_right
            for case in _grade_all(map(partial(disturb, noise=noise), cases), ask, advance)
        )
        for noise in noises
    }
    return Measure(graded, disturbed)


def _grade_all(
    cases: Iterable[Case], ask: Ask, advance: Callable[[int], object]
) -> Iterator[GradedCase]:
    for case in cases:
        turns = ask([question.text for question in case.questions])
        graded = tuple(map(grade, case.questions, turns))
        advance(len(graded))
        yield GradedCase(case, graded)


def grade(question: Question, turn: Turn | None) -> Graded:
    """Return a turn with its faults."""
    answer = turn.answer if turn else None
    faults = tuple(find_faults(question, answer))
    return Graded(question, answer, faults, grasp_of(question, turn), turn if faults else None)


def _claims(answer: Answer) -> bool:
    return answer.status is Status.ANSWERED


def _got(answer: Answer) -> str:
    return answer.intent or answer.status.value
