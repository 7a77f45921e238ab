"""How an answer looks in Slack."""

from dataclasses import replace
from typing import Any

import pytest

from jumelage_bot.channels.slack.writing.blocks import MAX_SECTION, first_sentences, opinion_of
from jumelage_bot.channels.slack.writing.letters import answer_letter, how_to_ask, shown_to_all
from jumelage_bot.domain.answer import Answer, Citation, Status
from jumelage_bot.domain.mail import Kind, Letter, Opinion, Question

ASKED = Question(
    app="A1",
    team="T1",
    channel="C1",
    ts="100.1",
    kind=Kind.MESSAGE,
    conversation="T1/C1/100.1",
    user="u",
    text="Qui est maire ?",
    root="100.1",
)
IN_PRIVATE = replace(ASKED, kind=Kind.PRIVATE, root=None, reply_to="https://hooks")
PAGE = Citation("Page de Miravel", None, "M. Dumas est maire.", None)
ANSWER = Answer("Le maire est Pierre Dumas.", Status.ANSWERED, citations=(PAGE,))


def blocks_of(letter: Letter) -> list[dict[str, Any]]:
    blocks = letter.body["blocks"]
    assert isinstance(blocks, list)
    return blocks


def kinds(letter: Letter) -> list[str]:
    return [block["type"] for block in blocks_of(letter)]


def test_an_answer_stands_above_its_source_and_the_opinions() -> None:
    letter = answer_letter(ASKED, ANSWER, "k1")

    section, source, opinions = blocks_of(letter)
    assert section["text"]["text"] == "Le maire est Pierre Dumas."
    assert [e["text"] for e in source["elements"]] == [
        "Source : Page de Miravel, page non datée",
        "« M. Dumas est maire. »",
    ]
    (pair,) = opinions["elements"]
    labels = [pair[name]["accessibility_label"] for name in ("positive_button", "negative_button")]
    assert all(labels)
    assert letter.root == "100.1"
    assert (letter.body["unfurl_links"], letter.body["unfurl_media"]) == (False, False)


def test_the_text_says_all_for_those_who_hear_it() -> None:
    letter = answer_letter(ASKED, ANSWER, "k1")

    assert letter.body["text"] == "Le maire est Pierre Dumas.\nSource : Page de Miravel"


def test_a_dated_source_says_its_date_and_leads_to_its_page() -> None:
    dated = replace(PAGE, url="https://exemple.org", as_of="2026-01-31")

    letter = answer_letter(ASKED, replace(ANSWER, citations=(dated,)), "k1")

    told = blocks_of(letter)[1]["elements"][0]["text"]
    assert told == "Source : <https://exemple.org|Page de Miravel>, page du 31 janvier 2026"


def test_what_is_asked_back_is_chosen_with_a_click() -> None:
    long = "Combien d'habitants " * 10
    asked = Answer("Quelle ville ?", Status.CLARIFY, suggestions=("Miravel ?", long))

    letter = answer_letter(ASKED, asked, "k1")

    (actions,) = [b for b in blocks_of(letter) if b["type"] == "actions"]
    first, second = actions["elements"]
    assert (first["action_id"], first["value"]) == ("proposition_0", "Miravel ?")
    assert second["value"] == long
    assert len(second["text"]["text"]) == 75


def test_a_private_answer_is_said_in_two_sentences_then_the_rest() -> None:
    told = replace(ANSWER, text="Oui. M. Dumas est maire. Il l'est depuis 2008. Voilà.")

    letter = answer_letter(IN_PRIVATE, told, "k1")

    assert kinds(letter) == ["section", "section", "actions", "context", "context_actions"]
    aloud, rest, show, *_ = blocks_of(letter)
    assert aloud["text"]["text"] == "Oui. M. Dumas est maire."
    assert rest["text"]["text"] == "Il l'est depuis 2008. Voilà."
    assert show["elements"][0]["action_id"] == "montrer"
    assert (letter.reply_to, letter.root) == ("https://hooks", None)
    assert letter.body["response_type"] == "ephemeral"


def test_what_is_shown_to_all_has_no_button_to_show_it() -> None:
    letter = shown_to_all(answer_letter(IN_PRIVATE, ANSWER, "k1"), "https://other")

    assert kinds(letter) == ["section", "context", "context_actions"]
    assert (letter.body["response_type"], letter.reply_to) == ("in_channel", "https://other")
    assert letter.key != "k1"


def test_an_answer_that_may_be_lost_can_be_asked_again() -> None:
    letter = answer_letter(IN_PRIVATE, ANSWER, "k1")

    assert letter.fallback is not None
    blocks: Any = letter.fallback["blocks"]
    button = blocks[-1]["elements"][0]
    assert (button["action_id"], button["value"]) == ("reessayer", "Qui est maire ?")
    assert answer_letter(ASKED, ANSWER, "k1").fallback is None


def test_a_question_that_was_chosen_is_said_above_its_answer() -> None:
    letter = answer_letter(replace(ASKED, is_chosen=True, text="<!here> ?"), ANSWER, "k1")

    assert blocks_of(letter)[0]["elements"][0]["text"] == "Question : « &lt;!here&gt; ? »"


def test_an_endless_answer_is_abridged_and_never_too_large() -> None:
    letter = answer_letter(ASKED, replace(ANSWER, text="mot " * 10_000), "k1")

    shown = [b["text"]["text"] for b in blocks_of(letter) if b["type"] == "section"]
    assert max(map(len, shown)) <= MAX_SECTION
    assert sum(map(len, shown)) <= 4 * MAX_SECTION
    assert shown[-1].endswith("(réponse abrégée)")


def test_who_does_not_ask_is_told_how_to() -> None:
    letter = answer_letter(IN_PRIVATE, how_to_ask("Qui est maire ?"), "k1")

    assert "/jumelage Qui est maire ?" in str(letter.body["text"])
    assert kinds(letter) == ["section"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Oui. Non. Si.", "Oui. Non."),
        ("Une seule phrase", "Une seule phrase"),
        ("M. Dumas est maire. Mme Roy aussi. Et puis ?", "M. Dumas est maire. Mme Roy aussi."),
        ("Il y a 1.5 km. « Ah ! » dit-il. Fin.", "Il y a 1.5 km. « Ah ! » dit-il."),
        ("On dit : « Oui. » Puis rien. Fin.", "On dit : « Oui. » Puis rien."),
        ("J.-C. Roy est maire. Il le reste. Fin.", "J.-C. Roy est maire. Il le reste."),
    ],
)
def test_the_first_two_sentences_are_told(text: str, first: str) -> None:
    aloud, rest = first_sentences(text, 2)

    assert aloud == first
    assert f"{aloud} {rest}".strip() == text


def test_an_opinion_is_read_from_its_button() -> None:
    assert opinion_of("useful:k1") == (Opinion.USEFUL, "k1")
    assert [opinion_of(v) for v in ("", "useful:", "other:k1", "k1")] == [None] * 4
