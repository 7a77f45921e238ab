"""A thousand towns are answered about as five are."""

import re
from pathlib import Path

import pytest

from directory import write_directory
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.understanding.mentions import find_mentions
from support import ROOT, ask
from towns import Town, make_towns

FEW, MANY = make_towns(5), make_towns(1_000)
QUESTIONS = {
    "Qui est le maire de {name} ?": "{mayor}",
    "combien d'habitants à {name}": "{name} compte",
    "Depuis quand est-on jumelé avec {name} ?": "avec {name} date",
    "Dans quel pays se trouve {name} ?": "{name} se trouve",
    "De quelle ville {mayor} est-il maire ?": "{name}",
    "{mayor} est-il le maire de {name} ?": "Oui.",
    "Quelle est la recette du cassoulet ?": "Je ne peux répondre",
}


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Bot:
    return written(tmp_path_factory.mktemp("few"), FEW, parser)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Bot:
    return written(tmp_path_factory.mktemp("many"), MANY, parser)


def written(folder: Path, towns: list[Town], parser: SpacyParser) -> Bot:
    write_directory(folder, towns)
    return build_bot(folder, parser)


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("number", [0, 3])
def test_one_of_many_towns_is_answered_about_as_one_of_few(
    question: str, number: int, few: Bot, many: Bot
) -> None:
    answers = []
    for bot, towns in ((few, FEW), (many, MANY)):
        town = towns[number]
        answer = ask(bot, question.format(name=town.name, mayor=town.mayor))
        assert QUESTIONS[question].format(name=town.name, mayor=town.mayor) in answer.text
        answers.append(answer)

    assert (answers[0].status, answers[0].intent) == (answers[1].status, answers[1].intent)


def test_a_name_as_near_to_several_is_asked_about(many: Bot) -> None:
    one, other, typed = alike(MANY)

    answer = ask(many, f"Qui est le maire de {typed} ?")

    assert answer.status == "clarify"
    assert one.name in answer.text
    assert other.name in answer.text
    assert one.mayor not in answer.text


def alike(towns: list[Town]) -> tuple[Town, Town, str]:
    """Return two towns told apart by one letter in the middle, and what is typed without it."""
    without: dict[str, list[Town]] = {}
    for town in towns:
        for place in range(3, len(town.name) - 2):
            if len(town.name) > 7 and "-" not in town.name:
                without.setdefault(town.name[:place] + town.name[place + 1 :], []).append(town)
    return next(
        (first, second, typed)
        for typed, (first, *others) in without.items()
        for second in others
        if first is not second
    )


def test_no_french_word_is_a_misspelt_name(many: Bot) -> None:
    questions = (ROOT / "benchmarks" / "questions.txt").read_text(encoding="utf-8")
    lexicon, knowledge = many.grammar.lexicon, many.grammar.knowledge
    parses = [many.grammar.parser.parse(line) for line in questions.splitlines()]

    guessed = [
        parse.text[parse.tokens[mention.start].start : parse.tokens[mention.end - 1].end]
        for parse in parses
        for mention in find_mentions(parse, lexicon, knowledge)
        if mention.similarity < 1
        and all(token.is_known for token in parse.tokens[mention.start : mention.end])
    ]

    assert len(parses) > 100
    assert guessed == []


def test_of_very_many_towns_only_a_few_are_named_in_passing(few: Bot, many: Bot) -> None:
    greetings = [ask(bot, "Bonjour").text for bot in (few, many)]

    assert all(town.name in greetings[0] for town in FEW)
    assert re.search(r"et 995 autres\b", greetings[1])
