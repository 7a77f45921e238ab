"""Every example of the intents wins its own intent, and every fact is found."""

from jumelage_bot.bot import Bot
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.loading.fillers import find_fillers
from jumelage_bot.loading.overmatch import overmatch_problems
from support import NOW, ROOT, ask
from wordings import wordings


def test_every_example_can_be_asked(bot: Bot) -> None:
    fillers = find_fillers(bot.grammar.knowledge, bot.grammar.language)

    assert fillers.words.keys() == set(Slot)
    assert len(wordings(bot)) > 150


def test_every_example_wins_its_own_intent(bot: Bot) -> None:
    # "combien de villes jumelées en Allemagne" is listed, not only counted, and so on.
    assert list(overmatch_problems(bot, ROOT, NOW)) == []


def test_the_intents_name_no_entity(bot: Bot) -> None:
    knowledge = bot.grammar.knowledge
    named = {Role.PARTNER, Role.HOME, Role.ATTACHED, Role.CONTEXT, Role.AREA}
    names = {
        name.lower()
        for entity in knowledge.entities.values()
        for name in (entity.name, *entity.aliases)
        if knowledge.role(entity.id) in named and not knowledge.types[entity.type].name
    }

    found = [
        (name, example)
        for intent in bot.grammar.language.intents.values()
        for example in intent.examples
        for name in names
        if f" {name} " in f" {example.lower()} "
    ]

    assert found == []


def test_every_known_fact_is_answered_when_its_own_question_is_asked(bot: Bot) -> None:
    from jumelage_bot.answering.statements import ask as question_about  # noqa: PLC0415
    from jumelage_bot.answering.statements import state  # noqa: PLC0415

    knowledge = bot.grammar.knowledge
    unanswered = []
    ours = [f for f in knowledge.facts.values() if knowledge.role(f.subject) is not Role.AREA]
    for fact in ours:
        question = question_about(fact.property, fact.subject, knowledge)
        text = ask(bot, question).text
        if state(fact, knowledge).rstrip(".") not in text:
            unanswered.append((question, text))

    assert unanswered == []
