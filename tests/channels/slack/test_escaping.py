"""Nothing of what is said becomes a token of Slack."""

import pytest

from jumelage_bot.channels.slack.writing.escaping import escape, link


@pytest.mark.parametrize("text", ["<!channel>", "<@U1>", "<https://x|y>", "&lt;!here&gt;"])
def test_escaped_text_holds_no_token(text: str) -> None:
    escaped = escape(text)

    assert "<" not in escaped
    assert ">" not in escaped
    unescaped = escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert unescaped == text


def test_accents_and_french_signs_stay_as_they_are() -> None:
    text = "« Où ? » — l’été à Delémont, 50\u00a0000 d'*ici* & _là_"

    assert escape(text) == text.replace("&", "&amp;")


@pytest.mark.parametrize(
    ("title", "url", "expected"),
    [
        ("Page", "https://exemple.org/a?b=1&c=2", "<https://exemple.org/a?b=1&amp;c=2|Page>"),
        ("A|B <x>", "https://exemple.org/é", "<https://exemple.org/%C3%A9|A¦B &lt;x&gt;>"),
        (
            "Page",
            "https://exemple.org/a|<!channel>",
            "<https://exemple.org/a%7C%3C!channel%3E|Page>",
        ),
        ("Page", "javascript:alert(1)", "Page"),
        ("Page", None, "Page"),
        ("Page", "!channel", "Page"),
        ("Page\nsuite", "http://[", "Page suite"),
    ],
)
def test_a_link_leads_to_the_web_and_nowhere_else(
    title: str, url: str | None, expected: str
) -> None:
    assert link(title, url) == expected
