"""One fact makes one sentence, one property one question."""

from dataclasses import replace

import pytest

from invented import PROPERTIES, a_fact, a_knowledge_base
from jumelage_bot.answering.statements import ask, item, names, state, state_gathered
from jumelage_bot.domain.knowledge import Fact
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import Gathered
from jumelage_bot.domain.values import Moment, Quantity, Reference, Text

KNOWLEDGE = a_knowledge_base()


def worded(property_id: str, statement: str) -> KnowledgeBase:
    """Return the invented world with another statement for a property."""
    base = a_knowledge_base()
    changed = {property_id: replace(PROPERTIES[property_id], statement=statement)}
    return replace(base, properties={**PROPERTIES, **changed})


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (
            a_fact("valombre", "population", Quantity(50_000, "habitants", "près de")),
            "Valombre compte près de 50 000 habitants.",
        ),
        (
            a_fact("orsenne", "maire", Reference("anna-keller")),
            "Le maire d'Orsenne est Anna Keller.",
        ),
        (
            a_fact("lien-valombre", "charte", Moment(1985, 5, 12)),
            "Le jumelage avec Valombre date du 12 mai 1985.",
        ),
        (
            a_fact("lien-valombre", "charte", Moment(1990, is_decade=True)),
            "Le jumelage avec Valombre date des années 90.",
        ),
        (
            a_fact("ecole-bleue", "adresse", Text("à {tazri}"), Text("en {portugal}")),
            "L'école Bleue : à Tazri et au Portugal.",
        ),
    ],
)
def test_a_fact_is_stated_by_the_template_of_its_property(fact: Fact, sentence: str) -> None:
    assert state(fact, KNOWLEDGE) == sentence


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("{{ nombre }} : {{ valeur }}", "2 : l'Italie et le Portugal"),
        ("{{ noms[1] | de }}", "Du Portugal"),
        ("{{ sujet }}, {{ parent }}, {{ accueil }}", "Valombre, Valombre, Montclar"),
        ("{{ quand }}|{{ depuis }}|{{ date_de }}", "||"),
        ("{{ faits.population }}", "Près de 50 000 habitants"),
        ("{% if faits.telephone %}oui{% else %}non{% endif %}", "Non"),
    ],
)
def test_a_statement_may_use_what_is_known_of_its_subject(statement: str, sentence: str) -> None:
    fact = a_fact("valombre", "pays", Reference("italie"), Reference("portugal"))

    assert state(fact, worded("pays", statement)) == sentence


def test_the_names_of_a_fact_may_be_listed() -> None:
    fact = a_fact("valombre", "pays", Reference("italie"), Reference("portugal"))

    sentence = state(fact, worded("pays", "{{ noms | liste }}"))

    assert sentence == "L'Italie et le Portugal"


def test_what_belongs_to_a_subject_is_stated_by_its_names() -> None:
    gathered = Gathered("valombre", "ecoles", ("ecole-bleue", "amis"), ())
    knowledge = worded("ecoles", "{{ sujet }} : {{ valeur }} ({{ nombre }})")

    sentence = state_gathered(gathered, knowledge)

    assert sentence == "Valombre : l'école Bleue et Les Amis de Valombre (2)"


@pytest.mark.parametrize(
    ("property_id", "subject", "question"),
    [
        ("maire", "orsenne", "Qui est le maire d'Orsenne ?"),
        ("population", "valombre", "Combien d'habitants compte Valombre ?"),
        ("charte", "lien-valombre", "De quand date le jumelage avec Valombre ?"),
        ("adresse", "ecole-bleue", "Adresse de l'école Bleue ?"),
    ],
)
def test_a_question_asks_for_a_property(property_id: str, subject: str, question: str) -> None:
    assert ask(property_id, subject, KNOWLEDGE) == question


@pytest.mark.parametrize(
    ("partner", "line"),
    [
        # a fact of its twinning reads as its own
        ("valombre", "Valombre (Italie, 12 mai 1985)"),
        ("kirchdorf", "Kirchdorf (Norvège)"),
    ],
)
def test_an_entity_of_a_list_shows_facts_beside_its_name(partner: str, line: str) -> None:
    assert item(partner, KNOWLEDGE) == line


def test_an_entity_is_named_with_its_parent_and_the_home() -> None:
    found = names("ecole-bleue", KNOWLEDGE)

    assert {key: str(name) for key, name in found.items()} == {
        "sujet": "l'école Bleue",
        "parent": "Orsenne",
        "accueil": "Montclar",
    }
