"""Who asks what, and where, in what Slack sends."""

from dataclasses import replace
from typing import Any

import pytest

from jumelage_bot.channels.slack.receiving.reading import Identity, Reader
from jumelage_bot.domain.mail import Kind, Question

READER = Reader(Identity("T1", "UBOT", "BBOT"), b"key")
MESSAGE = {
    "type": "message",
    "user": "U1",
    "channel": "D1",
    "ts": "100.1",
    "client_msg_id": "m1",
    "text": "Qui est maire &amp; où ?",
}


def body(**event: object) -> dict[str, Any]:
    """Return a message as Slack sends it, with other fields."""
    return {"api_app_id": "A1", "team_id": "T9", "event": MESSAGE | event}


def interaction(**more: object) -> dict[str, Any]:
    """Return what a person did, with other fields."""
    return {
        "api_app_id": "A1",
        "user": {"id": "U1"},
        "channel": {"id": "C1"},
        "trigger_id": "t1",
        "response_url": "https://hooks",
        **more,
    }


def test_a_message_is_a_question_of_its_own_thread() -> None:
    question = READER.message(body())

    assert question == Question(
        app="A1",
        team="T1",
        channel="D1",
        ts="100.1",
        kind=Kind.MESSAGE,
        conversation="T1/D1/100.1",
        user=READER.hide("U1"),
        text="Qui est maire & où ?",
        root="100.1",
        client_id="m1",
    )


def test_a_message_in_a_thread_belongs_to_its_conversation() -> None:
    question = READER.message(body(thread_ts="90.1"))

    assert question is not None
    assert (question.root, question.conversation) == ("90.1", "T1/D1/90.1")


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_a_message_with_a_file_or_sent_to_all_is_a_question(subtype: str) -> None:
    assert READER.message(body(subtype=subtype)) is not None


@pytest.mark.parametrize(
    "event",
    [
        {"user": "UBOT"},
        {"user": "USLACKBOT"},
        {"bot_id": "B2"},
        {"subtype": "bot_message"},
        {"subtype": "message_changed"},
        {"subtype": "message_deleted"},
        {"subtype": "channel_join"},
        {"hidden": True},
        {"user": None},
        {"ts": None},
        {"channel": 3},
    ],
)
def test_what_nobody_asks_is_no_question(event: dict[str, object]) -> None:
    assert READER.message(body(**event)) is None


@pytest.mark.parametrize("event", [None, [], "x", {"event": []}, {"event": {"user": {}}}])
def test_a_payload_of_another_shape_is_no_question(event: Any) -> None:  # noqa: ANN401 - any
    assert READER.message(event if isinstance(event, dict) else {"event": event}) is None


def test_a_person_is_kept_unrecognisable_and_always_the_same() -> None:
    other = replace(READER, secret=b"other")

    assert READER.hide("U1") == READER.hide("U1")
    assert "U1" not in READER.hide("U1")
    assert len({READER.hide("U1"), READER.hide("U2"), other.hide("U1")}) == 3


def test_a_deleted_message_is_told_by_what_it_was() -> None:
    deleted = READER.deleted(body(subtype="message_deleted", deleted_ts="80.1"))

    assert deleted is not None
    assert (deleted.channel, deleted.ts, deleted.text, deleted.root) == ("D1", "80.1", "", None)
    assert READER.deleted(body()) is None


@pytest.mark.parametrize(
    ("text", "speaks_to_another"),
    [("bonjour", False), ("<@U2> tu viens ?", True), ("<@UBOT> et <@U2> ?", False)],
)
def test_what_is_said_to_somebody_else_is_told(text: str, *, speaks_to_another: bool) -> None:
    assert READER.speaks_to_another(body(text=text)) == speaks_to_another


def test_a_command_asks_in_private() -> None:
    question = READER.command(
        {
            "api_app_id": "A1",
            "channel_id": "C1",
            "user_id": "U1",
            "text": "&lt;maire&gt; ?",
            "trigger_id": "t1",
            "response_url": "https://hooks",
        }
    )

    assert (question.kind, question.text, question.ts) == (Kind.PRIVATE, "<maire> ?", "t1")
    assert question.reply_to == "https://hooks"
    assert question.conversation == f"T1/C1/{READER.hide('U1')}"
    assert question.root is None


def test_the_shortcut_asks_what_the_message_says() -> None:
    question = READER.shortcut(interaction(message={"text": "Qui est <@U2> ?"}))

    assert (question.kind, question.text) == (Kind.PRIVATE, "Qui est ?")
    assert question.is_chosen


def test_a_proposal_chosen_in_a_thread_is_answered_there() -> None:
    action = {"value": "Qui est maire ?", "action_ts": "200.1"}
    container = {"message_ts": "110.1"}

    question = READER.click(
        interaction(actions=[action], container=container, message={"thread_ts": "100.1"})
    )

    assert (question.kind, question.root, question.ts) == (Kind.MESSAGE, "100.1", "200.1")
    assert (question.text, question.reply_to) == ("Qui est maire ?", None)
    assert question.conversation == "T1/C1/100.1"


def test_a_proposal_chosen_in_private_is_answered_in_private() -> None:
    action = {"value": "Qui est maire ?", "action_ts": "200.1"}

    question = READER.click(interaction(actions=[action], container={"is_ephemeral": True}))

    assert (question.kind, question.reply_to) == (Kind.PRIVATE, "https://hooks")
