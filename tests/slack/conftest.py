"""A fresh Slack for each test that asks for one."""

from collections.abc import Iterator

import pytest

from fake_slack.server import FakeSlack


@pytest.fixture
def slack() -> Iterator[FakeSlack]:
    with FakeSlack() as fake:
        yield fake
