"""The fake's Socket Mode, met with another WebSocket library than its own."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from fake_slack.courier import Patience
from fake_slack.identity import APP_TOKEN
from fake_slack.records import Envelope
from fake_slack.server import FakeSlack
from slack_runs.waiting import wait_for

QUICK = Patience(ack=0.2, pauses=(0.0, 0.1, 0.1), road=1.0)


def new_url(slack: FakeSlack) -> str:
    client = WebClient(base_url=slack.api_url())
    return str(client.apps_connections_open(app_token=APP_TOKEN)["url"])


def receive(ws: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(ws.recv(timeout=5))
    return message


@contextmanager
def open_session(slack: FakeSlack) -> Iterator[ClientConnection]:
    with connect(new_url(slack), ping_interval=None) as ws:
        assert receive(ws)["type"] == "hello"
        yield ws


def ask(slack: FakeSlack) -> Envelope:
    _, envelope = slack.people.ask(slack.direct(), "Qui est le maire ?")
    return slack.deliver(envelope)


def test_an_envelope_is_acked_once_and_not_sent_again() -> None:
    with FakeSlack(patience=QUICK) as slack, open_session(slack) as ws:
        envelope = ask(slack)
        message = receive(ws)
        ws.send(json.dumps({"envelope_id": message["envelope_id"]}))

        wait_for(lambda: envelope.acks, within=2)

        assert message["payload"]["event"]["text"] == "Qui est le maire ?"
        assert message["retry_attempt"] == 0
        with pytest.raises(TimeoutError):
            ws.recv(timeout=0.5)
        assert len(envelope.sent) == 1


def test_an_event_without_ack_is_sent_four_times_and_a_command_once() -> None:
    with FakeSlack(patience=QUICK) as slack, open_session(slack) as ws:
        event = ask(slack)
        command = slack.deliver(slack.people.command("Qui ?", slack.direct()))

        wait_for(lambda: event.is_given_up and command.is_given_up, within=5)

        received = [receive(ws) for _ in range(5)]
        retries = [m["retry_attempt"] for m in received if m["type"] == "events_api"]
        assert retries == [0, 1, 2, 3]
        assert [m["accepts_response_payload"] for m in received].count(True) == 1


def test_a_ticket_serves_once(slack: FakeSlack) -> None:
    url = new_url(slack)
    with connect(url):
        pass

    with pytest.raises(InvalidStatus), connect(url):
        pass


def test_a_burnt_ticket_is_refused_and_the_next_one_serves(slack: FakeSlack) -> None:
    slack.sockets.burnt = 1

    with pytest.raises(InvalidStatus), open_session(slack):
        pass

    with open_session(slack):
        assert slack.sessions()


@pytest.mark.parametrize("end", ["close", "finish", "reset", "refresh"])
def test_a_session_ends_in_each_way_that_connections_end(slack: FakeSlack, end: str) -> None:
    with open_session(slack) as ws:
        (session,) = wait_for(slack.sessions, within=2)

        slack.end(session, end)

        if end == "refresh":
            assert receive(ws)["type"] == "disconnect"
        with pytest.raises(ConnectionClosed) as closed:
            ws.recv(timeout=5)
        assert (closed.value.rcvd is not None) == (end in {"close", "refresh"})
        assert slack.sessions() == []


def test_a_frozen_session_is_silent_but_open(slack: FakeSlack) -> None:
    with open_session(slack) as ws:
        (session,) = wait_for(slack.sessions, within=2)
        assert ws.ping().wait(2)

        slack.end(session, "freeze")

        assert not ws.ping().wait(0.5)
        assert slack.sessions() == [session]
        slack.end(session, "reset")


def test_replicas_are_told_apart(slack: FakeSlack) -> None:
    client = WebClient(base_url=slack.api_url("deux"))
    url = client.apps_connections_open(app_token=APP_TOKEN)["url"]

    with open_session(slack), connect(url):
        wait_for(lambda: len(slack.sessions()) == 2, within=2)

        assert [session.replica for session in slack.sessions()] == ["bot", "deux"]


def test_a_session_that_is_asked_to_leave_is_sent_nothing_more() -> None:
    with FakeSlack(patience=QUICK) as slack, open_session(slack) as old:
        (session,) = wait_for(slack.sessions, within=2)
        slack.end(session, "refresh")
        assert receive(old)["type"] == "disconnect"

        with open_session(slack) as new:
            ask(slack)

            assert receive(new)["type"] == "events_api"
