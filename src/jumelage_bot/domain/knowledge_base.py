"""Everything the bot knows, and the ways to look it up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from jumelage_bot.domain.knowledge import Entity, EntityType, Fact, Kind, Property, Role, Source
from jumelage_bot.domain.values import Exactness, Moment, Period, period_of


@dataclass(frozen=True)
class KnowledgeBase:
    """Everything the bot knows, with the ways to look it up."""

    types: Mapping[str, EntityType]
    properties: Mapping[str, Property]
    entities: Mapping[str, Entity]
    facts: Mapping[tuple[str, str], Fact]
    sources: Mapping[str, Source]
    homonyms: tuple[str, ...] = ()
    """Names one might take for ours, and that are not."""
    qualifiers: Mapping[str, Exactness] = field(default_factory=dict)
    """Qualifier of a number -> what it says of it."""
    foreign_places: tuple[str, ...] = ()
    """Countries, continents and languages of the world, ours left out."""
    distinct_words: tuple[str, ...] = ()
    """Common words one might take for a misspelling of ours, and that are none."""
    _about: dict[str, list[Fact]] = field(default_factory=dict, repr=False)
    _children: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _dated: dict[int, list[tuple[int, Fact, Moment]]] = field(default_factory=dict, repr=False)
    _inside: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False, compare=False)
    _mentioning: dict[str, list[Fact]] = field(default_factory=dict, repr=False)
    _named_types: dict[str, set[str]] = field(default_factory=dict, repr=False)
    _of_type: dict[str, list[str]] = field(default_factory=dict, repr=False)
    _with_role: dict[Role, list[str]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for entity in self.entities.values():
            role = self.types[entity.type].role
            self._of_type.setdefault(entity.type, []).append(entity.id)
            self._with_role.setdefault(role, []).append(entity.id)
            if entity.parent:
                self._children.setdefault(entity.parent, []).append(entity.id)
        for number, fact in enumerate(self.facts.values()):
            for value in fact.values:
                if isinstance(value, Moment):
                    self._dated.setdefault(value.year, []).append((number, fact, value))
            self._about.setdefault(fact.subject, []).append(fact)
            for entity_id in fact.references():
                self._mentioning.setdefault(entity_id, []).append(fact)
                if entity_id in self.entities:
                    named = self._named_types.setdefault(fact.property, set())
                    named.add(self.entities[entity_id].type)

    def fact(self, entity: str, property_id: str) -> Fact | None:
        """Return the statement of a property about an entity, if there is one."""
        return self.facts.get((entity, property_id))

    def about(self, entity: str) -> tuple[Fact, ...]:
        """Return every statement about an entity."""
        return tuple(self._about.get(entity, ()))

    def role(self, entity: str) -> Role:
        """Return the role of the type of an entity."""
        return self.types[self.entities[entity].type].role

    def of_type(self, type_id: str) -> tuple[str, ...]:
        """Return the ids of the entities of a type, in the order of the files."""
        return tuple(self._of_type.get(type_id, ()))

    def with_role(self, role: Role) -> tuple[str, ...]:
        """Return the ids of the entities whose type has a role."""
        return tuple(self._with_role.get(role, ()))

    def children(self, entity: str, type_id: str | None = None) -> tuple[str, ...]:
        """Return what belongs to an entity, of one type or of all."""
        ids = self._children.get(entity, ())
        return tuple(i for i in ids if type_id is None or self.entities[i].type == type_id)

    def mentioning(self, entity: str) -> tuple[Fact, ...]:
        """Return the facts whose values name an entity."""
        return tuple(self._mentioning.get(entity, ()))

    def named_types(self, property_id: str) -> frozenset[str]:
        """Return the types of what a property names: its own, or those that its texts tell of."""
        asked = self.properties[property_id]
        if asked.target or not asked.is_exhaustive:
            return frozenset({asked.target} if asked.target else ())
        return frozenset(self._named_types.get(property_id, ()))

    def dated(self, period: Period) -> tuple[Fact, ...]:
        """Return the facts of which a date lies in a period, in the order of the files."""
        inside = {
            number: fact
            for year in range(period.first.year, period.last.year + 1)
            for number, fact, moment in self._dated.get(year, ())
            if period.covers(period_of(moment))
        }
        return tuple(inside[number] for number in sorted(inside))

    def partner_of(self, entity: str) -> str | None:
        """Return the partner that an entity is or belongs to."""
        current: str | None = entity
        while current and self.role(current) != Role.PARTNER:
            current = self.entities[current].parent
        return current

    def partners_of(self, entities: Iterable[str]) -> tuple[str, ...]:
        """Return the partners that entities are or belong to, once each."""
        found = (self.partner_of(e) for e in entities)
        return tuple(dict.fromkeys(p for p in found if p))

    def holders(self, entity: str, property_id: str) -> tuple[str, ...]:
        """Return the entities that bear a property when it is asked of an entity.

        The entity itself or what belongs to it; else the area it lies in or shares with
        what it belongs to; else (where the schema says so) what a fact names it in. Empty
        when the property makes no sense for it.
        """
        wanted = self.properties[property_id]
        asked = self.entities[entity]
        if asked.type == wanted.type:
            return (entity,)
        if below := self.children(entity, wanted.type):
            return below
        target = self.types.get(wanted.target or "")
        if asked.parent and target and target.role is Role.AREA:
            # A project is in the country of its city; it has not its mayor.
            return (asked.parent,) if self.entities[asked.parent].type == wanted.type else ()
        if self.types[wanted.type].role is Role.AREA:
            lies_in = (ref for f in self.about(entity) for ref in f.references())
            return tuple(e for e in lies_in if self.entities[e].type == wanted.type)[:1]
        if asked.type in wanted.asked_of:
            subjects = (self.entities[f.subject] for f in self.mentioning(entity))
            return tuple(dict.fromkeys(s.id for s in subjects if s.type == wanted.type))
        return ()

    def tells(self, entity: str, property_id: str) -> bool:
        """Return whether something is recorded of a property when it is asked of an entity."""
        asked = self.properties[property_id]
        recorded = asked.derived_from or (property_id,)
        return any(
            bool(self.children(holder, asked.target))
            if asked.kind is Kind.CHILDREN
            else all(self.fact(holder, each) for each in recorded)
            for holder in self.holders(entity, property_id)
        )

    def within(self, area: str) -> tuple[str, ...]:
        """Return the partners that lie in an area, through the areas inside it."""
        if area not in self._inside:
            self._inside[area] = tuple(dict.fromkeys(self._lying_in(area)))
        return self._inside[area]

    def _lying_in(self, area: str) -> Iterator[str]:
        via = self.types[self.entities[area].type].via
        for fact in self.mentioning(area):
            if fact.property == via:
                is_partner = self.role(fact.subject) == Role.PARTNER
                yield from (fact.subject,) if is_partner else self.within(fact.subject)

    def surroundings(self, entity: str) -> frozenset[str]:
        """Return what may be said beside an entity without changing the question.

        Itself, what it belongs to, and the values of the properties that identify it
        ("Stafford, en Angleterre", "l'école de Bazoulé").
        """
        around = {entity}
        frontier = [entity]
        while frontier:
            current = frontier.pop()
            found = [
                ref
                for fact in self.about(current)
                if self.properties[fact.property].identifies
                for ref in fact.references()
            ]
            parent = self.entities[current].parent
            frontier.extend(i for i in (*found, *([parent] if parent else [])) if i not in around)
            around.update(frontier)
        return frozenset(around)
