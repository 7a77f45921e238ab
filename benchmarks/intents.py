"""Time the comparison with thousands of examples, beside one with each of them."""

import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from benchmarks.figures import Figure, Progress
from jumelage_bot.bot import Bot
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Slot
from jumelage_bot.understanding.analysis import analyse
from jumelage_bot.understanding.evidence import find_properties
from jumelage_bot.understanding.fills import find_fills
from jumelage_bot.understanding.grammar import Grammar, compile_grammar
from jumelage_bot.understanding.ranking import fit_examples, rank_intents
from many_intents import held_out, make_intents

ASKED = 500
MAX_RATIO = 1 / 10
MIN_ACCURACY = 1.0


def measure_intents(bot: Bot, progress: Progress) -> list[Figure]:
    """Return what it costs to tell very many intents apart, and how many are told."""
    grammar = _with_many_intents(bot.grammar)
    examples = [(i.id, text) for i in grammar.language.intents.values() for text in i.examples]
    texts = [default_process(text) for _, text in examples]
    first, *_ = grammar.knowledge.with_role(Role.PARTNER)
    name, slot = grammar.knowledge.entities[first].name, f"{{{Slot.SUBJECT}}}"
    fitting, ranking, brute = [], [], []
    right = right_brute = 0
    for number, asked in enumerate(held_out(ASKED)):
        progress.show("intentions", number, ASKED)
        analysis = analyse(asked.text.replace(slot, name), grammar)
        fills = find_fills(analysis, find_properties(analysis, grammar), grammar)
        fitting.append(_time(lambda: list(fit_examples(fills, analysis, grammar))))  # noqa: B023
        ranking.append(_time(lambda: rank_intents(analysis, grammar)))  # noqa: B023
        # The name is set aside for it: it would only be taken for a word of the examples.
        text = default_process(asked.text)
        brute.append(
            _time(lambda: process.extractOne(text, texts, scorer=fuzz.token_set_ratio))  # noqa: B023
        )
        candidates = rank_intents(analysis, grammar)
        right += bool(candidates) and candidates[0].intent.id == asked.intent
        _, _, place = process.extractOne(text, texts, scorer=fuzz.token_set_ratio)
        right_brute += examples[place][0] == asked.intent
    what = f"{len(grammar.language.intents)} intentions, {len(examples)} exemples"
    return [
        Figure(f"{what} : comparaison", median(fitting), median(brute), "µs", MAX_RATIO),
        Figure(f"{what} : classement entier", median(ranking), median(brute), "µs"),
        Figure(
            f"{what} : justes, dits autrement",
            100 * right / ASKED,
            100 * right_brute / ASKED,
            "%",
            MIN_ACCURACY,
            is_least=True,
        ),
    ]


def _with_many_intents(grammar: Grammar) -> Grammar:
    """Return what the bot knows and understands, with other intents than its own."""
    intents = {intent.id: intent for intent in make_intents()}
    language = replace(grammar.language, intents=intents)
    return compile_grammar(grammar.knowledge, language, grammar.parser)


def _time(run: Callable[[], object]) -> float:
    """Return the microseconds that a call takes."""
    start = time.perf_counter()
    run()
    return 1e6 * (time.perf_counter() - start)
