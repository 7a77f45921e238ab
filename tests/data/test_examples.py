"""Every example of the intents wins its own intent, however it is written."""

from collections.abc import Callable

import pytest

from jumelage_bot.bot import Bot
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.loading.fillers import find_fillers
from jumelage_bot.loading.overmatch import overmatch_problems
from support import ROOT, TODAY, ask


def examples(bot: Bot) -> list[tuple[str, str]]:
    """Return (intent, example with its slots filled) of the shipped content."""
    fillers = find_fillers(bot.grammar.knowledge, bot.grammar.language)
    return [
        (intent.id, fillers.fill(example) or "")
        for intent in bot.grammar.language.intents.values()
        for example in intent.examples
    ]


def test_every_example_can_be_asked(bot: Bot) -> None:
    fillers = find_fillers(bot.grammar.knowledge, bot.grammar.language)

    assert fillers.words.keys() == set(Slot)
    assert len({text for _, text in examples(bot) if text}) > 150


def test_every_example_wins_its_own_intent(bot: Bot) -> None:
    # "combien de villes jumelées en Allemagne" is listed, not only counted, and so on.
    assert list(overmatch_problems(bot, ROOT, TODAY)) == []


@pytest.mark.parametrize(
    "disturb",
    [
        str.upper,
        lambda text: text.replace("'", "’"),
        lambda text: text.replace("-", " "),
        lambda text: f"Bonjour, {text} svp",
    ],
    ids=["capitals", "curly apostrophes", "no hyphens", "politeness"],
)
def test_a_lookup_does_not_depend_on_how_it_is_typed(
    bot: Bot, disturb: Callable[[str], str]
) -> None:
    lookups = [
        (own, text)
        for own, text in examples(bot)
        if bot.grammar.language.intents[own].select is not Select.NOTHING
    ]

    changed = [text for _, text in lookups if ask(bot, disturb(text)).text != ask(bot, text).text]

    assert len(changed) <= len(lookups) // 100


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
