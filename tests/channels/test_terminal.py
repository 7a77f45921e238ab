"""The terminal: an answer on a few lines, a conversation until it is left."""

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.channels.terminal import PROMPT, answers_of, printable, prompted, show
from jumelage_bot.domain.answer import Answer, Citation, Status
from support import ask, clock

PAGE = Citation("La page — Ville", None, "Le maire est Anna Keller.", None)


def test_an_answer_is_followed_by_its_source_its_excerpt_and_what_to_ask_next() -> None:
    answer = Answer(
        "Anna\nKeller.", Status.ANSWERED, citations=(PAGE,), suggestions=("Où ?", "Quand ?")
    )

    assert show(answer).splitlines() == [
        "Anna Keller.",
        "Source : La page — Ville",
        "  « Le maire est Anna Keller. »",
        "  → Où ?",
        "  → Quand ?",
    ]


def test_an_answer_without_source_is_its_text() -> None:
    assert show(Answer("Bonjour.", Status.CHITCHAT)) == "Bonjour."


def test_several_excerpts_of_one_page_are_not_quoted_and_the_page_is_named_once() -> None:
    other = Citation(PAGE.title, None, "Un autre.", None)
    answer = Answer("Anna Keller.", Status.ANSWERED, citations=(PAGE, other))

    assert show(answer).splitlines() == ["Anna Keller.", "Source : La page — Ville"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("un\ndeux\r\n  trois", "un deux trois"),
        ("\x1b[31mrouge\x07\x00", "[31mrouge"),
        ("12\u202f000 \u00abété\u00bb", "12 000 «été»"),
        ("\u202egauche\u200b", "gauche"),
        ("\x9b2J\x9d", "2J"),
        ("", ""),
    ],
)
def test_what_is_printed_commands_no_terminal(text: str, line: str) -> None:
    assert printable(text) == line


def test_a_source_commands_no_terminal_either() -> None:
    citation = Citation("La\x1b page", None, "Le\x1b[2J maire", None)
    answer = Answer("Oui.", Status.ANSWERED, citations=(citation,))

    assert "\x1b" not in show(answer)


def test_each_line_that_is_not_blank_is_answered(bot: Bot) -> None:
    answers = list(answers_of(bot, ["bonjour\n", "\n", "  ", "merci"], clock))

    assert answers == [ask(bot, "bonjour"), ask(bot, "merci")]


@pytest.mark.parametrize("quit_line", ["/quitter", "/q", " /quitter \n"])
def test_a_conversation_ends_when_it_is_left(quit_line: str, bot: Bot) -> None:
    answers = list(answers_of(bot, ["bonjour", quit_line, "merci"], clock))

    assert answers == [ask(bot, "bonjour")]


@pytest.mark.parametrize("end", [EOFError, KeyboardInterrupt])
def test_the_prompt_ends_with_the_input(end: type[BaseException]) -> None:
    typed = iter(["bonjour", "merci"])
    prompts = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        for line in typed:
            return line
        raise end

    assert list(prompted(read)) == ["bonjour", "merci"]
    assert prompts == [PROMPT] * 3
