"""JSON Lines in, JSON Lines out: one reply a line, in order, whatever the line holds."""

import json
from collections.abc import Iterable

import pytest

from jumelage_bot.adapters.conversations import ConversationsInMemory
from jumelage_bot.bot import Bot
from jumelage_bot.channels.json_lines import EXPECTED, Reply, answer_lines, to_json
from jumelage_bot.domain.answer import Answer, Citation, Status
from support import ask, clock

KEYS = ["text", "status", "intent", "confidence", "entities", "sources", "suggestions"]


def replies(bot: Bot, lines: Iterable[bytes | str]) -> list[Reply]:
    raw = (line if isinstance(line, bytes) else line.encode() for line in lines)
    return list(answer_lines(bot, raw, clock, ConversationsInMemory()))


def test_an_answer_is_one_line_of_ascii() -> None:
    citation = Citation("Délibération", "https://exemple.fr", "à l'été\nici", "2026-01-31")
    answer = Answer(
        "Été :\n« 12\u202f000 » 👍", Status.ANSWERED, "dire", 0.9, ("x",), (citation,), ("Où ?",)
    )

    line = to_json(answer)

    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line) == {
        "text": "Été :\n« 12\u202f000 » 👍",
        "status": "answered",
        "intent": "dire",
        "confidence": 0.9,
        "entities": ["x"],
        "sources": [
            {
                "title": "Délibération",
                "url": "https://exemple.fr",
                "excerpt": "à l'été\nici",
                "as_of": "2026-01-31",
            }
        ],
        "suggestions": ["Où ?"],
    }


def test_what_is_not_known_of_an_answer_is_null_or_empty() -> None:
    fields = json.loads(to_json(Answer("Non.", Status.UNKNOWN)))

    assert list(fields) == KEYS
    assert list(fields.values()) == ["Non.", "unknown", None, None, [], [], []]


def test_an_error_is_one_more_field() -> None:
    fields = json.loads(to_json(Answer("Non.", Status.UNKNOWN), "raté"))

    assert list(fields) == [*KEYS, "error"]
    assert fields["error"] == "raté"


def test_a_line_is_answered_as_the_bot_does(bot: Bot) -> None:
    (reply,) = replies(bot, ['{"text": "bonjour", "autre": [1]}\r\n'])

    assert reply == Reply(to_json(ask(bot, "bonjour")))


@pytest.mark.parametrize(
    "at", ['"2026-11-23"', '"2026-11-23T10:00:00"', '"2026-11-23T10:00:00+01:00"', "null"]
)
def test_a_line_may_say_when_it_is_asked(at: str, bot: Bot) -> None:
    (reply,) = replies(bot, [f'{{"text": "bonjour", "at": {at}}}'])

    assert reply.fault is None


def test_blank_lines_are_skipped_and_counted(bot: Bot) -> None:
    found = replies(bot, ["", "  \t\r\n", '{"text": "merci"}', "\n", "zut"])

    assert [r.fault and r.fault.partition(" : ")[0] for r in found] == [None, "ligne 5"]


def test_replies_are_in_the_order_of_the_lines(bot: Bot) -> None:
    asked = ["merci", "bonjour", "", "au revoir", "bonjour"]

    found = replies(bot, [json.dumps({"text": text}) for text in asked])

    assert [r.json for r in found] == [to_json(ask(bot, text)) for text in asked]


def test_lines_are_answered_as_they_come(bot: Bot) -> None:
    read: list[int] = []

    def lines() -> Iterable[bytes]:
        for number in range(3):
            read.append(number)
            yield b'{"text": "bonjour"}'

    next(iter(answer_lines(bot, lines(), clock, ConversationsInMemory())))

    assert read == [0]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("bonjour", EXPECTED),
        ('{"text": "bonjour"', EXPECTED),
        ("{'text': 'bonjour'}", EXPECTED),
        ('"bonjour"', EXPECTED),
        ('["bonjour"]', EXPECTED),
        ("12", EXPECTED),
        ("null", EXPECTED),
        ("{}", EXPECTED),
        ('{"question": "bonjour"}', EXPECTED),
        ('{"text": null}', EXPECTED),
        ('{"text": 12}', EXPECTED),
        ('{"text": ["bonjour"]}', EXPECTED),
        ('{"text": "bonjour"} {"text": "bonjour"}', EXPECTED),
        ('{"text": "bonjour", "at": "demain"}', "at"),
        ('{"text": "bonjour", "at": ""}', "at"),
        ('{"text": "bonjour", "at": "2026-02-30"}', "at"),
        ('{"text": "bonjour", "at": 1764000000}', "at"),
        ('{"text": "bonjour", "at": {}}', "at"),
        ("[" * 100_000, EXPECTED),
        ('{"text": ' * 50_000, EXPECTED),
        ('{"text": "bonjour", "at": ' + "9" * 10_000 + "}", EXPECTED),
        (b"\xff\xfe\x00", EXPECTED),
    ],
)
def test_a_line_that_is_no_question_says_what_was_expected(
    line: bytes | str, fault: str, bot: Bot
) -> None:
    (before, reply, after) = replies(bot, ['{"text": "merci"}', line, '{"text": "merci"}'])

    fields = json.loads(reply.json)
    assert fault in fields["error"]
    assert reply.fault == f"ligne 2 : {fields['error']}"
    assert list(fields) == [*KEYS, "error"]
    assert fields["status"] != "answered"
    assert before == after == Reply(to_json(ask(bot, "merci")))


@pytest.mark.parametrize(
    "line",
    [b'{"text": "bonjour \xff\xe9"}', b'{"text": "bonjour \\ud800"}', b'{"text": "\\u0000"}'],
)
def test_a_text_of_odd_characters_is_answered(line: bytes, bot: Bot) -> None:
    (reply,) = replies(bot, [line])

    assert reply.fault is None
    assert reply.json.isascii()
    assert json.loads(reply.json)["text"]


def test_a_byte_order_mark_at_the_head_of_a_file_is_no_fault(bot: Bot) -> None:
    (reply,) = replies(bot, [b'\xef\xbb\xbf{"text": "merci"}'])

    assert reply == Reply(to_json(ask(bot, "merci")))


def test_lines_of_one_conversation_follow_each_other(bot: Bot) -> None:
    asked = [
        ("le maire de Leonberg ?", "a"),
        ("le site de Stafford ?", "b"),
        ("et à Delémont ?", "a"),
    ]
    lines = [json.dumps({"text": text, "conversation": name}) for text, name in asked]

    answers = [json.loads(reply.json) for reply in replies(bot, lines)]

    assert answers[2]["entities"] == ["delemont"]
    assert "Kohler" in answers[2]["text"]


def test_half_an_hour_of_silence_ends_a_conversation(bot: Bot) -> None:
    asked = [("le maire de Leonberg ?", "10:00:00"), ("et sa population ?", "10:31:00")]
    lines = [
        json.dumps({"text": text, "conversation": "a", "at": f"2026-11-23T{time}"})
        for text, time in asked
    ]

    *_, last = (json.loads(reply.json) for reply in replies(bot, lines))

    assert last["status"] == "clarify"


def test_a_line_without_conversation_remembers_nothing(bot: Bot) -> None:
    lines = [
        json.dumps({"text": text}) for text in ("le maire de Leonberg ?", "et sa population ?")
    ]

    *_, last = (json.loads(reply.json) for reply in replies(bot, lines))

    assert last["status"] == "clarify"


def test_the_name_of_a_conversation_is_a_text(bot: Bot) -> None:
    (reply,) = replies(bot, ['{"text": "bonjour", "conversation": 3}'])

    assert reply.fault
    assert "conversation" in reply.fault
