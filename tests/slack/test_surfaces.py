"""Wherever one can ask in Slack, the bot answers there, and says where it has it from."""

from typing import Any

import sqlalchemy

from fake_slack import faults
from fake_slack.house_rules import texts
from fake_slack.identity import ASKER
from fake_slack.records import Message, Shown
from fake_slack.server import FakeSlack
from fake_slack.trees import walk
from slack_runs.office import Office
from slack_runs.waiting import wait_for

MAYOR = "Qui est le maire de Leonberg ?"
SCHULER = "Bernhard Schuler"
AT_ONCE = 10.0
"""Seconds: an answer takes a tenth of one, on a machine that does nothing else."""


def answer(slack: FakeSlack, said: Message) -> Message:
    """Return the answer to a message, which is the only one."""
    wait_for(lambda: slack.answers(said), within=AT_ONCE, what=f"an answer to {said.text!r}")
    (found,) = slack.answers(said)
    return found


def response(slack: FakeSlack, before: int) -> Shown:
    """Return what one person was shown since."""
    return wait_for(lambda: slack.state.responses[before:], within=AT_ONCE)[-1]


def actions(blocks: list[dict[str, Any]]) -> list[str]:
    """Return what can be clicked, in order."""
    return [
        element["action_id"]
        for block in blocks
        for element in block.get("elements", [])
        if "action_id" in element
    ]


def test_a_direct_message_is_answered_in_its_thread_with_its_source(office: Office) -> None:
    said = office.slack.ask(office.slack.direct(), MAYOR)

    got = answer(office.slack, said)

    assert got.thread_ts == said.ts
    assert SCHULER in got.text
    assert "Relations internationales" in got.text
    assert "non datée" in " ".join(texts(got.blocks, "context"))
    assert got.metadata
    assert got.metadata["event_payload"].keys() == {"key"}


def test_a_thread_is_a_conversation(office: Office) -> None:
    root = office.slack.ask(office.slack.direct(), MAYOR)
    answer(office.slack, root)

    more = office.slack.ask(root.channel, "et à Delémont ?", root=root.ts)

    assert "Pierre Kohler" in answer(office.slack, more).text


def test_two_threads_do_not_mix(office: Office) -> None:
    channel = office.slack.direct()
    mayor = office.slack.ask(channel, MAYOR)
    people = office.slack.ask(channel, "Combien d'habitants à Leonberg ?")
    answer(office.slack, mayor)
    answer(office.slack, people)

    more = office.slack.ask(channel, "et à Delémont ?", root=people.ts)

    assert "12 000" in answer(office.slack, more).text


def test_a_mention_is_answered_in_a_thread(office: Office) -> None:
    said = office.slack.ask(office.slack.public(), MAYOR)

    got = answer(office.slack, said)

    assert got.thread_ts == said.ts
    assert SCHULER in got.text


def test_a_mention_in_a_thread_is_answered_there_and_goes_on(office: Office) -> None:
    channel = office.slack.public()
    root = office.slack.people.write(channel, "Qui connaît nos villes jumelées ?")
    first = office.slack.ask(channel, MAYOR, root=root.ts)
    answer(office.slack, first)

    more = office.slack.ask(channel, "et à Delémont ?", root=root.ts)

    assert "Pierre Kohler" in answer(office.slack, more).text
    assert {message.thread_ts for message in office.slack.answers(first)} == {root.ts}


def test_a_mention_without_a_question_is_told_what_to_ask(office: Office) -> None:
    said = office.slack.ask(office.slack.public(), "")

    assert "jumel" in answer(office.slack, said).text


def test_what_slack_encodes_is_read_as_it_was_typed(office: Office) -> None:
    said = office.slack.ask(office.slack.direct(), "« Qui est le maire d’Anderlecht & Leonberg ? »")
    plain = office.slack.ask(office.slack.direct(), "Qui est le maire de Leonberg\u00a0?")

    assert "amp" not in answer(office.slack, said).text
    assert SCHULER in answer(office.slack, plain).text


def test_a_command_is_answered_to_its_author_alone_in_words_to_read_aloud(office: Office) -> None:
    before = len(office.slack.state.responses)
    channel = office.slack.public(invited=False)

    envelope = office.slack.deliver(office.slack.people.command(MAYOR, channel))

    shown = response(office.slack, before)
    assert shown.content["response_type"] == "ephemeral"
    assert SCHULER in shown.content["text"]
    assert actions(shown.content["blocks"])[0] == "montrer"
    assert len(envelope.acks) == 1
    assert not office.slack.state.workspace.history(channel)


def test_a_long_answer_to_a_command_begins_with_two_sentences(office: Office) -> None:
    before = len(office.slack.state.responses)

    office.slack.deliver(
        office.slack.people.command("Parle-moi de Leonberg", office.slack.public())
    )

    shown = response(office.slack, before)
    first = shown.content["blocks"][0]["text"]["text"]
    assert first.count(". ") + 1 <= 2
    assert shown.content["text"].startswith(first)
    assert len(shown.content["text"]) > 2 * len(first)


def test_an_answer_that_may_be_lost_can_be_asked_for_again(office: Office) -> None:
    before = len(office.slack.state.responses)
    office.slack.faults.queue("response_url", faults.LOST_REPLY)
    office.slack.deliver(office.slack.people.command(MAYOR, office.slack.public()))
    wait_for(lambda: len(office.slack.state.responses) == before + 2, within=AT_ONCE)
    answered, doubtful = office.slack.state.responses[before:]
    assert SCHULER in answered.content["text"]
    assert actions(doubtful.content["blocks"]) == ["reessayer"]

    office.slack.deliver(office.slack.people.click_alone(doubtful, "reessayer"))

    assert SCHULER in response(office.slack, before + 2).content["text"]


def test_an_agent_shows_the_answer_to_everyone(office: Office) -> None:
    before = len(office.slack.state.responses)
    channel = office.slack.public(invited=False)
    office.slack.deliver(office.slack.people.command(MAYOR, channel))
    shown = response(office.slack, before)

    office.slack.deliver(office.slack.people.click_alone(shown, "montrer"))

    (public,) = wait_for(lambda: office.slack.state.workspace.history(channel), within=AT_ONCE)
    assert SCHULER in public.text
    assert "montrer" not in actions(public.blocks)


def test_a_command_without_a_question_says_how_to_ask(office: Office) -> None:
    before = len(office.slack.state.responses)

    office.slack.deliver(office.slack.people.command("", office.slack.public()))

    assert "/jumelage" in response(office.slack, before).content["text"]


def test_the_shortcut_answers_the_question_of_a_message(office: Office) -> None:
    before = len(office.slack.state.responses)
    said = office.slack.people.write(office.slack.public(), MAYOR, user="U0009")

    office.slack.deliver(office.slack.people.shortcut(said))

    shown = response(office.slack, before)
    assert SCHULER in shown.content["text"]
    assert shown.user == ASKER
    assert office.slack.answers(said) == []


def test_the_home_tab_says_what_the_bot_knows_and_keeps(office: Office) -> None:
    before = len(office.slack.state.homes)

    office.slack.deliver(office.slack.people.open_app("home", office.slack.direct()))

    (shown,) = wait_for(lambda: office.slack.state.homes[before:], within=AT_ONCE)
    told = " ".join(texts(shown.content["blocks"]))
    assert shown.user == ASKER
    assert "Leonberg" in told
    assert "30 jours" in told.replace("\u00a0", " ")


def test_the_messages_tab_offers_questions(office: Office) -> None:
    before = len(office.slack.state.prompts)

    office.slack.deliver(office.slack.people.open_app("messages", office.slack.direct()))

    (shown,) = wait_for(lambda: office.slack.state.prompts[before:], within=AT_ONCE)
    assert "thread_ts" not in shown.content
    for prompt in shown.content["prompts"]:
        said = office.slack.ask(office.slack.direct(), prompt["message"])
        assert "pas compris" not in answer(office.slack, said).text


def test_what_the_bot_asks_back_is_answered_with_a_click(office: Office) -> None:
    said = office.slack.ask(office.slack.direct(), "Combien d'habitants ?")
    asked = answer(office.slack, said)
    choices = [name for name in actions(asked.blocks) if name.startswith("proposition_")]

    office.slack.deliver(office.slack.people.click(asked, choices[0]))

    wait_for(lambda: len(office.slack.answers(said)) == 2, within=AT_ONCE)
    assert "habitants" in office.slack.answers(said)[1].text


def opinions(office: Office) -> list[tuple[str, str]]:
    """Return what the bot has kept of what people think: of which answer, what."""
    engine = sqlalchemy.create_engine(office.bot.database_url)
    with engine.connect() as connection:
        rows = connection.execute(sqlalchemy.text("SELECT letter, opinion FROM feedback")).all()
    engine.dispose()
    return [(str(letter), str(opinion)) for letter, opinion in rows]


def test_an_opinion_is_kept_once_and_thanked(office: Office) -> None:
    got = answer(office.slack, office.slack.ask(office.slack.direct(), MAYOR))
    (feedback,) = [e for e in walk(got.blocks) if e.get("type") == "feedback_buttons"]
    value, kept = feedback["positive_button"]["value"], len(opinions(office))
    before = len(office.slack.state.ephemerals)
    clicks = [office.slack.people.click(got, "avis", value) for _ in range(2)]

    office.slack.deliver(clicks[0])
    thanks = wait_for(lambda: office.slack.state.ephemerals[before:], within=AT_ONCE)
    office.slack.deliver(clicks[1])

    wait_for(lambda: clicks[1].acks, within=AT_ONCE)
    assert "Merci" in thanks[0].content["text"]
    assert thanks[0].user == ASKER
    assert len(opinions(office)) == kept + 1
