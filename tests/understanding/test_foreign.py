"""A message in another language is told from French by its most common words."""

import pytest

from fakes import FakeParser
from invented import a_knowledge_base
from jumelage_bot.bot import Bot
from jumelage_bot.loading.content import load_content
from jumelage_bot.understanding.foreign import foreign_language
from jumelage_bot.understanding.grammar import Grammar, compile_grammar
from support import ROOT, ask

FRENCH = ("maire", "ville", "film", "nom", "royal", "air", "force", "titre")


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    """The shipped language, and a parser that knows a few French words."""
    language = load_content(ROOT).language
    return compile_grammar(
        a_knowledge_base(), language, FakeParser({word: (word,) for word in FRENCH})
    )


@pytest.mark.parametrize(
    ("message", "language"),
    [
        ("Who is the mayor of Leonberg?", "anglais"),
        ("HOW MANY PEOPLE LIVE IN STAFFORD?", "anglais"),
        ("and what about Stafford?", "anglais"),
        ("Wer ist der Bürgermeister?", "allemand"),
        ("wo liegt delemont", "allemand"),
        ("Dove si trova Stafford?", "italien"),
        ("Chi è il sindaco?", "italien"),
        ("¿Cuántos habitantes tiene Leonberg?", "espagnol"),
        ("¿Quién es el alcalde?", "espagnol"),
        # "was" is English and German: the other words decide
        ("What was the first one?", "anglais"),
        ("Was ist das?", "allemand"),
        # what is a name by its capital is not French
        ("Who leads the Royal Air Force there?", "anglais"),
        # a French word does not make it French
        ("Bonjour, who is the mayor of Leonberg?", "anglais"),
    ],
)
def test_two_words_of_a_language_tell_it(message: str, language: str, grammar: Grammar) -> None:
    assert foreign_language(message, grammar) == language


@pytest.mark.parametrize(
    "message",
    [
        "",
        "hello",
        "thanks",
        "city",
        "twinning",
        "West Midlands",
        "Royal Air Force",
        "royal air force",
        "Les amis de Stafford",
        "Qui est le maire de Leonberg ?",
        "qui est le mayor de leonberg",
        "bürgermeister leonberg",
        "Der Spiegel",
        "Los Angeles",
        # as many French words as others, or more
        "Le nom de « The Friends of Stafford » ?",
        "le titre du film the end of the road",
    ],
)
def test_a_word_of_another_language_leaves_a_message_french(message: str, grammar: Grammar) -> None:
    assert foreign_language(message, grammar) is None


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("Which towns are twinned with Belfort?", "Sorry"),
        ("Is the mayor of Stafford elected every year?", "Sorry"),
        ("Is Belfort still twinned with Zaporijia?", "Sorry"),
        ("I'm a journalist from Stafford, who should I contact about the twinning?", "Sorry"),
        ("Sorry, my French is not good. Who is Marc Schuler?", "Sorry"),
        ("Are there any friends of Stafford? Population of Leonberg?", "Sorry"),
        ("Mit welchen Städten ist Belfort verschwistert?", "Es tut mir leid"),
        ("Ist Stafford die größte Partnerstadt von Belfort?", "Es tut mir leid"),
        ("Guten Tag, hat Leonberg eine Internetseite?", "Es tut mir leid"),
        ("Welche Schule unterstützt Belfort in Burkina Faso?", "Es tut mir leid"),
        ("Quanto dista Delémont da Belfort?", "Mi dispiace"),
        ("Perché Belfort è gemellata con Leonberg?", "Mi dispiace"),
        ("Da quanto tempo Belfort è gemellata con Zaporižžja?", "Mi dispiace"),
        ("¿A qué distancia está Delémont de Belfort?", "Lo siento"),
        ("¿Sigue activo el hermanamiento con Zaporiyia?", "Lo siento"),
        ("donde esta tanghin dassouri", "Lo siento"),
    ],
)
def test_no_fact_is_given_in_another_language(message: str, said: str, bot: Bot) -> None:
    answer = ask(bot, message)

    assert (answer.status, answer.intent, answer.citations) == ("unknown", None, ())
    assert answer.text.startswith(said)
    assert "Je réponds en français" in answer.text


@pytest.mark.parametrize("message", ["Do you speak English?", "Was kostet ein Reisepass?"])
def test_what_names_nothing_of_ours_is_out_of_scope(message: str, bot: Bot) -> None:
    assert ask(bot, message).status == "out_of_scope"


@pytest.mark.parametrize("message", ["Hello", "Guten Tag!", "good morning", "Buenos días"])
def test_a_greeting_is_answered_in_french(message: str, bot: Bot) -> None:
    answer = ask(bot, message)

    assert (answer.status, answer.intent) == ("chitchat", "saluer")
