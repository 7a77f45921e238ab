"""Nothing of the page is lost: its numbers, its dates and its names are all in the knowledge."""

import re

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.domain.values import Moment, Quantity, Text
from jumelage_bot.understanding.normalise import words
from support import ROOT, plain

PAGE = "relations-internationales"

# Words with a capital that are no names: they open a sentence, or are words of office.
NOT_NAMES = frozenset(
    words(
        "relations le la les il elle elles c l un une deux dans depuis situee dotee outre ses des "
        "etre villes ville jumelees proche equipe maire docteur charte capitale m informations a "
        "fluviale minsitere communaute agglomeration comite jumelage affaires etrangeres est ouest"
    )
)


@pytest.fixture(scope="module")
def page(bot: Bot) -> str:
    return bot.grammar.knowledge.sources[PAGE].text


def test_every_number_of_the_page_is_a_value_of_a_fact(bot: Bot, page: str) -> None:
    known: set[int] = set()
    for fact in bot.grammar.knowledge.facts.values():
        for value in fact.values:
            match value:
                case Quantity(number=number):
                    known.add(number)
                case Moment(year, month, day):
                    known |= {year, year % 100, month or 0, day or 0}
                case Text(content):
                    known |= {int(n) for n in re.findall(r"\d+", content)}
                case _:
                    pass
    written = {int(re.sub(r"\s", "", n)) for n in re.findall(r"\d+(?: \d{3})*", page)}

    assert written
    assert written <= known


@pytest.mark.parametrize(
    ("sentence", "subject", "property_id"),
    [
        ("12 mai 1985", "jumelage-delemont", "date_charte"),
        ("février 1977", "jumelage-leonberg", "date_charte"),
        ("2 juin 1967", "jumelage-zaporojie", "date_charte"),
        ("juin 2007", "jumelage-tanghin-dassouri", "date_charte"),
        ("28 décembre 2008", "delemont", "maire_depuis"),
    ],
)
def test_every_date_of_the_page_is_kept_with_its_precision(
    bot: Bot, page: str, sentence: str, subject: str, property_id: str
) -> None:
    from jumelage_bot.answering.values import write_values  # noqa: PLC0415

    fact = bot.grammar.knowledge.fact(subject, property_id)

    assert sentence in page
    assert fact is not None
    assert write_values(fact, bot.grammar.knowledge) == [sentence]


def test_every_name_of_the_page_is_a_name_of_an_entity(bot: Bot, page: str) -> None:
    known: set[str] = set()
    for entity in bot.grammar.knowledge.entities.values():
        for name in (entity.name, *entity.aliases):
            known |= set(words(name))
    without_links = re.sub(r"http\S+", "", page)
    capitalised = {w for n in re.findall(r"\b[A-ZÀ-Ý][\w'’-]*", without_links) for w in words(n)}

    missing = capitalised - known - NOT_NAMES

    assert "stafford" in capitalised
    assert missing == set()


def test_every_web_address_of_the_page_is_given(bot: Bot, page: str) -> None:
    known = {
        getattr(value, "url", None)
        for fact in bot.grammar.knowledge.facts.values()
        for value in fact.values
    }

    assert set(re.findall(r"http\S+", page)) <= known


def test_every_sentence_of_the_page_is_cited_by_a_fact(bot: Bot, page: str) -> None:
    excerpts = " ".join(plain(f.excerpt) for f in bot.grammar.knowledge.facts.values())
    cited = set(words(excerpts))
    sentences = [
        s for s in re.split(r"(?<=[.!?])\s+|\n+", page) if len(words(s)) > 4 and "http" not in s
    ]

    uncited = [s for s in sentences if not long_words(s) <= cited]

    assert uncited == []


def long_words(sentence: str) -> set[str]:
    return {w for w in words(sentence) if len(w) > 3 and not w.startswith("http")}


def test_the_copy_of_the_page_names_its_publisher() -> None:
    source = (ROOT / "knowledge" / "sources" / f"{PAGE}.yaml").read_text(encoding="utf-8")

    assert 'publisher: "Ville de Belfort"' in source
