"""What is right is counted, in all and by group; what is confused, by pair."""

from jumelage_bot.measuring.tallies import Tally, confuse, tally, tally_by


def test_a_share_of_none_is_zero() -> None:
    assert Tally(0, 0).percent == 0
    assert Tally(3, 4).percent == 75


def test_verdicts_are_counted_by_group_in_order() -> None:
    verdicts = [("b", True), ("a", False), ("b", False), ("b", True)]

    assert tally(is_right for _, is_right in verdicts) == Tally(2, 4)
    assert list(tally_by(verdicts).items()) == [("a", Tally(0, 1)), ("b", Tally(2, 3))]


def test_a_confusion_counts_what_was_got_for_what_was_expected() -> None:
    pairs = [("b", "b"), ("b", "a"), ("b", "a"), ("a", "unknown"), ("c", "c")]

    confusion = confuse(pairs)

    assert confusion.expected == ("a", "b", "c")
    assert confusion.got == ("a", "b", "c", "unknown")
    assert confusion.count("b", "a") == 2
    assert confusion.count("a", "a") == 0
    assert confusion.total("b") == 3
    assert confusion.mistakes == (("b", "a", 2), ("a", "unknown", 1))


def test_nothing_expected_confuses_nothing() -> None:
    assert confuse([]).mistakes == ()
