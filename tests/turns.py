"""Turns made by hand, for tests that measure replies and load no model."""

from collections.abc import Callable, Mapping, Sequence

from fakes import FakeParser
from jumelage_bot.domain.analysis import Analysis, Unit
from jumelage_bot.domain.answer import Answer, Part, Status, Turn
from jumelage_bot.domain.dialogue import NEW
from jumelage_bot.domain.language import Intent, Select
from jumelage_bot.domain.reading import Candidate, Decision, Decline, Fill, Query, Run
from jumelage_bot.measuring.cases import Question
from jumelage_bot.measuring.grading import literal

DECLINED = Decline(is_ours=False)
YES = Answer("Oui, 50 000.", Status.ANSWERED, "confirmer")
NO = Answer("Je ne sais pas.", Status.UNKNOWN)


def a_turn(text: str, answer: Answer, decision: Decision = DECLINED) -> Turn:
    """Return the exchange about a text: each of its words is a unit."""
    parse = FakeParser().parse(text)
    units = tuple(
        Unit(i, i + 1, token.text, 0, frozenset({token.folded}))
        for i, token in enumerate(parse.tokens)
    )
    analysis = Analysis(parse, units, frozenset(), frozenset())
    return Turn((Part(analysis, (), decision, ()),), answer, NEW)


def won(examples: Sequence[str], filling: Sequence[int]) -> Run:
    """Return the decision for an intent with these examples; some units fill its slots."""
    intent = Intent("confirmer", Select.PROPERTY, tuple(examples), {})
    fill = Fill(frozenset(), essential=frozenset(filling))
    return Run(Candidate(intent, examples[0], fill, 100), Query(Select.PROPERTY))


def answering(
    replies: Mapping[str, Answer | None],
) -> Callable[[Sequence[str]], list[Turn | None]]:
    """Return who gives each text its reply, fails on None, and declines any other text."""

    def ask(texts: Sequence[str], /) -> list[Turn | None]:
        answers = [replies.get(text, NO) for text in texts]
        return [a_turn(t, a) if a else None for t, a in zip(texts, answers, strict=True)]

    return ask


def expecting(text: str, *must: str, intent: str | None = None) -> Question:
    """Return a question that is to be answered with some words."""
    return Question(text, (Status.ANSWERED,), tuple((literal(m),) for m in must), intent=intent)
