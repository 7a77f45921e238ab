"""What Slack sends is read as it was typed."""

import pytest

from jumelage_bot.channels.slack.receiving.decoding import decode, mentions


@pytest.mark.parametrize(
    ("sent", "typed"),
    [
        ("<@UBOT> qui est maire ?", "qui est maire ?"),
        ("<@U1|marie> demande", "marie demande"),
        ("voir <#C1|général> et <#C2>", "voir général et"),
        ("<!here> <!channel> bonjour", "bonjour"),
        ("<!subteam^S1|@mairie> bonjour", "mairie bonjour"),
        ("<!date^1^{date}|hier>", "hier"),
        ("<https://exemple.org/a|la page>", "la page"),
        ("<https://exemple.org/a>", "https://exemple.org/a"),
        ("<mailto:a@exemple.org|a@exemple.org>", "a@exemple.org"),
        ("<mailto:a@exemple.org>", "a@exemple.org"),
        ("a &lt; b &amp; c &gt; d", "a < b & c > d"),
        ("&amp;lt;", "&lt;"),
        (":wave: bonjour :wave::skin-tone-2:", "bonjour"),
        ("à 12:30:45 précises", "à 12:30:45 précises"),
        ("l’école d'ici\u00a0?", "l’école d'ici ?"),
        ("une ligne\nune autre", "une ligne\nune autre"),
        ("<@U1", "<@U1"),
        ("", ""),
    ],
)
def test_tokens_entities_and_emoji_are_read(sent: str, typed: str) -> None:
    assert decode(sent) == typed


def test_the_people_named_are_told() -> None:
    assert mentions("<@U1> et <@U2|marie> de <#C1>") == ("U1", "U2")
