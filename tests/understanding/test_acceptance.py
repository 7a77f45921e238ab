"""When a reading is accepted: each word has a role, and no premise is passed over."""

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.domain.reading import Decline, Run
from jumelage_bot.domain.utterance import Utterance
from support import NOW

ACCEPTED = [
    # the duty is on the clause that asks: another may chat
    "Je suis en CM2 et mon chien dort, combien d'habitants à Leonberg ?",
    "Bonjour Karim, la radio rappelle dans dix minutes : qui est le maire de Leonberg ?",
    "Sylvie part en retraite. Quand a été signée la charte avec Stafford ?",
    # what introduces or trails a question has one free end
    "Pour mon exposé, il me faut la population de Leonberg",
    "Qui est le maire de Leonberg, c'est pour un discours ?",
    # a word of ours that only says which one is meant
    "Qui est le maire de Leonberg, en Allemagne ?",
    "Quelle est la population de la ville allemande ?",
    # what agrees with what is known is no premise
    "Qui a signé la charte de 1977 avec Leonberg ?",
    # a premise that is wrong is answered: it is corrected
    "Depuis quand Bernhard Schuler est-il maire de Delémont ?",
    "Leonberg est en Suisse ?",
]

DECLINED = [
    # a word without a role, in the asking clause
    ("Quel âge a le maire de Leonberg ?", ("âge",)),
    ("Combien d'habitants parlent allemand à Leonberg ?", ("parlent",)),
    ("Qui a remplacé Bernhard Schuler à Leonberg ?", ("remplacé",)),
    ("Quelle est la population scolaire de Leonberg ?", ("scolaire",)),
    ("Quel est le site touristique de Leonberg ?", ("site",)),
    ("Quelle est la distance entre Delémont et Bâle ?", ("Bâle",)),
    # a premise in another clause: a date, another name, a second question
    ("En 1950, combien d'habitants à Leonberg ?", ("1950",)),
    ("Leonberg, au Texas, combien d'habitants ?", ("Texas",)),
    # the past of what perishes
    ("Qui était le maire de Leonberg en 1990 ?", ("1990",)),
]


@pytest.mark.parametrize("question", ACCEPTED)
def test_a_reading_in_which_every_word_has_a_role_is_accepted(question: str, bot: Bot) -> None:
    decision = bot.reply(Utterance(question, NOW)).parts[0].decision

    assert isinstance(decision, Run)


@pytest.mark.parametrize(("question", "words"), DECLINED)
def test_a_word_without_a_role_is_named(question: str, words: tuple[str, ...], bot: Bot) -> None:
    turn = bot.reply(Utterance(question, NOW))

    assert turn.answer.status != "answered", turn.answer.text
    decision = turn.parts[0].decision
    if isinstance(decision, Decline):
        assert set(words) <= set(decision.words)


@pytest.mark.parametrize(
    "question",
    ["Quelle est la population de l'Allemagne ?", "Il fait beau en Suisse ?"],
)
def test_a_country_alone_does_not_stand_for_our_city(question: str, bot: Bot) -> None:
    assert bot.reply(Utterance(question, NOW)).answer.status in {"out_of_scope", "unknown"}


@pytest.mark.parametrize("question", ["la Suisse", "parlez-moi de la Suisse", "tout sur la Suisse"])
def test_of_a_country_we_say_who_is_ours_there(question: str, bot: Bot) -> None:
    answer = bot.reply(Utterance(question, NOW)).answer

    assert answer.intent == "lister"
    assert "Delémont" in answer.text
