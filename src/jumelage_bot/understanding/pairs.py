"""Remember which words stand side by side in the content: a misspelt word is read in context."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product

from jumelage_bot.domain.language import Slot
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.examples import SLOT
from jumelage_bot.understanding.normalise import words

Pairs = frozenset[tuple[str, str]]
"""Two words, forms or lemmas, the first before the second."""

NAME = "0"
"""What stands for any name, and any number."""
_NAMES = frozenset({Slot.SUBJECT, Slot.AREA, Slot.PAIR})


def compile_pairs(phrases: Iterable[str], parser: Parser) -> Pairs:
    """Return the pairs of neighbouring words of the phrases, with their base forms."""
    return frozenset(
        pair
        for phrase in phrases
        for stretch in _stretches(phrase)
        for before, after in pairwise(stretch)
        for pair in product(_forms(before, parser), _forms(after, parser))
    )


def sides(index: int, word: str, read: Sequence[str], pairs: Pairs, parser: Parser) -> int:
    """Return on how many sides a word would have a usual neighbour (0 to 2)."""
    here = _forms(word, parser)
    before = _forms(read[index - 1], parser) if index else ()
    after = _forms(read[index + 1], parser) if index + 1 < len(read) else ()
    return (not pairs.isdisjoint(product(before, here))) + (
        not pairs.isdisjoint(product(here, after))
    )


def _forms(word: str, parser: Parser) -> frozenset[str]:
    return parser.lemmas(word) | {word}


def _stretches(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield what a phrase says in one go: a slot that is no name breaks it."""
    named = SLOT.sub(lambda slot: f" {NAME} " if slot[1] in _NAMES else "{}", phrase)
    for piece in named.split("{}"):
        yield tuple(NAME if word.isdecimal() else word for word in words(piece))
