"""Wrap a line at the width of a terminal, as French is set."""

import re
import textwrap

MIN_WIDTH = 20
HANGING = 2
"""Blanks that the lines after the first have more at their head."""
_NO_BREAK = "\u00a0"
_TIED = re.compile(r"(?<=[«→]) | (?=[»?!:;%])|(?<=\d) (?=\d{3}\b)")
"""The blanks where no line may end."""


def tied(text: str) -> str:
    """Return a text with blanks that never break where no line may end."""
    return _TIED.sub(_NO_BREAK, text)


def wrap(text: str, width: int) -> list[str]:
    """Return the lines of a text; what follows the first stands a little further in."""
    margin = len(text) - len(text.lstrip(" ")) + HANGING
    lines = textwrap.wrap(
        tied(text),
        max(width, MIN_WIDTH),
        subsequent_indent=" " * margin if text.startswith(" ") else "",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_NO_BREAK, " ") for line in lines]
