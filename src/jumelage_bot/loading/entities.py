"""Read the entity files: things, their names, and the facts about them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from jumelage_bot.answering.french import Name
from jumelage_bot.answering.templates import compile_template
from jumelage_bot.domain.knowledge import Entity, EntityType, Fact, Property, Source
from jumelage_bot.loading.problems import Problem, did_you_mean
from jumelage_bot.loading.shapes import EntitiesShape, EntityShape, FactShape
from jumelage_bot.loading.values import WrongValueError, to_value
from jumelage_bot.loading.yaml_files import Path_, YamlFile
from jumelage_bot.understanding.normalise import words


@dataclass
class EntityReader:
    """Gathers entities and facts file by file, and what is wrong with them."""

    types: Mapping[str, EntityType]
    properties: Mapping[str, Property]
    sources: Mapping[str, Source]
    unread: frozenset[str]
    """The sources that are there, but whose own problems kept them from being read."""
    entities: dict[str, Entity] = field(default_factory=dict)
    facts: dict[tuple[str, str], Fact] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    _places: dict[str, tuple[YamlFile, Path_]] = field(default_factory=dict)
    _bearers: dict[str, str] = field(default_factory=dict)
    _texts: dict[str, str] = field(default_factory=dict)

    def read(self, shape: EntitiesShape, file: YamlFile) -> None:
        """Read one file."""
        if shape.type not in self.types:
            self._report(file, ("type",), f"unknown type {shape.type!r}", self.types)
            return
        for entity_id, written in shape.entities.items():
            place: Path_ = ("entities", entity_id)
            if entity_id in self.entities:
                self._report(file, place, f"{entity_id!r} is the id of another entity already")
                continue
            self._places[entity_id] = (file, place)
            self.entities[entity_id] = self._entity(entity_id, written, shape.type)
            self._claim_names(entity_id, written, file, place)
            for property_id, fact in written.facts.items():
                self._read_fact(entity_id, property_id, fact, shape, file)

    def check_references(self) -> None:
        """Check, once all files are read, that everything referred to exists."""
        for entity in self.entities.values():
            self._check_parent(entity)
        for fact in self.facts.values():
            known = self.properties[fact.property]
            for number, reference in enumerate(fact.references()):
                self._check_reference(fact, reference, known.target if number == 0 else None)
            if not known.is_covered:
                file, place = self._places[fact.subject]
                what = "its property is 'never_given': no sentence states it"
                self._report(file, (*place, "facts", fact.property), what)

    def named(self) -> dict[str, Entity]:
        """Return the entities, those without a name of their own named after their parent."""
        return {e.id: self._with_name(e) for e in self.entities.values()}

    def _entity(self, entity_id: str, written: EntityShape, type_id: str) -> Entity:
        return Entity(
            entity_id,
            type_id,
            written.name,
            written.article,
            written.aliases,
            written.nicknames,
            written.of,
        )

    def _with_name(self, entity: Entity) -> Entity:
        kind = self.types[entity.type]
        parent = self.entities.get(entity.parent or "")
        if entity.name or not kind.name or parent is None:
            return entity
        name = Name(parent.name, parent.article)
        text = compile_template(kind.name).render(sujet=name, parent=name)
        return Entity(entity.id, entity.type, text, "le", (), (), entity.parent)

    def _claim_names(
        self, entity_id: str, written: EntityShape, file: YamlFile, place: Path_
    ) -> None:
        if not words(written.name) and not self.types[self.entities[entity_id].type].name:
            self._report(file, place, "'name' is missing")
        aliases: list[tuple[Path_, str]] = [
            ((*place, "aliases", number), alias) for number, alias in enumerate(written.aliases)
        ]
        for where, name in [((*place, "name"), written.name), *aliases]:
            bearer = self._bearers.setdefault("".join(words(name)), entity_id)
            if name and bearer != entity_id:
                self._report(file, where, f"{name!r} is a name of {bearer!r} already")
        for where, alias in aliases:
            if alias == written.name:
                self._report(file, where, f"{alias!r} is the name itself, not another one")

    def _read_fact(
        self,
        entity_id: str,
        property_id: str,
        written: FactShape,
        shape: EntitiesShape,
        file: YamlFile,
    ) -> None:
        place: Path_ = ("entities", entity_id, "facts", property_id)
        wanted = self.properties.get(property_id)
        if wanted is None:
            known = [p.id for p in self.properties.values() if p.type == shape.type]
            self._report(file, place, f"unknown property {property_id!r}", known)
            return
        if wanted.type != shape.type:
            what = f"{property_id!r} is a property of {wanted.type!r}, not of {shape.type!r}"
            self._report(file, place, what)
            return
        source_id = written.source or shape.source
        source = self.sources.get(source_id)
        if source is None:
            if source_id not in self.unread:
                self._report(file, place, f"unknown source {source_id!r}", self.sources)
            return
        if _blank(written.excerpt) not in self._text(source):
            self._report(file, (*place, "excerpt"), f"these words are not in {source.id!r}")
        try:
            values = tuple(to_value(v, wanted) for v in written.value)
        except WrongValueError as fault:
            self._report(file, (*place, "value"), str(fault))
            return
        is_perishable = wanted.is_perishable if written.perishable is None else written.perishable
        self.facts[entity_id, property_id] = Fact(
            entity_id, property_id, values, source.id, written.excerpt, is_perishable
        )

    def _text(self, source: Source) -> str:
        """Return the text of a source with single blanks; once, though many facts quote it."""
        if source.id not in self._texts:
            self._texts[source.id] = _blank(source.text)
        return self._texts[source.id]

    def _check_parent(self, entity: Entity) -> None:
        file, place = self._places[entity.id]
        wanted = self.types[entity.type].belongs_to
        parent = self.entities.get(entity.parent or "")
        if entity.parent and parent is None:
            ids = [e.id for e in self.entities.values() if e.type == wanted]
            self._report(file, (*place, "of"), f"unknown entity {entity.parent!r}", ids)
        elif wanted and parent is None:
            self._report(file, place, f"'of' is missing: the {wanted!r} that it belongs to")
        elif parent and parent.type != wanted:
            self._report(file, (*place, "of"), f"an entity of type {wanted!r} was expected")

    def _check_reference(self, fact: Fact, reference: str, target: str | None) -> None:
        file, place = self._places[fact.subject]
        where = (*place, "facts", fact.property, "value")
        if reference not in self.entities:
            self._report(file, where, f"unknown entity {reference!r}", self.entities)
        elif target and self.entities[reference].type != target:
            self._report(file, where, f"an entity of type {target!r} was expected")

    def _report(
        self,
        file: YamlFile,
        place: Path_,
        what: str,
        known: Mapping[str, object] | list[str] | None = None,
    ) -> None:
        near = did_you_mean(what.split("'")[1], known) if known else ""
        self.problems.append(file.problem(place, what + near))


def names_of(entities: Mapping[str, Entity]) -> Iterator[tuple[str, str]]:
    """Yield every folded name with the id of its bearer."""
    for entity in entities.values():
        for name in (entity.name, *entity.aliases):
            yield "".join(words(name)), entity.id


def _blank(text: str) -> str:
    return " ".join(text.split())
