"""What computes gives way to what acknowledges, and not for ever."""

import threading
import time

from jumelage_bot.channels.slack.receiving.precedence import CROWD, PATIENCE, Precedence


def seconds_given(precedence: Precedence) -> float:
    started = time.monotonic()
    precedence.give_way()
    return time.monotonic() - started


def test_nothing_is_waited_for_when_nothing_comes() -> None:
    assert seconds_given(Precedence()) < PATIENCE / 4


def test_what_is_under_way_goes_first() -> None:
    precedence, waited = Precedence(), list[float]()
    thread = threading.Thread(target=lambda: waited.append(seconds_given(precedence)))

    with precedence.taken():
        thread.start()
        time.sleep(0.2)
    thread.join()

    assert 0.1 < waited[0] < PATIENCE


def test_work_goes_on_under_a_steady_stream() -> None:
    precedence = Precedence()

    with precedence.taken():
        waited = seconds_given(precedence)

    assert PATIENCE <= waited < 3 * PATIENCE


def test_after_a_crowd_the_last_ones_are_waited_for() -> None:
    now = [10.0]
    precedence = Precedence(lambda: now[0])
    for _ in range(CROWD):
        with precedence.taken():
            now[0] += 0.001
    thread = threading.Thread(target=precedence.give_way)

    thread.start()
    thread.join(0.3)
    is_waiting = thread.is_alive()
    now[0] += 1
    thread.join(10)

    assert is_waiting
    assert not thread.is_alive()
