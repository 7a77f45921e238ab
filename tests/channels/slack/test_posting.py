"""What is known after a call, whatever comes back."""

import json
import socket
from collections.abc import Callable

import pytest
from slack_sdk import WebClient

from channels.slack.loopback import Service
from jumelage_bot.channels.slack.sending.posting import (
    Outcome,
    Refused,
    Sent,
    TooSoon,
    Unreached,
    Unsure,
    find_copies,
    post,
    respond,
)
from jumelage_bot.domain.mail import Letter

LETTER = Letter("k1", "T1", "C1", {"text": "Pierre Dumas"}, root="100.1")


@pytest.mark.parametrize(
    ("status", "headers", "body", "outcome"),
    [
        (200, {}, '{"ok": true, "ts": "200.1"}', Sent("200.1")),
        (429, {"Retry-After": "7"}, "{}", TooSoon(7)),
        (429, {}, "", TooSoon(1)),
        (200, {}, '{"ok": false, "error": "ratelimited"}', TooSoon(1)),
        (200, {}, '{"ok": false, "error": "is_archived"}', Refused("is_archived")),
        (200, {}, '{"ok": false, "error": "internal_error"}', Unsure("internal_error")),
        (200, {}, "<html>", Unsure("unreadable")),
        (200, {}, '{"ok": true}', Unsure("no ts")),
        (503, {}, "", Unsure("HTTP 503")),
        (404, {}, "", Refused("HTTP 404")),
    ],
)
def test_what_comes_back_says_whether_it_was_posted(
    service: Service, status: int, headers: dict[str, str], body: str, outcome: Outcome
) -> None:
    service.status, service.headers, service.bodies = status, headers, [body]

    assert post(service.client, LETTER) == outcome
    assert len(service.calls) == 1


@pytest.mark.parametrize(
    "call",
    [lambda s: post(s.client, LETTER), lambda s: respond(f"{s.url}hook", {"text": "x"})],
    ids=["post", "respond"],
)
def test_a_lost_reply_leaves_a_doubt_and_is_not_sent_again(
    service: Service, call: Callable[[Service], Outcome]
) -> None:
    service.hangs_up = True

    assert isinstance(call(service), Unsure)
    assert len(service.calls) == 1


def test_nobody_there_leaves_no_doubt() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{taken.getsockname()[1]}/"

        assert post(WebClient("xoxb-1", base_url=nobody, retry_handlers=[]), LETTER) == Unreached()
        assert respond(nobody, {"text": "x"}) == Unreached()


def test_a_post_stands_in_its_thread_with_its_key(service: Service) -> None:
    service.bodies = ['{"ok": true, "ts": "200.1"}']

    post(service.client, LETTER)

    (call,) = service.calls
    assert (call["channel"], call["thread_ts"], call["text"]) == ("C1", "100.1", "Pierre Dumas")
    assert call["metadata"]["event_payload"] == {"key": "k1"}


@pytest.mark.parametrize(
    ("status", "outcome"), [(200, Sent()), (429, TooSoon(1)), (500, Unsure("HTTP 500"))]
)
def test_an_address_says_whether_it_took_a_message(
    service: Service, status: int, outcome: Outcome
) -> None:
    service.status, service.bodies = status, ["ok"]

    assert respond(f"{service.url}hook", {"text": "x"}) == outcome


def page(*messages: tuple[str, str], cursor: str = "") -> str:
    """Return a page of a thread: the messages and the keys they carry."""
    told = [{"ts": ts, "metadata": {"event_payload": {"key": key}}} for ts, key in messages]
    more = {"response_metadata": {"next_cursor": cursor}}
    return json.dumps({"ok": True, "messages": [{"ts": "1"}, *told], **more})


def test_the_copies_of_a_letter_are_found_over_several_pages(service: Service) -> None:
    service.bodies = [page(("2", "k1"), ("3", "k2"), cursor="next"), page(("4", "k1"))]

    assert find_copies(service.client, LETTER) == ("2", "4")


@pytest.mark.parametrize(("error", "copies"), [("missing_scope", None), ("thread_not_found", ())])
def test_a_thread_that_cannot_be_read_is_told_from_one_that_is_gone(
    service: Service, error: str, copies: tuple[str, ...] | None
) -> None:
    service.bodies = [json.dumps({"ok": False, "error": error})]

    assert find_copies(service.client, LETTER) == copies
