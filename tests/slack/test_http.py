"""Over HTTP, the bot believes what Slack has signed, and nothing else."""

import asyncio
import json
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy

from fake_slack.manifest import HTTP
from fake_slack.records import Json
from fake_slack.roads import form_of, post, signed_headers
from fake_slack.server import FakeSlack
from slack_runs.bot_process import BotProcess
from slack_runs.figures import percentile
from slack_runs.machine import contention
from slack_runs.office import Office
from slack_runs.questions import KNOWN, ask, known_questions
from slack_runs.waiting import wait_for

JSON = "application/json"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def web_office(
    new_postgresql: Callable[[], str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Office]:
    """The bot over HTTP, on PostgreSQL."""
    address = f"127.0.0.1:{free_port()}"
    with FakeSlack(HTTP, bot_url=f"http://{address}/slack/events") as fake:
        folder = tmp_path_factory.mktemp("http")
        bot = BotProcess(fake, new_postgresql(), folder, arguments=("--http", address))
        bot.start()
        try:
            bot.wait_answering()
            yield Office(fake, bot)
        finally:
            bot.kill()


def rows(office: Office) -> int:
    """Return how many messages the bot has kept."""
    url = sqlalchemy.make_url(office.bot.database_url).set(drivername="postgresql+psycopg")
    engine = sqlalchemy.create_engine(url)
    with engine.connect() as connection:
        count = connection.execute(sqlalchemy.text("SELECT count(*) FROM inbox")).scalar_one()
    engine.dispose()
    return int(count)


def send(office: Office, body: bytes, headers: dict[str, str]) -> tuple[int, Json]:
    return office.slack.run(post(office.slack.http_road.url, body, headers))


def question(office: Office) -> bytes:
    _, envelope = office.slack.people.ask(office.slack.direct(), KNOWN[0][0])
    return form_of(envelope)[0]


def test_a_signed_message_is_answered(web_office: Office) -> None:
    asked = ask(web_office.slack, web_office.slack.direct(), *KNOWN[0])

    (answer,) = wait_for(lambda: asked.answers(web_office.slack), within=30)

    assert KNOWN[0][1] in answer.text
    assert len(asked.envelope.acks) == 1


def test_a_signed_command_is_answered(web_office: Office) -> None:
    slack = web_office.slack

    command = slack.deliver(slack.people.command(KNOWN[0][0], slack.public()))

    shown = wait_for(lambda: slack.state.responses, within=30)
    assert KNOWN[0][1] in shown[-1].content["text"]
    assert command.acks


def now(ago: int = 0) -> str:
    return str(int(time.time()) - ago)


@pytest.mark.parametrize(
    "headers",
    [
        {"secret": "f" * 32},
        {"at": now(ago=360)},
        {"at": now(ago=-3600)},
    ],
    ids=["wrong", "old", "to come"],
)
def test_a_wrong_or_old_signature_is_refused(web_office: Office, headers: dict[str, str]) -> None:
    body, before = question(web_office), rows(web_office)

    status, _ = send(web_office, body, signed_headers(body, JSON, **headers))

    assert status == 401
    assert rows(web_office) == before


def test_a_missing_signature_is_refused(web_office: Office) -> None:
    body, before = question(web_office), rows(web_office)

    status, _ = send(web_office, body, {"Content-Type": JSON})

    assert status == 401
    assert rows(web_office) == before


@pytest.mark.parametrize("at", ["hier", "", "1e9", "-", "9" * 400, "nan"])
def test_a_malformed_timestamp_is_refused(web_office: Office, at: str) -> None:
    body, before = question(web_office), rows(web_office)
    headers = signed_headers(body, JSON) | {"X-Slack-Request-Timestamp": at}

    status, _ = send(web_office, body, headers)

    assert 400 <= status < 500
    assert rows(web_office) == before
    assert "Traceback" not in web_office.bot.log


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"payload=%7B"])
def test_what_is_no_event_is_refused_without_a_traceback(web_office: Office, body: bytes) -> None:
    status, _ = send(web_office, body, signed_headers(body, JSON))

    assert 400 <= status < 500
    assert "Traceback" not in web_office.bot.log


def test_a_replay_is_acked_and_not_answered_again(web_office: Office) -> None:
    slack = web_office.slack
    said, envelope = slack.people.ask(slack.direct(), KNOWN[0][0])
    body = form_of(envelope)[0]
    headers = signed_headers(body, JSON)

    statuses = [send(web_office, body, headers)[0] for _ in range(3)]

    last = ask(slack, slack.direct(), *KNOWN[1])
    wait_for(lambda: last.answers(slack) and slack.answers(said), within=30)
    assert statuses == [200, 200, 200]
    assert len(slack.answers(said)) == 1


def test_slack_can_verify_the_address(web_office: Office) -> None:
    body = json.dumps({"type": "url_verification", "challenge": "défi", "token": "t"}).encode()

    status, answer = send(web_office, body, signed_headers(body, JSON))

    assert status == 200
    assert "défi" in answer.values()


def test_fifty_requests_at_once_are_acked_in_time(web_office: Office) -> None:
    slack, known = web_office.slack, known_questions()
    envelopes = [slack.people.ask(slack.direct(), next(known)[0])[1] for _ in range(50)]

    async def timed(body: bytes) -> tuple[int, float]:
        started = time.monotonic()
        status, _ = await post(slack.http_road.url, body, signed_headers(body, JSON))
        return status, time.monotonic() - started

    async def all_at_once() -> list[tuple[int, float]]:
        return await asyncio.gather(*(timed(form_of(envelope)[0]) for envelope in envelopes))

    before = contention()
    answers = slack.run(all_at_once())

    busy = max(before, contention())
    assert {status for status, _ in answers} == {200}
    assert percentile([seconds for _, seconds in answers], 0.95) <= 0.3 * busy


def test_it_listens_on_its_address_alone(web_office: Office) -> None:
    port = int(web_office.slack.http_road.url.split(":")[2].split("/")[0])
    lines = Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]
    listening = [line.split()[1] for line in lines if line.split()[3] == "0A"]

    assert [local for local in listening if local.endswith(f":{port:04X}")] == [
        f"0100007F:{port:04X}"
    ]
