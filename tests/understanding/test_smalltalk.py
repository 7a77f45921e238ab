"""Small talk is known by its words and their synonyms; what is only near it is not."""

import pytest

from jumelage_bot.bot import Bot
from support import ask


@pytest.mark.parametrize(
    ("message", "intent"),
    [
        # said to "tu" or to "vous", in another order, with a synonym
        ("comment tu vas", "saluer"),
        ("qu'est-ce que vous savez faire ?", "aider"),
        ("tu es un chatbot ?", "se_presenter"),
        # what follows a greeting or thanks counts
        ("Bonjour, merci svp", "remercier"),
        ("merci au revoir", "prendre_conge"),
        # one slip
        ("commet vas-tu ?", "saluer"),
        ("quel est le mode d'empli ?", "aider"),
    ],
)
def test_small_talk_is_known_by_its_words(message: str, intent: str, bot: Bot) -> None:
    answer = ask(bot, message)

    assert (answer.status, answer.intent) == ("chitchat", intent)


@pytest.mark.parametrize(
    "message",
    [
        "Avez-vous des aides ?",
        "Quelles aides pour le chauffage ?",
        "Que fais-tu ce week-end ?",
        "Comment tu t'habilles ?",
        "Quel est ton numéro ?",
        "Comment va ta mère ?",
        "Je parle espagnol",
        "Qu'est-ce que l'intelligence artificielle ?",
        "Raconte-moi une blague",
    ],
)
def test_a_word_of_small_talk_does_not_make_a_message_of_it(message: str, bot: Bot) -> None:
    assert ask(bot, message).status == "out_of_scope"


@pytest.mark.parametrize("message", ["comment ça tourne ?", "ça fonctionne ?", "des informations"])
def test_common_words_alone_are_never_answered(message: str, bot: Bot) -> None:
    assert ask(bot, message).status != "answered"
