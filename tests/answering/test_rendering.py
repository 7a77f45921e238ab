"""An answer: its text with a caveat where one is due, its status, its sources."""

from dataclasses import replace

import pytest

from invented import PAGE, a_fact, a_knowledge_base
from jumelage_bot.answering.rendering import write_answer
from jumelage_bot.domain.answer import Citation
from jumelage_bot.domain.language import Intent, Language, Select
from jumelage_bot.domain.outcome import (
    NotOurs,
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    Outcome,
    OutOfScope,
    SmallTalk,
    Stated,
    Unclear,
)
from jumelage_bot.domain.reading import Ask, Candidate, Decline, Fill, Query, Run
from jumelage_bot.domain.values import Quantity, Text
from jumelage_bot.loading.content import load_content
from support import ROOT

KNOWLEDGE = a_knowledge_base()
DATED = a_knowledge_base(source=replace(PAGE, as_of="2026-01-31"))
MAYOR = KNOWLEDGE.facts["valombre", "maire"]
PEOPLE = KNOWLEDGE.facts["valombre", "population"]
CHARTER = KNOWLEDGE.facts["lien-valombre", "charte"]
INTENT = Intent("demander", Select.PROPERTY, (), {"found": "Bonjour."})
CANDIDATE = Candidate(INTENT, "", Fill(frozenset()), 87.654)
RUN = Run(CANDIDATE, Query(Select.PROPERTY, subjects=("amis",)))


@pytest.fixture(scope="module")
def language() -> Language:
    """The shipped language, but for the replies that are compared here."""
    shipped = load_content(ROOT).language
    own = {
        "caveat": "selon {% if date %}la page du {{ date }}{% else %}une page sans date{% endif %}",
        "caveat_several": "Tout cela est de la page{% if date %} du {{ date }}{% endif %}.",
        "not_recorded": "rien sur {{ quoi }}.{% if proches %} Mais {{ proches[0] }}{% endif %}",
    }
    return replace(shipped, replies={**shipped.replies, **own})


@pytest.mark.parametrize(
    ("as_of", "caveat"),
    [(None, "selon une page sans date"), ("2026-01-31", "selon la page du 31 janvier 2026")],
)
def test_one_perishable_fact_says_within_its_sentence_how_old_it_is(
    as_of: str | None, caveat: str, language: Language
) -> None:
    knowledge = a_knowledge_base(source=replace(PAGE, as_of=as_of))

    answer = write_answer([(RUN, (Stated(MAYOR),))], knowledge, language)

    assert answer.text == f"Le maire de Valombre est Anna Keller, {caveat}."


def test_several_facts_share_one_caveat_at_the_end(language: Language) -> None:
    answer = write_answer([(RUN, (Stated(MAYOR), Stated(CHARTER)))], KNOWLEDGE, language)

    assert answer.text == (
        "Le maire de Valombre est Anna Keller. Le jumelage avec Valombre date du 12 mai 1985. "
        "Tout cela est de la page."
    )


def test_several_facts_of_a_dated_page_say_its_date(language: Language) -> None:
    answer = write_answer([(RUN, (Stated(MAYOR), Stated(PEOPLE)))], DATED, language)

    assert "31 janvier 2026" in answer.text


def test_a_fact_that_lasts_has_no_caveat(language: Language) -> None:
    answer = write_answer([(RUN, (Stated(CHARTER),))], DATED, language)

    assert answer.text == "Le jumelage avec Valombre date du 12 mai 1985."


def test_a_fact_near_the_one_that_is_not_known_has_its_caveat(language: Language) -> None:
    outcome = NotRecorded(("valombre",), "telephone", (PEOPLE,))

    answer = write_answer([(RUN, (outcome,))], KNOWLEDGE, language)

    assert answer.text == (
        "Rien sur la donnée telephone de Valombre. "
        "Mais Valombre compte près de 50 000 habitants. Tout cela est de la page."
    )
    assert answer.citations[0].excerpt == PEOPLE.excerpt


@pytest.mark.parametrize(
    ("outcomes", "status"),
    [
        ((Stated(MAYOR),), "answered"),
        ((Unclear("maire", ("valombre", "orsenne")),), "clarify"),
        ((NotRecorded(("orsenne",), "maire", ()),), "unknown"),
        ((NotOurs("Espagne"),), "unknown"),
        ((NotUnderstood(("préfet",), ("valombre",), None),), "unknown"),
        ((SmallTalk(),), "chitchat"),
        ((OtherLanguage("anglais", is_ours=True),), "unknown"),
        ((OtherLanguage("anglais", is_ours=False),), "out_of_scope"),
        ((OutOfScope(is_empty=False),), "out_of_scope"),
        ((OutOfScope(is_empty=True),), "out_of_scope"),
        # the best of several
        ((NotRecorded(("orsenne",), "maire", ()), Stated(MAYOR)), "answered"),
    ],
)
def test_the_best_outcome_gives_the_status(
    outcomes: tuple[Outcome, ...], status: str, language: Language
) -> None:
    answer = write_answer([(RUN, outcomes)], KNOWLEDGE, language)

    assert answer.status == status
    assert answer.text.strip()


def test_the_winner_gives_the_intent_and_the_confidence(language: Language) -> None:
    answer = write_answer([(RUN, (Stated(MAYOR),))], KNOWLEDGE, language)

    assert (answer.intent, answer.confidence) == ("demander", 0.88)
    # The association that was asked of, then the subject of the fact: one partner, once.
    assert answer.entities == ("valombre",)


@pytest.mark.parametrize("decision", [Ask(CANDIDATE, "maire"), Decline(is_ours=True)])
def test_without_subject_the_facts_alone_give_the_entities(
    decision: Ask | Decline, language: Language
) -> None:
    answer = write_answer([(decision, (OutOfScope(is_empty=False),))], KNOWLEDGE, language)

    assert answer.entities == ()
    assert (answer.intent is None) == isinstance(decision, Decline)


def test_each_excerpt_is_cited_once_with_its_page(language: Language) -> None:
    again = replace(PEOPLE, property="maire", values=(Text("Anna"),))
    fact = a_fact("kirchdorf", "population", Quantity(780, "habitants"))

    answer = write_answer([(RUN, (Stated(PEOPLE), Stated(again), Stated(fact)))], DATED, language)

    title = "Nos jumelages — Ville de Montclar"
    assert answer.citations == (
        Citation(title, None, "population de valombre", "2026-01-31"),
        Citation(title, None, "population de kirchdorf", "2026-01-31"),
    )
