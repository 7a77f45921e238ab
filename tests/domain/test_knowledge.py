"""Who bears a property, what lies where, what belongs to what."""

import pytest

from invented import a_fact, a_knowledge_base
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.values import Reference, Text

KNOWLEDGE = a_knowledge_base()


@pytest.mark.parametrize(
    ("asked", "property_id", "holders"),
    [
        ("valombre", "population", ("valombre",)),
        ("orsenne", "population", ("orsenne",)),
        # what belongs to the subject bears it
        ("valombre", "charte", ("lien-valombre",)),
        ("kirchdorf", "charte", ()),
        # what it belongs to, for the area that both lie in only
        ("ecole-bleue", "pays", ("orsenne",)),
        ("ecole-bleue", "population", ()),
        ("ecole-bleue", "maire", ()),
        # the area it lies in
        ("valombre", "continent", ("italie",)),
        # what a fact names it in, where the schema says so
        ("anna-keller", "maire", ("valombre",)),
        ("anna-keller", "population", ()),
        ("tazri", "population", ()),
    ],
)
def test_a_property_is_borne_by_the_subject_or_by_what_stands_for_it(
    asked: str, property_id: str, holders: tuple[str, ...]
) -> None:
    assert KNOWLEDGE.holders(asked, property_id) == holders


def test_a_bearer_is_named_once_however_many_facts_name_the_person() -> None:
    knowledge = a_knowledge_base(
        a_fact("valombre", "telephone", Text("celui de {anna-keller}")),
        a_fact("orsenne", "maire", Reference("anna-keller")),
    )

    assert knowledge.holders("anna-keller", "maire") == ("valombre", "orsenne")


@pytest.mark.parametrize(
    ("area", "partners"),
    [
        ("italie", ("valombre",)),
        ("norvege", ("kirchdorf",)),
        ("europe", ("valombre", "orsenne")),
    ],
)
def test_partners_lie_in_an_area_through_the_areas_inside_it(
    area: str, partners: tuple[str, ...]
) -> None:
    assert KNOWLEDGE.within(area) == partners


def test_a_text_that_names_an_area_does_not_lie_in_it() -> None:
    knowledge = a_knowledge_base(a_fact("orsenne", "telephone", Text("comme en {italie}")))

    assert [f.subject for f in knowledge.mentioning("italie")] == ["valombre", "orsenne"]
    assert knowledge.within("italie") == ("valombre",)


@pytest.mark.parametrize(
    ("entity", "around"),
    [
        ("montclar", {"montclar"}),
        ("valombre", {"valombre", "italie"}),
        ("lien-valombre", {"lien-valombre", "valombre", "italie"}),
        # identified by its address, which names a place and a country
        ("ecole-bleue", {"ecole-bleue", "orsenne", "tazri", "portugal"}),
        ("anna-keller", {"anna-keller"}),
    ],
)
def test_what_specifies_an_entity_surrounds_it(entity: str, around: set[str]) -> None:
    assert KNOWLEDGE.surroundings(entity) == around


def test_surroundings_that_name_each_other_end() -> None:
    knowledge = a_knowledge_base(a_fact("ecole-bleue", "adresse", Text("près de {ecole-bleue}")))

    assert knowledge.surroundings("ecole-bleue") == {"ecole-bleue", "orsenne", "portugal"}


@pytest.mark.parametrize(
    ("entity", "partner"),
    [
        ("valombre", "valombre"),
        ("lien-valombre", "valombre"),
        ("ecole-bleue", "orsenne"),
        ("montclar", None),
        ("italie", None),
    ],
)
def test_the_partner_of_an_entity_is_itself_or_what_it_belongs_to(
    entity: str, partner: str | None
) -> None:
    assert KNOWLEDGE.partner_of(entity) == partner


def test_children_are_of_one_type_or_of_all() -> None:
    assert KNOWLEDGE.children("valombre") == ("lien-valombre", "amis")
    assert KNOWLEDGE.children("valombre", "amicale") == ("amis",)
    assert KNOWLEDGE.children("kirchdorf") == ()


def test_entities_are_found_by_type_and_by_role() -> None:
    assert KNOWLEDGE.of_type("cite") == KNOWLEDGE.with_role(Role.PARTNER)
    assert KNOWLEDGE.with_role(Role.HOME) == ("montclar",)
    assert KNOWLEDGE.of_type("ville") == ()


def test_a_fact_names_the_entities_of_its_values() -> None:
    fact = a_fact("ecole-bleue", "adresse", Text("à {tazri} ou à {orsenne}"), Reference("italie"))

    assert list(fact.references()) == ["tazri", "orsenne", "italie"]


def test_a_fact_is_found_by_its_subject_and_property() -> None:
    fact = KNOWLEDGE.fact("valombre", "maire")

    assert fact is not None
    assert fact.values == (Reference("anna-keller"),)
    assert fact in KNOWLEDGE.about("valombre")
    assert KNOWLEDGE.fact("orsenne", "maire") is None
