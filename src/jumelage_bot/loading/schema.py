"""Read schema.yaml: the kinds of entities and of statements."""

from collections.abc import Iterable, Iterator

from jumelage_bot.answering.statements import (
    ITEM_VARIABLES,
    QUESTION_VARIABLES,
    STATEMENT_VARIABLES,
)
from jumelage_bot.answering.templates import attributes_of, template_faults
from jumelage_bot.domain.knowledge import MEASURED, NUMBERS, EntityType, Kind, Property, Role, State
from jumelage_bot.loading.problems import Problem, did_you_mean
from jumelage_bot.loading.shapes import PropertyShape, SchemaShape, TypeShape
from jumelage_bot.loading.yaml_files import Path_, YamlFile

LINKS = ("de", "a", "en", "avec")
"""What may join the label of a property to its subject: the filters of that name."""
FACTS = "faits"
"""The variable of templates that holds what is known beside."""
POINTING = frozenset({Kind.ENTITY, Kind.CHILDREN})
"""The kinds whose values are entities."""
ONLY_FOR = {
    "more": MEASURED,
    "less": MEASURED,
    "most": MEASURED,
    "least": MEASURED,
    "target": POINTING,
    "unit": NUMBERS,
}
"""Keys of a property that are read for some kinds alone."""


def to_types(schema: SchemaShape) -> dict[str, EntityType]:
    """Return the entity types of a schema."""
    return {type_id: _to_type(type_id, t) for type_id, t in schema.types.items()}


def to_properties(schema: SchemaShape) -> dict[str, Property]:
    """Return the properties of a schema."""
    return {
        property_id: _to_property(property_id, p) for property_id, p in schema.properties.items()
    }


def schema_problems(schema: SchemaShape, file: YamlFile) -> Iterator[Problem]:
    """Yield what is wrong between the parts of a schema."""
    roles = [t.role for t in schema.types.values()]
    for role in (Role.PARTNER, Role.HOME):
        if roles.count(role) != 1:
            yield file.problem(("types",), f"one type with the role {role.value!r} was expected")
    for type_id, kind in schema.types.items():
        yield from _type_problems(type_id, kind, schema, file)
    for property_id, each in schema.properties.items():
        yield from _property_problems(property_id, each, schema, file)


def _type_problems(
    type_id: str, kind: TypeShape, schema: SchemaShape, file: YamlFile
) -> Iterator[Problem]:
    place = ("types", type_id)
    if kind.link not in LINKS:
        yield file.problem((*place, "link"), f"one of {', '.join(LINKS)} was expected")
    if kind.belongs_to and kind.belongs_to not in schema.types:
        yield _unknown(file, (*place, "belongs_to"), kind.belongs_to, schema.types, "type")
    if kind.via and kind.via not in schema.properties:
        yield _unknown(file, (*place, "via"), kind.via, schema.properties, "property")
    for number, name in enumerate(kind.summary):
        if name not in schema.properties:
            yield _unknown(file, (*place, "summary", number), name, schema.properties, "property")
    if kind.role is Role.PARTNER and not kind.plural:
        yield file.problem(place, "'plural' is missing: the words that mean all of them")
    if kind.role is Role.AREA and not kind.via:
        yield file.problem(place, "'via' is missing: the property whose values they are")
    yield from _template_problems((*place, "item"), kind.item, ITEM_VARIABLES, schema, file)
    yield from _template_problems((*place, "name"), kind.name, QUESTION_VARIABLES, schema, file)


def _property_problems(
    property_id: str, each: PropertyShape, schema: SchemaShape, file: YamlFile
) -> Iterator[Problem]:
    place = ("properties", property_id)
    named = [("of", each.of), *(("asked_of", t) for t in each.asked_of)]
    if each.kind in POINTING:
        named.append(("target", each.target or ""))
    for key, type_id in named:
        if type_id not in schema.types:
            yield _unknown(file, (*place, key), type_id, schema.types, "type")
    for key, others in (
        ("near", each.near),
        ("falls_back_to", each.falls_back_to),
        ("derived_from", each.derived_from),
    ):
        for other in others:
            if other not in schema.properties:
                yield _unknown(file, (*place, key), other, schema.properties, "property")
    if not each.cues:
        yield file.problem((*place, "cues"), "at least one phrase that evokes it was expected")
    yield from _unread_problems(place, each, file)
    if not each.never_given:
        yield from _wording_problems(place, each, schema, file)


def _unread_problems(place: Path_, each: PropertyShape, file: YamlFile) -> Iterator[Problem]:
    for key, kinds in ONLY_FOR.items():
        if getattr(each, key) and each.kind not in kinds:
            what = f"{key!r} is read for {', '.join(sorted(kinds))} only, not for {each.kind}"
            yield file.problem((*place, key), what)


def _wording_problems(
    place: Path_, each: PropertyShape, schema: SchemaShape, file: YamlFile
) -> Iterator[Problem]:
    for key, template, variables in (
        ("statement", each.statement, STATEMENT_VARIABLES),
        ("question", each.question, QUESTION_VARIABLES),
        ("unsaid", each.unsaid, QUESTION_VARIABLES),
    ):
        if not template and (key != "unsaid" or each.unless_said):
            yield file.problem(place, f"{key!r} is missing")
        yield from _template_problems((*place, key), template, variables, schema, file)


def _template_problems(
    place: Path_, template: str, variables: frozenset[str], schema: SchemaShape, file: YamlFile
) -> Iterator[Problem]:
    """Yield the faults of a template; one of a fact that no property gives would say nothing."""
    if faults := [*template_faults(template, variables)]:
        yield from (file.problem(place, fault) for fault in faults)
        return
    for name in sorted(attributes_of(FACTS, template) - schema.properties.keys()):
        yield _unknown(file, place, name, schema.properties, "property")


def _unknown(file: YamlFile, place: Path_, name: str, known: Iterable[str], what: str) -> Problem:
    return file.problem(place, f"unknown {what} {name!r}{did_you_mean(name, known)}")


def _to_type(type_id: str, shape: TypeShape) -> EntityType:
    return EntityType(
        type_id,
        shape.role,
        shape.singular,
        shape.plural,
        shape.item,
        shape.belongs_to,
        shape.name,
        shape.link,
        shape.summary,
        shape.beside,
        shape.via,
        shape.asked_by,
    )


def _to_property(property_id: str, shape: PropertyShape) -> Property:
    return Property(
        property_id,
        shape.of,
        shape.kind,
        shape.label,
        shape.cues,
        shape.question_words,
        shape.statement,
        shape.question,
        shape.target,
        shape.unit,
        is_perishable=shape.perishable,
        identifies=shape.identifies,
        is_from_home=shape.from_home,
        is_covered=not shape.never_given,
        is_exhaustive=shape.exhaustive,
        states=tuple(State(value, cues) for value, cues in shape.states.items()),
        unless_said=shape.unless_said,
        unsaid=shape.unsaid,
        derived_from=shape.derived_from,
        near=shape.near,
        falls_back_to=shape.falls_back_to,
        asked_of=shape.asked_of,
        more=shape.more,
        less=shape.less,
        most=shape.most,
        least=shape.least,
    )
