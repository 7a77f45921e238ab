"""A question that the page answers, and the same with one word changed so that it does not."""

from pathlib import Path

import pytest
import yaml

from jumelage_bot.bot import Bot
from support import ask, plain

PAIRS = yaml.safe_load((Path(__file__).parent / "pairs.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", PAIRS, ids=[pair["answered"] for pair in PAIRS])
def test_one_word_more_or_other_is_not_passed_over(pair: dict[str, str], bot: Bot) -> None:
    answered, declined = ask(bot, pair["answered"]), ask(bot, pair["declined"])

    assert answered.status == "answered", answered.text
    assert plain(pair["text"]) in plain(answered.text)
    assert declined.status != "answered", declined.text


def test_there_are_a_hundred_pairs_at_least() -> None:
    assert len(PAIRS) >= 100
