"""What may be said of a partner: as it is recorded, as it is of another, and each denied."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from behaviour.asking import SEED
from behaviour.topics import Book, Topic, contract
from jumelage_bot.answering import french
from jumelage_bot.answering.statements import state
from jumelage_bot.answering.values import write_values
from jumelage_bot.domain.knowledge import Fact, Role
from jumelage_bot.domain.language import Operator
from jumelage_bot.understanding.normalise import words

VERBS = re.compile(r"\b(se trouve|est|compte|date|forme|propose)\b")
"""Those of the statements that can be denied by putting "ne … pas" around them."""
WAYS = (
    "{} ?",
    "Est-ce que {} ?",
    "C'est vrai que {} ?",
    "Vous confirmez que {} ?",
    "{}, n'est-ce pas ?",
    "{}, non ?",
)
"""How a sentence becomes a question that is answered by Oui or Non."""
WAYS_TO_DENY = ("{} ?", "Est-ce que {} ?", "C'est vrai que {} ?")
MAX_NAME = 6
"""Words of a value that is a name, a number or a date, and no sentence."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A question that says something of a partner."""

    question: str
    is_true: bool
    """Whether what it says is recorded; another value is, if not."""
    is_denied: bool
    is_exhaustive: bool
    """Whether what is recorded is all there is, so that another value is false."""


def claims(book: Book) -> Iterator[Claim]:
    """Yield what may be said of each partner, in the words of the statements and labels."""
    rng = random.Random(SEED)
    for topic in book.topics():
        own = book.knowledge.fact(topic.holder, topic.property.id)
        if own is None:
            continue
        for fact in _recorded(topic, book):
            is_true = fact.values == own.values
            said = replace(own, values=fact.values)
            for text, is_denied in _sentences(topic, said, book):
                for way in rng.sample(WAYS_TO_DENY if is_denied else WAYS, 2):
                    yield Claim(_put(way, text), is_true, is_denied, topic.property.is_exhaustive)


def _recorded(topic: Topic, book: Book) -> Iterator[Fact]:
    """Yield the facts of the property, that of the topic among them."""
    facts = (book.knowledge.fact(t.holder, t.property.id) for t in book.topics())
    yield from (f for f in facts if f and f.property == topic.property.id)


def _sentences(topic: Topic, said: Fact, book: Book) -> Iterator[tuple[str, bool]]:
    """Yield sentences that say a fact, and whether they deny it."""
    statement = state(said, book.knowledge).rstrip(".")
    is_negative = {*words(statement)} & {*book.language.operators[Operator.NOT]}
    if is_negative or book.knowledge.entities[topic.partner].name not in statement:
        return
    yield statement, False
    if denied := _deny(statement):
        yield denied, True
    name = book.name(topic.partner)
    values = french.join(write_values(said, book.knowledge))
    if len(values.split()) <= MAX_NAME:
        about = contract(f"{topic.property.label} {french.de(name)}")
        yield f"{about} est bien {values}", False
        yield f"{about}, c'est {values}", False
    target = book.knowledge.types.get(topic.property.target or "")
    for entity in said.references() if target and target.role is Role.AREA else ():
        place = french.en(book.name(entity))
        yield f"{name} est {place}", False
        yield f"{name} n'est pas {place}", True


def _deny(statement: str) -> str | None:
    """Return a sentence denied; None if its first verb is not one we can deny."""
    found = VERBS.search(statement)
    if not found:
        return None
    start, verb = found.start(), found[0]
    ne = "n'" if verb[0] == "e" else "ne "
    return f"{statement[:start]}{ne}{verb} pas{statement[found.end() :]}"


def _put(way: str, text: str) -> str:
    """Return a sentence as a question; its first letter is small within another."""
    is_name = not text.startswith(("Le ", "La ", "L'", "Les "))
    text = text if way.startswith("{") or is_name else text[0].lower() + text[1:]
    return way.format(text)
