"""What is said of a property, with the units that say it."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from jumelage_bot.domain.knowledge import Kind, Property
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.reading import Condition, Relation, Said


@dataclass(frozen=True, slots=True)
class ConditionEvidence:
    """A condition with the units that express it."""

    condition: Condition
    value: frozenset[int]
    """The units of the value said."""
    units: frozenset[int]
    """These, the cue of the property and the operators."""
    is_bare: bool = False
    """Whether a name alone evokes it: enough for what bears the property itself."""
    background: frozenset[int] = frozenset()
    """The units that only describe when ("quand le mur est tombé en 1989")."""


def tell(
    each: Property,
    relation: Relation,
    said: Said,
    value: AbstractSet[int],
    beside: AbstractSet[int] = frozenset(),
) -> ConditionEvidence:
    """Return a condition with the units of its value and those beside it."""
    own = frozenset(value)
    return ConditionEvidence(Condition(each.id, relation, said), own, own | beside)


def dates_of_relations(knowledge: KnowledgeBase) -> Iterator[Property]:
    """Yield the dates that identify what is named after a partner, as a twinning is."""
    for each in knowledge.properties.values():
        is_named_after = bool(knowledge.types[each.type].name)
        if each.kind is Kind.MOMENT and each.identifies and is_named_after:
            yield each
