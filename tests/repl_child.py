"""A conversation run as a process on its own terminal; its argument says with which bot."""

import os
import signal
import sys
import time

from fakes import FakeParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.channels.repl import run_repl
from jumelage_bot.cli import main
from jumelage_bot.domain.utterance import Parse
from jumelage_bot.settings import Settings
from support import ROOT, clock


class SlowParser(FakeParser):
    """Leaves the time to press Ctrl-C."""

    def parse(self, text: str) -> Parse:
        sys.stdout.write("patience\n")
        sys.stdout.flush()
        time.sleep(60)
        return super().parse(text)


def run(kind: str) -> None:
    """Converse with the real command, with a bot that is built at once, or with a slow one."""
    # Tests that run in the background have their children ignore Ctrl-C; a terminal does not.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # What a session leader opens becomes its terminal: Ctrl-C is then a signal.
    os.open(os.ttyname(sys.stdin.fileno()), os.O_RDWR)
    if kind == "command":
        sys.argv = ["jumelage-bot", "repl"]
        main()
    parser = FakeParser() if kind == "quick" else SlowParser()
    run_repl(build_bot(ROOT, parser), clock, Settings.from_env(os.environ).history)


if __name__ == "__main__":
    run(sys.argv[1])
