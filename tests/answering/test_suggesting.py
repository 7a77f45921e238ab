"""What is suggested can be answered."""

from dataclasses import replace

from invented import a_fact, a_knowledge_base
from jumelage_bot.answering.suggesting import MAX_SUGGESTIONS, suggest
from jumelage_bot.domain.outcome import (
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    OutOfScope,
    SmallTalk,
    Stated,
    Unclear,
)
from jumelage_bot.domain.values import Moment, Quantity, Reference, Text

KNOWLEDGE = a_knowledge_base()
ABOUT_VALOMBRE = (
    "Pays de Valombre ?",
    "Combien d'habitants compte Valombre ?",
    "De quand date le jumelage avec Valombre ?",
)


def test_an_answer_suggests_nothing() -> None:
    fact = KNOWLEDGE.facts["valombre", "maire"]

    assert suggest((Stated(fact),), KNOWLEDGE) == ()


def test_a_fact_that_is_not_known_suggests_what_is_known_of_the_same_partner() -> None:
    found = suggest((NotRecorded(("amis",), "telephone", ()),), KNOWLEDGE)

    assert found == ABOUT_VALOMBRE


def test_only_what_is_recorded_is_suggested() -> None:
    found = suggest((NotRecorded(("kirchdorf",), "charte", ()),), KNOWLEDGE)

    assert found == ("Pays de Kirchdorf ?", "Combien d'habitants compte Kirchdorf ?")


def test_what_was_nearly_asked_comes_first() -> None:
    found = suggest((NotUnderstood(("préfet",), ("valombre",), "maire"),), KNOWLEDGE)

    assert found == ("Qui est le maire de Valombre ?", *ABOUT_VALOMBRE[:2])


def test_nothing_is_suggested_twice() -> None:
    asked = NotRecorded(("valombre", "amis"), "telephone", ())

    assert suggest((asked, asked), KNOWLEDGE) == ABOUT_VALOMBRE


def test_what_has_no_partner_suggests_nothing() -> None:
    assert suggest((NotRecorded(("montclar",), "telephone", ()),), KNOWLEDGE) == ()


def test_a_question_back_offers_every_choice() -> None:
    choices = ("valombre", "kirchdorf", "orsenne")
    base = a_knowledge_base()
    twin = replace(base.entities["orsenne"], id="nordheim", name="Nordheim")
    knowledge = replace(base, entities={**base.entities, "nordheim": twin})

    found = suggest((Unclear("maire", (*choices, "nordheim")),), knowledge)

    assert len(found) == MAX_SUGGESTIONS + 1
    assert found[-1] == "Qui est le maire de Nordheim ?"


def test_small_talk_suggests_one_question_for_each_partner_that_has_facts() -> None:
    found = suggest((SmallTalk(),), KNOWLEDGE)

    assert found == (
        "Pays de Valombre ?",
        "Combien d'habitants compte Kirchdorf ?",
        "Pays d'Orsenne ?",
    )
    assert suggest((OutOfScope(is_empty=True),), KNOWLEDGE) == found
    assert suggest((OtherLanguage("", is_ours=True),), KNOWLEDGE) == found


def test_a_sample_does_not_ask_for_a_text() -> None:
    base = a_knowledge_base(a_fact("valombre", "telephone", Text("sur demande")))
    partner = replace(base.types["cite"], summary=("telephone", "population"))
    knowledge = replace(base, types={**base.types, "cite": partner})

    found = suggest((SmallTalk(),), knowledge)

    assert found[0] == "Combien d'habitants compte Valombre ?"


def test_a_sample_is_never_about_an_unrecorded_fact() -> None:
    knowledge = a_knowledge_base(
        a_fact("orsenne", "population", Quantity(3)),
        a_fact("orsenne", "maire", Reference("anna-keller")),
        a_fact("lien-valombre", "charte", Moment(1999)),
    )

    found = suggest((NotUnderstood((), (), None),), knowledge)

    assert found[2] == "Pays d'Orsenne ?"
