"""The examples of the shipped intents as people would write them, well or badly."""

import random
import unicodedata
from dataclasses import dataclass, replace

from jumelage_bot.bot import Bot
from jumelage_bot.domain.answer import Answer
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.language import Intent
from jumelage_bot.loading.fillers import find_fillers
from jumelage_bot.understanding.examples import by_slots, compile_examples
from jumelage_bot.understanding.talk import compile_smalltalk

MIN_EDITED = 6
"""Letters of a word in which one edit leaves it recognisable."""
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Wording:
    """An example with its slots filled, and where it comes from."""

    intent: Intent
    example: str
    """As the editor wrote it, slots open."""
    text: str


def wordings(bot: Bot) -> list[Wording]:
    """Return every example of the intents, its slots filled."""
    fillers = find_fillers(bot.grammar.knowledge, bot.grammar.language)
    return [
        Wording(intent, example, fillers.fill(example) or "")
        for intent in bot.grammar.language.intents.values()
        for example in intent.examples
    ]


def without(bot: Bot, wording: Wording) -> Bot:
    """Return a bot that has never seen an example.

    Only what is compared with examples is compiled anew: the words of this one may still serve
    to correct a misspelt word, of which it has none.
    """
    grammar = bot.grammar
    others = tuple(e for e in wording.intent.examples if e != wording.example)
    intents = {
        **grammar.language.intents,
        wording.intent.id: replace(wording.intent, examples=others),
    }
    language = replace(grammar.language, intents=intents)
    partners = {t.id for t in grammar.knowledge.types.values() if t.role is Role.PARTNER}
    words = {word for word, types in grammar.type_words.items() if types & partners}
    examples = compile_examples(language, grammar.vocabulary, words)
    smalltalk = compile_smalltalk(language, grammar.vocabulary)
    return Bot(
        replace(grammar, language=language, examples=by_slots(examples), smalltalk=smalltalk)
    )


def same(first: Answer, second: Answer) -> bool:
    """Return whether two answers say the same, and stand to the question alike."""
    return (first.status, first.text) == (second.status, second.text)


def difference(text: str, before: Answer, after: Answer) -> str:
    """Return one line that shows a change to the reader of a failed test."""
    return f"{text!r}: {before.status} {before.text[:60]!r} -> {after.status} {after.text[:60]!r}"


def without_accents(text: str) -> str:
    """Return a text as typed in a hurry; its capitals stay."""
    decomposed = unicodedata.normalize("NFD", text.replace("œ", "oe"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def edited(text: str, rng: random.Random) -> str | None:
    """Return a text with one edit in one of its long words; None if it has none."""
    pieces = text.split(" ")
    long = [i for i, piece in enumerate(pieces) if _longest_word(piece)[1] >= MIN_EDITED]
    if not long:
        return None
    index = rng.choice(long)
    start, length = _longest_word(pieces[index])
    pieces[index] = _edit(pieces[index], start, length, rng)
    return " ".join(pieces)


def _longest_word(piece: str) -> tuple[int, int]:
    """Return the start and length of the longest run of letters."""
    best, start = (0, 0), 0
    for index, letter in enumerate(f"{piece} "):
        if not letter.isalpha():
            best = max(best, (start, index - start), key=lambda run: run[1])
            start = index + 1
    return best


def _edit(piece: str, start: int, length: int, rng: random.Random) -> str:
    """Return a piece of text with one letter inserted, deleted, swapped or replaced."""
    place = start + rng.randrange(length)
    head, tail = piece[:place], piece[place:]
    match rng.choice(("insert", "delete", "swap", "replace")):
        case "insert":
            return head + rng.choice(LETTERS) + tail
        case "delete":
            return head + tail[1:]
        case "swap":
            place = min(place, start + length - 2)
            return piece[:place] + piece[place + 1] + piece[place] + piece[place + 2 :]
        case _:
            return head + rng.choice(LETTERS) + tail[1:]
