"""Fill the slots of examples with what the content itself holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jumelage_bot.answering.french import join
from jumelage_bot.domain.knowledge import Kind, Property, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Language, Operator, Slot
from jumelage_bot.domain.values import Moment
from jumelage_bot.understanding.examples import SLOT


@dataclass(frozen=True, slots=True)
class Fillers:
    """What may stand for each slot; a slot for which the content has nothing is left out."""

    words: Mapping[str, str]

    def fill(self, example: str) -> str | None:
        """Return an example as someone might write it; None if a slot has no filler."""
        words = dict(self.words)
        slots = set(SLOT.findall(example))
        if Slot.ORDER in slots and Slot.PAIR in words:
            # Only what is more than one can be put in order.
            words[Slot.SUBJECT] = words[Slot.PAIR]
        return SLOT.sub(lambda m: words[m[1]], example) if slots <= words.keys() else None


def find_fillers(knowledge: KnowledgeBase, language: Language) -> Fillers:
    """Return fillers that go together: two partners, and a quantity recorded of both."""
    return Fillers(dict(_found(knowledge, language)))


def _found(knowledge: KnowledgeBase, language: Language) -> Iterator[tuple[Slot, str]]:
    # The longest name first: one letter more or less does not make it another place's.
    partners = sorted(
        knowledge.with_role(Role.PARTNER),
        key=lambda e: len(knowledge.entities[e].name),
        reverse=True,
    )
    quantities = [p for p in knowledge.properties.values() if _is_comparable(p)]
    known = {p.id: [e for e in partners if knowledge.fact(e, p.id)] for p in quantities}
    measured = max(quantities, key=lambda p: len(known[p.id]), default=None)
    if measured and len(known[measured.id]) > 1:
        partners = known[measured.id]
        yield Slot.PROPERTY, measured.cues[0]
        yield Slot.PAIR, join([knowledge.entities[e].name for e in partners[:2]])
        for more in language.operators.get(Operator.MORE, ())[:1]:
            yield Slot.ORDER, f"{more} {[*measured.more, *measured.cues][0]}"
    if partners:
        yield Slot.SUBJECT, knowledge.entities[partners[0]].name
    for kind in knowledge.types.values():
        if kind.role is Role.PARTNER:
            yield Slot.TYPE, kind.plural[0]
            for every in language.all_words[:1]:
                yield Slot.EVERY, f"{every} {kind.plural[0]}"
    for area in knowledge.with_role(Role.AREA):
        if knowledge.within(area):
            yield Slot.AREA, knowledge.entities[area].name
    years = [*_years(knowledge)]
    if years:
        yield Slot.CONDITION, str(max(years))


def _is_comparable(each: Property) -> bool:
    return each.kind is Kind.QUANTITY and not each.is_from_home


def _years(knowledge: KnowledgeBase) -> Iterator[int]:
    """Yield the years of what dates our partners."""
    for fact in knowledge.facts.values():
        if knowledge.properties[fact.property].identifies:
            yield from (value.year for value in fact.values if isinstance(value, Moment))
