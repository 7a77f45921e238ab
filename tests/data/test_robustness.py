"""The examples of the intents are understood when they are written otherwise, or unknown."""

import random
from collections.abc import Callable, Mapping

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer, Status
from support import ask
from wordings import Wording, difference, edited, same, without, without_accents, wordings

MIN_KEPT = 0.99
"""Share of the examples with the same outcome, however they are typed."""
MIN_KEPT_MISSPELT = 0.97
"""The same with one edit in one word."""
MIN_WON_UNSEEN = 0.85
"""Share of the examples that win their intent without being there."""
SEEDS = range(1, 6)


@pytest.fixture(scope="module")
def usual(bot: Bot) -> Mapping[str, Answer]:
    """The answer to each example as it is written."""
    return {wording.text: ask(bot, wording.text) for wording in wordings(bot)}


@pytest.mark.parametrize(
    "disturb",
    [
        str.upper,
        without_accents,
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("-", " "),
        lambda text: f"Bonjour, {text} svp",
    ],
    ids=["capitals", "no accents", "curly apostrophes", "no hyphens", "politeness"],
)
def test_an_outcome_does_not_depend_on_how_it_is_typed(
    bot: Bot, usual: Mapping[str, Answer], disturb: Callable[[str], str]
) -> None:
    pairs = [(disturb(text), before, ask(bot, disturb(text))) for text, before in usual.items()]

    changed = [difference(*pair) for pair in pairs if not same(*pair[1:])]
    assert len(usual) > 150
    assert len(changed) <= (1 - MIN_KEPT) * len(usual), "\n".join(changed)


@pytest.mark.parametrize("seed", SEEDS)
def test_one_slip_seldom_loses_an_answer_and_never_changes_it(
    bot: Bot, usual: Mapping[str, Answer], seed: int
) -> None:
    rng = random.Random(seed)
    misspelt = [(text, slip) for text in usual if (slip := edited(text, rng))]

    pairs = [(slip, usual[text], ask(bot, slip)) for text, slip in misspelt]

    lost = [difference(*pair) for pair in pairs if not same(*pair[1:])]
    false = [
        difference(slip, before, after)
        for slip, before, after in pairs
        if after.status is Status.ANSWERED and after.text != before.text
    ]
    assert len(misspelt) > 150
    assert false == []
    assert len(lost) <= (1 - MIN_KEPT_MISSPELT) * len(misspelt), "\n".join(lost)


@pytest.fixture(scope="module")
def unseen(bot: Bot, usual: Mapping[str, Answer]) -> list[tuple[Wording, str | None, str | None]]:
    """Each example asked of a bot that has never seen it: the intent that wins, and what is wrong.

    What is wrong is an answer of another intent that says something else.
    """
    found: list[tuple[Wording, str | None, str | None]] = []
    for wording in wordings(bot):
        before, after = usual[wording.text], ask(without(bot, wording), wording.text)
        is_false = (
            after.status is Status.ANSWERED
            and after.intent != wording.intent.id
            and after.text != before.text
        )
        found.append(
            (wording, after.intent, difference(wording.text, before, after) if is_false else None)
        )
    return found


@pytest.mark.slow
def test_an_intent_is_understood_beyond_its_examples(
    unseen: list[tuple[Wording, str | None, str | None]],
) -> None:
    lost = [
        f"{wording.intent.id}: {wording.text!r} -> {won}"
        for wording, won, _ in unseen
        if won != wording.intent.id
    ]

    assert len(lost) <= (1 - MIN_WON_UNSEEN) * len(unseen), "\n".join(lost)


@pytest.mark.slow
def test_an_unknown_wording_is_not_taken_for_another_question(
    unseen: list[tuple[Wording, str | None, str | None]],
) -> None:
    wrong = [what for _, _, what in unseen if what]

    assert wrong == []
