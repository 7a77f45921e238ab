"""Find the measures said: dates, numbers, and what is compared with another of ours."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from jumelage_bot.domain.analysis import Analysis, DateMention
from jumelage_bot.domain.knowledge import NUMBERS, Kind, Property, Role
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.reading import Order, Relation
from jumelage_bot.domain.values import Quantity, Reference
from jumelage_bot.understanding.comparisons import find_orders, has_operator, shortly_before
from jumelage_bot.understanding.evidence import PropertyEvidence, match_all
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.numbers import Number, find_numbers
from jumelage_bot.understanding.told import ConditionEvidence, dates_of_relations, tell

_BY_OPERATOR = (
    (Operator.BEFORE, Relation.BEFORE),
    (Operator.AFTER, Relation.AFTER),
    (Operator.FROM, Relation.FROM),
    (Operator.ABOVE, Relation.ABOVE),
    (Operator.BELOW, Relation.BELOW),
)


def find_measures(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[ConditionEvidence]:
    """Yield every date, number and comparison that may be said of a property."""
    finder = _Finder(analysis, evidence, grammar)
    yield from finder.dates()
    yield from finder.numbers()
    yield from finder.compared()


@dataclass(frozen=True, slots=True)
class _Finder:
    """One search for each kind of measure."""

    analysis: Analysis
    evidence: tuple[PropertyEvidence, ...]
    grammar: Grammar

    def dates(self) -> Iterator[ConditionEvidence]:
        """Yield the dates said of a property evoked, or of the one that dates things."""
        dating = self._dating() if self.analysis.dates else ()
        for mention in self.analysis.dates:
            relation, operators = self._relation(min(mention.units), Relation.IS)
            background = frozenset[int]()
            if relation is Relation.IS:
                relation, operators, background = self._placed(mention)
            for each, cue in dating:
                said = mention.units - background
                beside = cue - background
                found = tell(each, relation, mention.date, said | operators, beside)
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
                    relation, operators = self._bounded(number)
                    said = Quantity(number.value, each.property.unit)
                    cue = each.units | operators
                    yield tell(each.property, relation, said, number.units, cue)

    def _bounded(self, number: Number) -> tuple[Relation, frozenset[int]]:
        """Return how a value must stand to a number, alone or one of two bounds."""
        units = self.analysis.units
        opening = shortly_before(number.start, Operator.BETWEEN, self.analysis)
        is_followed = number.end + 1 < len(units) and units[number.end + 1].is_number
        if opening == number.start - 1 and is_followed:
            return Relation.ABOVE, frozenset({opening})
        if number.start > 1 and units[number.start - 2].is_number:
            return Relation.BELOW, frozenset()
        return self._relation(number.start, Relation.IS)

    def compared(self) -> Iterator[ConditionEvidence]:
        """Yield orders said of one of our partners: beyond another, or before all others."""
        knowledge = self.grammar.knowledge
        for found in find_orders(self.analysis, self.evidence, self.grammar):
            ordered = knowledge.properties[found.order.property]
            said = Order(ordered.id, found.order.is_descending)
            relation = Relation.ABOVE if said.is_descending else Relation.BELOW
            beyond = [p for p in self._partners() if self._follows_than(p[0], found.units)]
            for index, partner in beyond:
                yield tell(ordered, relation, Reference(partner), {index}, found.units)
            if not beyond:
                yield tell(ordered, Relation.FIRST, said, found.units)
        placed = [(i, p, *self._relation(i, Relation.IS)) for i, p in self._partners()]
        beside = [each for each in placed if each[-1]]
        measures = (*self._dating(), *self._sized()) if beside else ()
        for index, partner, relation, operators in beside:
            for each, cue in measures:
                dates = {Relation.BEFORE, Relation.AFTER}
                if (each.kind is Kind.MOMENT) is (relation in dates):
                    yield tell(each, relation, Reference(partner), {index}, cue | operators)

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

    def _dating(self) -> tuple[tuple[Property, frozenset[int]], ...]:
        """Return the dates evoked, or the one that dates what has no name of its own."""
        found = {
            e.property.id: (e.property, e.units)
            for e in reversed(self.evidence)
            if e.property.kind is Kind.MOMENT
        }
        for property_id, cues in self.grammar.signs.undated_cues.items():
            # The date said stands for the word that would ask for it.
            units = next((u for c in cues if (u := match_all(c, self.analysis))), None)
            if units:
                each = self.grammar.knowledge.properties[property_id]
                found.setdefault(property_id, (each, units))
        # "depuis" alone evokes many dates: one that a word tells comes first.
        told = [each for each in found.values() if self._is_told(each[1])]
        usual = [(p, frozenset[int]()) for p in dates_of_relations(self.grammar.knowledge)]
        return tuple(told or found.values() or usual)

    def _is_told(self, cue: frozenset[int]) -> bool:
        return any(not self.analysis.units[i].question for i in cue)

    def _relation(self, index: int, usual: Relation) -> tuple[Relation, frozenset[int]]:
        """Return how a value must stand to the number or date at an index."""
        for operator, relation in _BY_OPERATOR:
            at = shortly_before(index, operator, self.analysis)
            if at is not None:
                return relation, frozenset({at})
        return usual, frozenset()
