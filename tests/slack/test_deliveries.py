"""Slack tells of one message many times, and of much that is no question."""

from collections.abc import Mapping
from typing import Any

import pytest

from fake_slack import faults, payloads
from fake_slack.identity import ASKER, BOT, BOT_USER, OTHER_TEAM
from fake_slack.records import Envelope, Message
from fake_slack.server import FakeSlack
from fake_slack.workspace import Kind
from slack_runs.office import Office
from slack_runs.questions import KNOWN, ask
from slack_runs.waiting import wait_for

AT_ONCE = 10.0
QUESTION = KNOWN[0][0]


def wait_acked(envelopes: list[Envelope]) -> None:
    wait_for(lambda: all(e.acks for e in envelopes), within=AT_ONCE, what="all acks")


def settle(slack: FakeSlack) -> None:
    """Wait until a question asked now is answered: what came before it has been dealt with."""
    last = ask(slack, slack.direct(), *KNOWN[1])
    wait_for(lambda: last.answers(slack), within=AT_ONCE, what="the last answer")


def test_one_message_told_twelve_times_is_answered_once(office: Office) -> None:
    slack, people = office.slack, office.slack.people
    said = people.write(slack.public(), f"<@{BOT_USER}> {QUESTION}")
    mention, message = payloads.mention(said), payloads.message(said, Kind.PUBLIC)
    resent = payloads.mention(said) | {"ts": slack.state.workspace.next_ts()}
    envelopes = [
        *(payloads.event(mention) for _ in range(4)),
        payloads.event(mention, event_id="EvSAME"),
        payloads.event(mention, event_id="EvSAME"),
        payloads.event(mention, team=OTHER_TEAM),
        *(payloads.event(message) for _ in range(3)),
        payloads.event(message, team=OTHER_TEAM),
        payloads.event(resent),
    ]

    for envelope in envelopes:
        slack.deliver(envelope)

    wait_acked(envelopes)
    settle(slack)
    assert len(envelopes) == 12
    assert all(len(envelope.sent) == 1 for envelope in envelopes)
    assert [KNOWN[0][1] in answer.text for answer in slack.answers(said)] == [True]


IGNORED: Mapping[str, dict[str, Any]] = {
    "our own": {"user": BOT_USER, "bot_id": BOT},
    "another bot": {"user": "UROBOT", "bot_id": "BOTHER"},
    "an old bot": {"subtype": "bot_message", "bot_id": "BOTHER", "username": "robot"},
    "Slackbot": {"user": "USLACKBOT"},
    "a hidden one": {"hidden": True},
    "an arrival": {"subtype": "channel_join"},
    "a new topic": {"subtype": "channel_topic", "topic": QUESTION},
    "a pinned item": {"subtype": "pinned_item"},
    "a reminder": {"subtype": "reminder_add"},
    "an assistant thread": {"subtype": "assistant_app_thread"},
    "of no known kind": {"subtype": "quelque_chose_de_neuf"},
}


@pytest.mark.parametrize("kind", IGNORED)
def test_what_no_person_asks_is_acked_and_not_answered(office: Office, kind: str) -> None:
    slack = office.slack
    said = slack.people.write(slack.direct(), QUESTION)
    envelope = payloads.event(payloads.message(said, Kind.DIRECT) | IGNORED[kind])

    slack.deliver(envelope)

    wait_acked([envelope])
    settle(slack)
    assert slack.answers(said) == []


@pytest.mark.parametrize("subtype", ["file_share", "thread_broadcast"])
def test_a_question_with_a_file_or_told_to_the_channel_is_answered(
    office: Office, subtype: str
) -> None:
    slack = office.slack
    said = slack.people.write(slack.direct(), QUESTION)

    slack.deliver(payloads.event(payloads.message(said, Kind.DIRECT, subtype=subtype)))

    assert wait_for(lambda: slack.answers(said), within=AT_ONCE)


@pytest.mark.parametrize("odd", ["\x00", "\ud83d"])
def test_a_question_that_no_database_takes_as_it_is_is_answered(office: Office, odd: str) -> None:
    slack = office.slack

    asked = ask(slack, slack.direct(), f"{QUESTION} {odd}", KNOWN[0][1])

    assert wait_for(lambda: asked.answers(slack), within=AT_ONCE)


def test_edits_previews_and_deletions_of_an_answered_question_change_nothing(
    office: Office,
) -> None:
    slack, people = office.slack, office.slack.people
    question = ask(slack, slack.direct(), *KNOWN[0])
    wait_for(lambda: question.answers(slack), within=AT_ONCE)
    (answer,) = question.answers(slack)
    preview = payloads.edited(question.said, Kind.DIRECT, attachments=[{"title": "Belfort"}])
    ours = payloads.edited(answer, Kind.DIRECT, attachments=[{"title": "Belfort"}])
    envelopes = [
        people.edit(question.said),
        payloads.event(preview),
        payloads.event(ours),
        people.take_back(question.said),
    ]

    for envelope in envelopes:
        slack.deliver(envelope)

    wait_acked(envelopes)
    settle(slack)
    assert question.answers(slack) == [answer]


def test_a_question_taken_back_before_its_answer_gets_none(office: Office) -> None:
    slack = office.slack
    slack.faults.queue("chat.postMessage", faults.rate_limited(2))
    question = ask(slack, slack.direct(), *KNOWN[0])
    wait_for(lambda: not slack.faults.queued["chat.postMessage"], within=AT_ONCE)

    slack.deliver(slack.people.take_back(question.said))

    with pytest.raises(TimeoutError):
        wait_for(lambda: question.answers(slack), within=4)


def other_events(said: Message) -> list[dict[str, Any]]:
    """Return events that the bot has nothing to do with."""
    ts = said.ts
    return [
        {"type": "reaction_added", "user": ASKER, "reaction": "eyes", "item": {}, "event_ts": ts},
        {"type": "member_joined_channel", "user": ASKER, "channel": said.channel, "event_ts": ts},
        {"type": "app_context_changed", "user": ASKER, "event_ts": ts},
        {"type": "assistant_thread_started", "assistant_thread": {}, "event_ts": ts},
        {"type": "app_home_opened", "user": ASKER, "tab": "about", "channel": said.channel},
        {"type": "team_rename", "name": "Belfort", "event_ts": ts},
        {"type": "evenement_de_demain"},
    ]


def test_events_and_clicks_that_nobody_knows_are_acked(office: Office) -> None:
    slack = office.slack
    said = slack.people.write(slack.direct(), "Bonjour")
    click = {"type": "button", "action_id": "inconnu", "block_id": "b", "value": ""}
    interactions = [
        payloads.interaction("block_actions", said.channel, {}, actions=[click]),
        payloads.interaction("message_action", said.channel, {}, callback_id="autre", message={}),
        payloads.interaction("shortcut", said.channel, {}, callback_id="global"),
        payloads.interaction(
            "view_submission", said.channel, {}, view={"type": "modal", "callback_id": "v"}
        ),
        payloads.interaction(
            "view_closed", said.channel, {}, view={"type": "modal", "callback_id": "v"}
        ),
    ]
    envelopes = [*map(payloads.event, other_events(said)), *interactions]

    for envelope in envelopes:
        slack.deliver(envelope)

    wait_acked(envelopes)
    assert slack.answers(said) == []
