"""Tell the examples that, asked of the bot, are read as something else."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import assert_never

from jumelage_bot.bot import Bot
from jumelage_bot.domain.language import Intent
from jumelage_bot.domain.reading import Ask, Candidate, Decision, Decline, Run
from jumelage_bot.domain.utterance import Utterance
from jumelage_bot.loading.files import INTENTS
from jumelage_bot.loading.fillers import find_fillers
from jumelage_bot.loading.problems import Problem
from jumelage_bot.loading.yaml_files import Path_, YamlFile, read_yaml


def overmatch_problems(bot: Bot, folder: Path, now: dt.datetime) -> Iterator[Problem]:
    """Yield the examples, filled, that do not win their own intent.

    The bot is that of the folder, which has no other problem.
    """
    file, _ = read_yaml(folder / INTENTS)
    language = bot.grammar.language
    fillers = find_fillers(bot.grammar.knowledge, language)
    for intent in language.intents.values():
        for number, example in enumerate(intent.examples):
            asked = fillers.fill(example)
            if asked is None:
                continue
            decision = bot.reply(Utterance(asked, now)).parts[0].decision
            if _winner(decision) != intent.id:
                what = f"asked as {asked!r}, it is {_reading(decision, file)}"
                yield file.problem(_place(intent, number), what)


def _winner(decision: Decision) -> str | None:
    return None if isinstance(decision, Decline) else decision.candidate.intent.id


def _reading(decision: Decision, file: YamlFile) -> str:
    match decision:
        case Run(candidate) | Ask(candidate):
            line = file.line(_place(candidate.intent, _number(candidate)))
            return f"read as {candidate.intent.id!r}, like {candidate.example!r} (line {line})"
        case Decline(words=words, nearest=nearest):
            strange = nearest.leftover if nearest else words
            left = f": no role for {', '.join(map(repr, strange))}" if strange else ""
            return f"not understood{left}"
        case _:
            assert_never(decision)


def _number(candidate: Candidate) -> int:
    return candidate.intent.examples.index(candidate.example)


def _place(intent: Intent, number: int) -> Path_:
    return "intents", intent.id, "examples", number
