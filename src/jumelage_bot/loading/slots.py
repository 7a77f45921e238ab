"""Tell the slots of examples that cannot be filled, or that nothing reads."""

from collections.abc import Iterable, Iterator, Mapping

from jumelage_bot.domain.language import Select, Slot
from jumelage_bot.loading.problems import Problem
from jumelage_bot.loading.shapes import LanguageShape
from jumelage_bot.loading.yaml_files import Path_, YamlFile
from jumelage_bot.understanding.examples import SLOT

Slots = frozenset[str]

_NONE: Slots = frozenset()
_SUBJECT = frozenset({Slot.SUBJECT})
_TYPE = frozenset({Slot.TYPE})
_PROPERTY = frozenset({Slot.PROPERTY})
_ORDER = frozenset({Slot.ORDER})
_PAIR = _PROPERTY | {Slot.PAIR}
_CONDITION = frozenset({Slot.CONDITION})
_AREA = frozenset({Slot.AREA})
_ENTITIES = (_TYPE, _TYPE | {Slot.AREA}, _TYPE | {Slot.CONDITION})
_PROPERTIES = (_PROPERTY, _PROPERTY | _SUBJECT, _PROPERTY | _TYPE)
_ORDERED = (_ORDER, _ORDER | _SUBJECT, _ORDER | _CONDITION, _ORDER | _SUBJECT | _CONDITION)
_CLAIMED = (_SUBJECT | _CONDITION, _CONDITION | {Slot.EVERY})

READ: Mapping[Select, tuple[Slots, ...]] = {
    Select.PROPERTY: (*_PROPERTIES, _PAIR),
    Select.ENTITIES: (_AREA, *_ENTITIES),
    Select.COUNT: _ENTITIES,
    Select.DESCRIPTION: (_SUBJECT,),
    Select.FIRST: _ORDERED,
    Select.RANKING: _ORDERED,
    Select.DIFFERENCE: (_PAIR,),
    Select.TOTAL: _PROPERTIES[1:],
    Select.CLAIM: _CLAIMED,
    Select.EVENTS: (_CONDITION,),
    Select.SOURCE: (_NONE, _SUBJECT, _TYPE, *_PROPERTIES),
    Select.NOTHING: (_NONE,),
}
"""The slots that a query reads, in each way that a question may fill them together."""


def slot_problems(shape: LanguageShape, file: YamlFile) -> Iterator[Problem]:
    """Yield the examples whose slots their query cannot read, and the slots of no example."""
    declared = {slot.value for slot in Slot}
    used: set[str] = set()
    for intent_id, intent in shape.intents.items():
        for number, example in enumerate(intent.examples):
            place: Path_ = ("intents", intent_id, "examples", number)
            slots = frozenset(SLOT.findall(example))
            used |= slots
            if "{" in SLOT.sub("", example) or "}" in SLOT.sub("", example):
                yield file.problem(place, "a slot is written {name}, without blanks")
            elif slots <= declared and slots not in READ[intent.query]:
                yield file.problem(place, _unread(slots, intent.query))
    for name in sorted(declared - used):
        yield file.problem(("intents",), f"no example uses {{{name}}}")


def _unread(slots: Slots, select: Select) -> str:
    read = "; ".join(map(_written, READ[select]))
    return f"a query for {select.value!r} cannot read {_written(slots)} (it reads {read})"


def _written(slots: Iterable[str]) -> str:
    """Return slots as examples write them, in the order in which they are declared."""
    return " with ".join(f"{{{slot}}}" for slot in Slot if slot in slots) or "no slot"
