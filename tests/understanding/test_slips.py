"""A likely slip costs less than an unlikely one."""

import pytest

from jumelage_bot.understanding.slips import slip_cost


@pytest.mark.parametrize(
    ("nearer", "farther", "meant"),
    [
        ("kirchdorff", "kirchorf", "kirchdorf"),
        ("kirchorf", "kirchdxorf", "kirchdorf"),
        ("kircdhorf", "kirchdolf", "kirchdorf"),
        ("kirchtorf", "kirchxorf", "kirchdorf"),
        # the next key of a French keyboard, then any other; the first letter is seldom missed
        ("kirchdotf", "kirchdoxf", "kirchdorf"),
        ("kigchdorf", "girchdorf", "kirchdorf"),
    ],
)
def test_a_likely_slip_costs_less(nearer: str, farther: str, meant: str) -> None:
    # One edit each, or a single letter for a double one.
    assert slip_cost(nearer, meant, 1) < slip_cost(farther, meant, 1)


def test_each_letter_doubled_or_not_counts() -> None:
    assert slip_cost("kirchdorff", "kirchdorf", 1) < slip_cost("kkirchdorff", "kirchdorf", 2)
    assert slip_cost("vallle", "vaalle", 1) == slip_cost("valle", "vaalle", 1) * 2
