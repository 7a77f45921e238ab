"""Look up what is known on a day: what is recorded, and what follows from it."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.answering.derivation import derive
from jumelage_bot.domain.knowledge import DERIVED, Fact, Kind, Property
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import Gathered, Stated


@dataclass(frozen=True, slots=True)
class Records:
    """The knowledge base as it reads on a day."""

    knowledge: KnowledgeBase
    today: dt.date
    jubilee: int | None = None
    """The number of years of the anniversary that is asked for."""

    def fact(self, holder: str, property_id: str) -> Fact | None:
        """Return what is recorded of a holder, or derived from it."""
        asked = self.knowledge.properties[property_id]
        if asked.kind in DERIVED:
            return derive(holder, asked, self.knowledge, self.today, self.jubilee)
        return self.knowledge.fact(holder, property_id)

    def facts(self, subject: str, property_id: str) -> tuple[Fact, ...]:
        """Return what is recorded of a property when it is asked of a subject."""
        holders = self.knowledge.holders(subject, property_id)
        return tuple(f for h in holders if (f := self.fact(h, property_id)))

    def look_up(self, subject: str, asked: Property) -> list[Stated | Gathered]:
        """Return what is known of a property, or of what answers the same more coarsely."""
        for property_id in (asked.id, *asked.falls_back_to):
            wanted = self.knowledge.properties[property_id]
            holders = self.knowledge.holders(subject, property_id)
            if known := [o for h in holders if (o := self._known(h, wanted))]:
                return known
        return []

    def near(self, subject: str, asked: Property) -> Iterator[Fact]:
        """Yield what is known and stands near what is not."""
        for near in asked.near:
            yield from self.facts(subject, near)

    def _known(self, holder: str, asked: Property) -> Stated | Gathered | None:
        if asked.kind is Kind.CHILDREN:
            children = self.knowledge.children(holder, asked.target)
            facts = (f for c in children for f in self.knowledge.about(c)[:1])
            return Gathered(holder, asked.id, children, tuple(facts)) if children else None
        fact = self.fact(holder, asked.id)
        return Stated(fact) if fact else None
