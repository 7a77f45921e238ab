"""The fake's Web API, called with the client that the bot uses."""

import time
import urllib.error
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from fake_slack import faults
from fake_slack.identity import ASKER, BOT_TOKEN
from fake_slack.server import FakeSlack
from slack_runs.waiting import wait_for

KEY = {"event_type": "answer", "event_payload": {"key": "k1"}}


@pytest.fixture
def client(slack: FakeSlack) -> WebClient:
    return WebClient(BOT_TOKEN, base_url=slack.api_url(), timeout=2, retry_handlers=[])


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def post(client: WebClient, channel: str, text: str, **more: Any) -> str:  # noqa: ANN401
    """Post a message without previews; return its name."""
    sent = client.chat_postMessage(
        channel=channel, text=text, unfurl_links=False, unfurl_media=False, **more
    )
    return str(sent["ts"])


def error_of(failure: pytest.ExceptionInfo[SlackApiError]) -> str:
    return str(failure.value.response["error"])


def test_a_message_is_posted_and_read_back_with_its_key(
    slack: FakeSlack, client: WebClient
) -> None:
    said = slack.people.write(slack.direct(), "Bonjour")

    post(client, said.channel, "Bonjour.", thread_ts=said.ts, metadata=KEY)

    thread = client.conversations_replies(
        channel=said.channel, ts=said.ts, include_all_metadata=True
    )
    assert [m["text"] for m in thread["messages"]] == ["Bonjour", "Bonjour."]
    assert thread["messages"][1]["metadata"] == KEY
    assert [m.text for m in slack.answers(said)] == ["Bonjour."]
    assert slack.state.breaches == []


@pytest.mark.parametrize(("token", "error"), [("xoxb-autre", "invalid_auth"), ("", "not_authed")])
def test_a_wrong_token_is_refused(slack: FakeSlack, token: str, error: str) -> None:
    client = WebClient(token, base_url=slack.api_url())

    with pytest.raises(SlackApiError) as failure:
        client.auth_test()

    assert error_of(failure) == error


def test_the_history_of_a_channel_needs_a_scope_that_the_manifest_makes_optional(
    slack: FakeSlack, client: WebClient
) -> None:
    said = slack.people.write(slack.public(), "Bonjour")

    with pytest.raises(SlackApiError) as failure:
        client.conversations_replies(channel=said.channel, ts=said.ts)

    assert error_of(failure) == "missing_scope"
    with FakeSlack(has_optional_scopes=True) as other:
        said = other.people.write(other.public(), "Bonjour")
        client = WebClient(BOT_TOKEN, base_url=other.api_url())
        assert client.conversations_replies(channel=said.channel, ts=said.ts)["ok"]


@pytest.mark.parametrize(
    ("blocks", "error"),
    [
        ([section("é" * 3001)], "invalid_blocks"),
        ([{"type": "divider"}] * 51, "invalid_blocks"),
        ([{"type": "tableau"}], "invalid_blocks"),
        ([{"type": "context", "elements": []}], "invalid_blocks"),
        ([section("é" * 2900)] * 5, "msg_blocks_too_long"),
        ([], "no_text"),
    ],
)
def test_what_slack_would_not_show_is_refused(
    slack: FakeSlack, client: WebClient, blocks: list[dict[str, object]], error: str
) -> None:
    message = {"channel": slack.direct(), "blocks": blocks, "text": "é" if blocks else ""}

    # Not `chat_postMessage`, which has something to say of a missing text itself.
    with pytest.raises(SlackApiError) as failure:
        client.api_call("chat.postMessage", json=message)

    assert error_of(failure) == error
    assert slack.state.workspace.ours() == []


def test_house_rules_are_noted(slack: FakeSlack, client: WebClient) -> None:
    client.chat_postMessage(
        channel=slack.direct(), text="Réponse", blocks=[section("*Oui*, en 1985.")]
    )

    assert len(slack.state.breaches) == 3
    assert "said in a block and not in the text: 'Oui , en 1985.'" in slack.state.breaches[0]


def test_a_channel_takes_five_messages_at_once_and_then_one_a_second(
    slack: FakeSlack, client: WebClient
) -> None:
    channel = slack.direct()

    for _ in range(5):
        post(client, channel, "é")
    with pytest.raises(SlackApiError) as failure:
        post(client, channel, "é")

    assert failure.value.response.status_code == 429
    assert failure.value.response.headers["Retry-After"] == "1"
    assert post(client, slack.direct(), "é")


def test_the_bot_does_not_write_where_it_was_not_invited(
    slack: FakeSlack, client: WebClient
) -> None:
    with pytest.raises(SlackApiError) as failure:
        post(client, slack.public(invited=False), "é")

    assert error_of(failure) == "not_in_channel"


@pytest.mark.parametrize(
    ("fault", "error", "posted"),
    [
        (faults.SERVER_ERROR, SlackApiError, 0),
        (faults.rate_limited(3), SlackApiError, 0),
        (faults.ERROR_BUT_DONE, SlackApiError, 1),
        (faults.TIMEOUT, TimeoutError, 0),
        (faults.CUT, OSError, 0),
        (faults.LOST_REPLY, OSError, 1),
    ],
)
def test_a_fault_answers_one_thing_and_may_do_another(
    slack: FakeSlack, client: WebClient, fault: faults.Fault, error: type[Exception], posted: int
) -> None:
    slack.faults.queue("chat.postMessage", fault)

    with pytest.raises((error, urllib.error.URLError)):
        post(client, slack.direct(), "é")

    assert len(slack.state.workspace.ours()) == posted


def test_a_late_commit_comes_after_the_error(slack: FakeSlack, client: WebClient) -> None:
    slack.faults.queue("chat.postMessage", faults.late_commit(0.3))

    with pytest.raises(SlackApiError):
        post(client, slack.direct(), "é")

    assert slack.state.workspace.ours() == []
    wait_for(slack.state.workspace.ours, within=2)


def test_a_modal_opens_once_and_within_three_seconds(slack: FakeSlack, client: WebClient) -> None:
    view = {"type": "modal", "title": {"type": "plain_text", "text": "Jumelage"}, "blocks": []}
    trigger = slack.people.addresses(slack.direct())["trigger_id"]
    late = slack.people.addresses(slack.direct())["trigger_id"]
    slack.state.triggers[late] -= 3.1

    client.views_open(trigger_id=trigger, view=view)

    for used, error in ((trigger, "invalid_trigger_id"), (late, "expired_trigger_id")):
        with pytest.raises(SlackApiError) as failure:
            client.views_open(trigger_id=used, view=view)
        assert error_of(failure) == error


def test_a_message_is_updated_and_deleted_only_by_its_author(
    slack: FakeSlack, client: WebClient
) -> None:
    said = slack.people.write(slack.direct(), "Bonjour", user=ASKER)
    sent = post(client, said.channel, "é")

    client.chat_update(channel=said.channel, ts=sent, text="è")
    client.chat_delete(channel=said.channel, ts=sent)

    assert [(m.text, m.edits) for m in slack.state.workspace.deleted] == [("è", 1)]
    with pytest.raises(SlackApiError) as failure:
        client.chat_delete(channel=said.channel, ts=said.ts)
    assert error_of(failure) == "cant_delete_message"


def test_what_comes_down_refuses_and_comes_back(slack: FakeSlack, client: WebClient) -> None:
    slack.go_down()

    with pytest.raises(urllib.error.URLError):
        client.auth_test()
    slack.come_back()

    started = time.monotonic()
    assert client.auth_test()["ok"]
    assert time.monotonic() - started < 1
