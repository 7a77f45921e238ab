"""A thread goes on after an error, and ends once nothing is left."""

import logging
import time

import pytest

from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.precedence import Precedence
from jumelage_bot.channels.slack.repeating import Repeater, log_error


def test_what_is_left_is_done_before_the_end() -> None:
    left, done = list(range(50)), list[int]()

    def step() -> bool:
        if left:
            done.append(left.pop(0))
            time.sleep(0.001)
        return bool(left)

    repeater = Repeater(step, Bell(), Precedence())
    repeater.start()
    repeater.stop()
    repeater.join(time.monotonic() + 10)

    assert done == list(range(50))


def test_a_bell_wakes_it_at_once() -> None:
    times, bell = list[float](), Bell()

    def step() -> bool:
        times.append(time.monotonic())
        return False

    repeater = Repeater(step, bell, Precedence(), poll=30)
    repeater.start()
    while not times:
        time.sleep(0.001)
    bell.ring()
    repeater.stop()
    repeater.join(time.monotonic() + 10)

    assert len(times) >= 2
    assert times[-1] - times[0] < 5


def test_it_goes_on_after_an_error_whose_words_are_not_logged(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done = list[str]()

    def step() -> bool:
        done.append("again")
        if len(done) == 1:
            message = "Qui est le maire ?"
            raise ValueError(message)
        return False

    repeater = Repeater(step, Bell(), Precedence(), poll=0.01)
    repeater.start()
    while len(done) < 2:
        time.sleep(0.01)
    repeater.stop()
    repeater.join(time.monotonic() + 10)

    assert "ValueError" in caplog.text
    assert "maire" not in caplog.text


def test_an_error_is_logged_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        log_error(KeyError("Qui est le maire ?"))

    assert "KeyError" in caplog.text
    assert "maire" not in caplog.text
