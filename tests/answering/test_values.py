"""Values read as French, with the names they refer to."""

import pytest

from invented import a_fact, a_knowledge_base
from jumelage_bot.answering.values import expand, name_of, write_values
from jumelage_bot.domain.values import Link, Moment, Quantity, Reference, Text, Value

KNOWLEDGE = a_knowledge_base()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("près de {valombre}", "près de Valombre"),
        ("près de {orsenne}", "près d'Orsenne"),
        ("au nord de {portugal}", "au nord du Portugal"),
        ("au sud de {norvege}", "au sud de la Norvège"),
        ("l'ambassade de {italie}", "l'ambassade de l'Italie"),
        ("rendez-vous à {tazri}", "rendez-vous à Tazri"),
        ("grâce à {portugal}", "grâce au Portugal"),
        ("grâce à {ecole-bleue}", "grâce à l'école Bleue"),
        ("en {italie}", "en Italie"),
        ("en {portugal}", "au Portugal"),
        ("En {portugal} et à {tazri}", "au Portugal et à Tazri"),
        ("avec {italie}", "avec l'Italie"),
        ("entre {italie} et {norvege}", "entre l'Italie et la Norvège"),
        # a word that only ends in "de"
        ("une aide {portugal}", "une aide le Portugal"),
        ("aucun nom", "aucun nom"),
    ],
)
def test_prepositions_before_a_reference_agree_with_the_name(written: str, read: str) -> None:
    assert expand(written, KNOWLEDGE) == read


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (Text("à {tazri}, en {italie}"), "à Tazri, en Italie"),
        (Link("https://exemple.fr"), "https://exemple.fr"),
        (Quantity(780, "habitants", "environ"), "environ 780 habitants"),
        (Moment(1985, 5, 1), "1er mai 1985"),
        (Reference("portugal"), "le Portugal"),
    ],
)
def test_each_kind_of_value_is_written(value: Value, read: str) -> None:
    fact = a_fact("valombre", "telephone", value)

    assert write_values(fact, KNOWLEDGE) == [read]


def test_bare_references_leave_out_their_article() -> None:
    fact = a_fact("valombre", "pays", Reference("portugal"), Reference("italie"))

    assert write_values(fact, KNOWLEDGE, bare=True) == ["Portugal", "Italie"]


@pytest.mark.parametrize(
    ("entity", "read"),
    [("valombre", "Valombre"), ("italie", "l'Italie"), ("portugal", "le Portugal")],
)
def test_a_name_is_said_with_its_article(entity: str, read: str) -> None:
    assert str(name_of(KNOWLEDGE.entities[entity])) == read
