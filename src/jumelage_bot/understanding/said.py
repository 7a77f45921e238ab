"""Find the values that are said of the properties: places, names, dates, numbers, states."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jumelage_bot.domain.knowledge import NUMBERS, Kind, Property, Role
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.reading import (
    Analysis,
    Condition,
    DateMention,
    Elsewhere,
    Order,
    Relation,
    Said,
)
from jumelage_bot.domain.values import Quantity, Reference, Text
from jumelage_bot.understanding.comparisons import find_orders, has_operator, shortly_before
from jumelage_bot.understanding.evidence import PropertyEvidence, match_all, types_of
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.numbers import find_numbers
from jumelage_bot.understanding.passages import find_passages
from jumelage_bot.understanding.subjects import is_of_each_partner

_BY_OPERATOR = (
    (Operator.BEFORE, Relation.BEFORE),
    (Operator.AFTER, Relation.AFTER),
    (Operator.FROM, Relation.FROM),
    (Operator.ABOVE, Relation.ABOVE),
    (Operator.BELOW, Relation.BELOW),
)


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


def find_said(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[ConditionEvidence]:
    """Yield every value that a message may say of a property."""
    finder = _Finder(analysis, evidence, grammar)
    yield from finder.places()
    yield from finder.named()
    yield from finder.unknown()
    yield from finder.dates()
    yield from finder.numbers()
    yield from finder.states()
    yield from finder.recorded()
    yield from finder.related()
    yield from finder.compared()
    yield from finder.mentioned()


@dataclass(frozen=True, slots=True)
class _Finder:
    """One search for each kind of value."""

    analysis: Analysis
    evidence: tuple[PropertyEvidence, ...]
    grammar: Grammar

    def places(self) -> Iterator[ConditionEvidence]:
        """Yield the countries and continents said, ours or not: they need no cue."""
        knowledge = self.grammar.knowledge
        for located in self._located():
            for index, unit in enumerate(self.analysis.units):
                if unit.mention is None:
                    continue
                said: list[Said] = [
                    Reference(e) for e in unit.mention.entities if knowledge.role(e) is Role.AREA
                ]
                if unit.mention.is_area:
                    said.append(Elsewhere(unit.mention.name))
                for value in said:
                    yield self._found(located, Relation.IS, value, {index})

    def named(self) -> Iterator[ConditionEvidence]:
        """Yield the names said that are a value of a property, or could be of one evoked."""
        knowledge = self.grammar.knowledge
        evoked = {e.property.id: e.units for e in reversed(self.evidence)}
        for index, unit in enumerate(self.analysis.units):
            for entity in unit.mention.entities if unit.mention else ():
                is_area = knowledge.role(entity) is Role.AREA
                named_in = {f.property for f in knowledge.mentioning(entity) if f.subject != entity}
                for property_id in {**dict.fromkeys(sorted(named_in)), **evoked}:
                    each = knowledge.properties[property_id]
                    cue = evoked.get(property_id, frozenset())
                    is_target = knowledge.entities[entity].type == each.target
                    is_place = is_area and knowledge.types[each.type].role is not Role.ATTACHED
                    if each.kind is Kind.CHILDREN or index in cue or is_place:
                        continue
                    if not (property_id in named_in or is_target):
                        continue
                    found = self._found(each, Relation.IS, Reference(entity), {index}, cue)
                    yield replace(found, is_bare=not cue)

    def unknown(self) -> Iterator[ConditionEvidence]:
        """Yield the unknown names said of a property of which every value is recorded."""
        knowledge = self.grammar.knowledge
        for found in self.evidence:
            target = knowledge.types.get(found.property.target or "")
            # The name of a region says nothing of the country that it is in.
            if not found.property.is_exhaustive or (target and target.role is not Role.ATTACHED):
                continue
            for index, unit in enumerate(self.analysis.units):
                token = self.analysis.parse.tokens[unit.start]
                if unit.is_name and token.is_capitalised and index not in found.units:
                    said = Elsewhere(unit.text)
                    yield self._found(found.property, Relation.IS, said, {index}, found.units)

    def dates(self) -> Iterator[ConditionEvidence]:
        """Yield the dates said of a property evoked, or of the one that dates things."""
        for mention in self.analysis.dates:
            relation, operators = self._relation(min(mention.units), Relation.IS)
            background = frozenset[int]()
            if relation is Relation.IS:
                relation, operators, background = self._placed(mention)
            for each, cue in self._dating():
                said = mention.units - background
                beside = cue - background
                found = self._found(each, relation, mention.date, said | operators, beside)
                yield replace(found, background=background)

    def _placed(self, date: DateMention) -> tuple[Relation, frozenset[int], frozenset[int]]:
        """Return how a value must stand to a dated event, by which word, and what describes it.

        "Déjà" stands in another clause than the event; "avant" some way before its date.
        """
        units = self.analysis.units
        clause = units[min(date.units)].clause
        for index, unit in enumerate(units):
            described = frozenset(i for i, u in enumerate(units) if u.clause == clause)
            is_apart = index not in described and not self._names_ours(described)
            if has_operator(unit, Operator.ALREADY) and is_apart:
                return Relation.BEFORE, frozenset({index}), described
            for operator, relation in _BY_OPERATOR[:2]:
                between = frozenset(range(index + 1, min(date.units)))
                is_near = unit.clause in {clause, clause - 1} and not self._names_ours(between)
                if has_operator(unit, operator) and between and is_near:
                    return relation, frozenset({index}), between
        return Relation.IS, frozenset(), frozenset()

    def _names_ours(self, indexes: Iterable[int]) -> bool:
        mentions = (self.analysis.units[i].mention for i in indexes)
        return any(m.entities for m in mentions if m)

    def numbers(self) -> Iterator[ConditionEvidence]:
        """Yield the numbers said of a property evoked."""
        dated = {i for date in self.analysis.dates for i in date.units}
        for number in find_numbers(self.analysis, self.grammar):
            for each in self.evidence:
                if dated & number.units and number.end not in each.units:
                    # "en 1950" is a year, "1950 habitants" a number of them.
                    continue
                kinds = NUMBERS | {Kind.ANNIVERSARY}
                if each.property.kind in kinds and not each.units & number.units:
                    relation, operators = self._relation(number.start, Relation.IS)
                    said = Quantity(number.value, each.property.unit)
                    cue = each.units | operators
                    yield self._found(each.property, relation, said, number.units, cue)

    def states(self) -> Iterator[ConditionEvidence]:
        """Yield the states said: "inactif"."""
        for property_id, states in self.grammar.states.items():
            for value, cues in states:
                for cue in cues:
                    if units := match_all(cue, self.analysis.units):
                        each = self.grammar.knowledge.properties[property_id]
                        yield self._found(each, Relation.IS, Text(value), units)

    def recorded(self) -> Iterator[ConditionEvidence]:
        """Yield what is said to be recorded: "lesquelles ont une association"."""
        for found in self.evidence:
            each = found.property
            is_gathered = each.kind is Kind.CHILDREN
            is_of_ours = is_gathered or is_of_each_partner(each, self.grammar)
            if each.kind is Kind.MOMENT or not each.is_covered or not is_of_ours:
                continue
            for index in sorted(found.units):
                having = shortly_before(index, Operator.HAS, self.analysis)
                if having is not None:
                    yield self._found(each, Relation.RECORDED, None, found.units, {having})

    def related(self) -> Iterator[ConditionEvidence]:
        """Yield the words for what is dated, as they say that it is: "est jumelée"."""
        evoked = {e.property.id for e in self.evidence}
        for each in self._dates_of_relations():
            words = {
                i
                for i, unit in enumerate(self.analysis.units)
                if not unit.is_aside and each.type in types_of(unit, self.grammar)
            }
            if words and each.id not in evoked:
                yield self._found(each, Relation.RECORDED, None, words)

    def compared(self) -> Iterator[ConditionEvidence]:
        """Yield orders said of one of our partners: beyond another, or before all others."""
        knowledge = self.grammar.knowledge
        for found in find_orders(self.analysis, self.evidence, self.grammar):
            ordered = knowledge.properties[found.order.property]
            said = Order(ordered.id, found.order.is_descending)
            yield self._found(ordered, Relation.FIRST, said, found.units)
            relation = Relation.ABOVE if said.is_descending else Relation.BELOW
            for index, partner in self._partners():
                if self._follows_than(index, found.units):
                    yield self._found(ordered, relation, Reference(partner), {index}, found.units)
        for index, partner in self._partners():
            relation, operators = self._relation(index, Relation.IS)
            for each, cue in (*self._dating(), *self._sized()) if operators else ():
                dates = {Relation.BEFORE, Relation.AFTER}
                if (each.kind is Kind.MOMENT) is (relation in dates):
                    yield self._found(each, relation, Reference(partner), {index}, cue | operators)

    def _partners(self) -> Iterator[tuple[int, str]]:
        """Yield the partners named, also by the one area that only they lie in."""
        knowledge = self.grammar.knowledge
        for index, unit in enumerate(self.analysis.units):
            for entity in unit.mention.entities if unit.mention else ():
                role = knowledge.role(entity)
                meant = knowledge.within(entity) if role is Role.AREA else (entity,)
                if len(meant) == 1 and knowledge.role(meant[0]) is Role.PARTNER:
                    yield index, meant[0]

    def _sized(self) -> Iterator[tuple[Property, frozenset[int]]]:
        """Yield the numbers evoked."""
        for found in self.evidence:
            if found.property.kind in NUMBERS:
                yield found.property, found.units

    def _follows_than(self, index: int, order: frozenset[int]) -> bool:
        """Return whether "que" stands between an order and what it is compared with."""
        closed = self.grammar.language.closed_question_words
        between = self.analysis.units[min(order) : index]
        return any(unit.question in closed for unit in between)

    def mentioned(self) -> Iterator[ConditionEvidence]:
        """Yield the words said that the text of a property evoked may hold."""
        for each in self.evidence:
            if each.property.kind is Kind.TEXT and each.property.is_covered:
                found = find_passages(each, self.analysis, self.grammar)
                if found:
                    passages, units = found
                    yield self._found(each.property, Relation.MENTIONS, passages, units, each.units)

    def _found(
        self,
        each: Property,
        relation: Relation,
        said: Said,
        value: set[int] | frozenset[int],
        beside: set[int] | frozenset[int] = frozenset(),
    ) -> ConditionEvidence:
        own = frozenset(value)
        return ConditionEvidence(Condition(each.id, relation, said), own, own | beside)

    def _located(self) -> Iterator[Property]:
        """Yield the properties that say in which area a partner lies."""
        types = self.grammar.knowledge.types
        for each in self.grammar.knowledge.properties.values():
            target = types.get(each.target or "")
            is_partners = types[each.type].role is Role.PARTNER
            if is_partners and target and target.role is Role.AREA:
                yield each

    def _dating(self) -> Iterator[tuple[Property, frozenset[int]]]:
        """Yield the dates evoked, or the one that dates what has no name of its own."""
        none = frozenset[int]()
        found = {
            e.property.id: (e.property, e.units)
            for e in reversed(self.evidence)
            if e.property.kind is Kind.MOMENT
        }
        for property_id, cues in self.grammar.undated_cues.items():
            # The date said stands for the word that would ask for it.
            units = next((u for c in cues if (u := match_all(c, self.analysis.units))), None)
            if units:
                each = self.grammar.knowledge.properties[property_id]
                found.setdefault(property_id, (each, units))
        usual = {} if found else {p.id: (p, none) for p in self._dates_of_relations()}
        yield from (found or usual).values()

    def _dates_of_relations(self) -> Iterator[Property]:
        """Yield the dates that identify what is named after a partner, as a twinning is."""
        for each in self.grammar.knowledge.properties.values():
            is_named_after = bool(self.grammar.knowledge.types[each.type].name)
            if each.kind is Kind.MOMENT and each.identifies and is_named_after:
                yield each

    def _relation(self, index: int, usual: Relation) -> tuple[Relation, frozenset[int]]:
        """Return how a value must stand to the number or date at an index."""
        for operator, relation in _BY_OPERATOR:
            at = shortly_before(index, operator, self.analysis)
            if at is not None:
                return relation, frozenset({at})
        return usual, frozenset()
