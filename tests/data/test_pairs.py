"""A question that the page answers, and the same with one word changed so that it does not."""

from pathlib import Path

import pytest
import yaml

from jumelage_bot.bot import Bot
from support import ask, plain

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))
MIN_ANSWERED = 0.85
"""Not all: some are asked with words that the content does not know."""


@pytest.mark.parametrize("question", [pair["declined"] for pair in PAIRS])
def test_one_word_more_or_other_is_not_passed_over(question: str, bot: Bot) -> None:
    answer = ask(bot, question)

    assert answer.status != "answered", answer.text


def test_most_of_what_the_page_answers_is_answered(bot: Bot) -> None:
    lost = [
        f"{pair['answered']} -> {answer.text[:80]}"
        for pair in PAIRS
        for answer in [ask(bot, pair["answered"])]
        if answer.status != "answered" or plain(pair["text"]) not in plain(answer.text)
    ]

    assert len(PAIRS) >= 100
    assert len(lost) <= (1 - MIN_ANSWERED) * len(PAIRS), "\n".join(lost)
