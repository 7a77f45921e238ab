"""Which content a test asks, which share of the questions, and what is known to be wrong."""

from collections.abc import Mapping

import pytest

from behaviour.asking import FIRST, REST


def contents(known: Mapping[str, str] | None = None) -> list[object]:
    """Return each content with a sample of the questions, and with the others.

    `known` says how often and why what must never happen does, by the name of such a run.
    """
    found: list[object] = []
    for content in ("shipped", "invented"):
        for which in (FIRST, REST):
            name = f"{content}-{which}"
            marks = [pytest.mark.slow] if which == REST else []
            if known and name in known:
                marks.append(
                    pytest.mark.xfail(reason=known[name], raises=AssertionError, strict=True)
                )
            found.append(pytest.param(content, which, id=name, marks=marks))
    return found
