"""Find the values said that are no measures: places, names, states, words of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from jumelage_bot.domain.analysis import Analysis
from jumelage_bot.domain.knowledge import Kind, Property, Role
from jumelage_bot.domain.language import Operator
from jumelage_bot.domain.reading import Elsewhere, Relation, Said
from jumelage_bot.domain.values import Reference, Text
from jumelage_bot.understanding.comparisons import shortly_before
from jumelage_bot.understanding.evidence import PropertyEvidence, match_all, types_of
from jumelage_bot.understanding.grammar import Grammar
from jumelage_bot.understanding.passages import find_passages
from jumelage_bot.understanding.phrases import phrase_key
from jumelage_bot.understanding.subjects import is_of_each_partner
from jumelage_bot.understanding.told import ConditionEvidence, dates_of_relations, tell


def find_values(
    analysis: Analysis, evidence: tuple[PropertyEvidence, ...], grammar: Grammar
) -> Iterator[ConditionEvidence]:
    """Yield every place, name, state and word of a text that may be said of a property."""
    finder = _Finder(analysis, evidence, grammar)
    yield from finder.places()
    yield from finder.named()
    yield from finder.unknown()
    yield from finder.states()
    yield from finder.recorded()
    yield from finder.related()
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
                    Reference(e)
                    for e in unit.mention.entities
                    if knowledge.role(e) is Role.AREA
                    and self._stands_for_a_place(index, e)
                    and not self._is_said_of_another(e, located)
                ]
                if unit.mention.is_area:
                    said.append(Elsewhere(unit.mention.name))
                for value in said:
                    yield tell(located, Relation.IS, value, {index})

    def _is_said_of_another(self, area: str, located: Property) -> bool:
        """Return whether an area belongs to another property that is evoked: a border."""
        named_in = {f.property for f in self.grammar.knowledge.mentioning(area)}
        evoked = {
            e.property.id: e.property for e in self.evidence if e.property.type == located.type
        }
        return any(
            located.id not in evoked[p].falls_back_to
            for p in named_in.intersection(evoked) - {located.id}
        )

    def _stands_for_a_place(self, index: int, area: str) -> bool:
        """Return whether an area is meant, by its name or as in "une ville allemande".

        Other adjectives tell of people and things ("la réconciliation franco-allemande").
        """
        entity = self.grammar.knowledge.entities[area]
        names = (name for name in (entity.name, *entity.aliases) if name[:1].isupper())
        mention = self.analysis.units[index].mention
        is_name = mention is not None and mention.alias in map(phrase_key, names)
        follows = index > 0 and types_of(self.analysis.units[index - 1], self.grammar)
        return is_name or bool(follows)

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
                    is_target = knowledge.entities[entity].type in knowledge.named_types(each.id)
                    is_place = is_area and knowledge.types[each.type].role is not Role.ATTACHED
                    if each.kind is Kind.CHILDREN or index in cue or is_place:
                        continue
                    if not (property_id in named_in or is_target):
                        continue
                    found = tell(each, Relation.IS, Reference(entity), {index}, cue)
                    yield replace(found, is_bare=not cue)

    def unknown(self) -> Iterator[ConditionEvidence]:
        """Yield the unknown names said of a property of which every value is recorded.

        Beside something of ours only: alone, the name is what the question is about.
        """
        knowledge = self.grammar.knowledge
        if not any(m.entities for m in self.analysis.mentions):
            return
        for found in self.evidence:
            target = knowledge.types.get(found.property.target or "")
            # The name of a region says nothing of the country that it is in.
            if not found.property.is_exhaustive or (target and target.role is not Role.ATTACHED):
                continue
            asked = {u.question for u in self.analysis.units if u.question}
            if not asked.isdisjoint(found.property.question_words):
                # "Qui a signé avec Limburg ?" asks who it was: a name is something else.
                continue
            for index, unit in enumerate(self.analysis.units):
                token = self.analysis.parse.tokens[unit.start]
                if unit.is_name and token.is_capitalised and index not in found.units:
                    said = Elsewhere(unit.text)
                    yield tell(found.property, Relation.IS, said, {index}, found.units)

    def states(self) -> Iterator[ConditionEvidence]:
        """Yield the states said: "inactif"."""
        for property_id, states in self.grammar.signs.states.items():
            for value, cues in states:
                for cue in cues:
                    if units := match_all(cue, self.analysis):
                        each = self.grammar.knowledge.properties[property_id]
                        yield tell(each, Relation.IS, Text(value), units)

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
                if having is not None and self._is_thing(index):
                    yield tell(each, Relation.RECORDED, None, found.units, {having})

    def _is_thing(self, index: int) -> bool:
        """Return whether a unit is what one has, and not the participle of "a signé"."""
        unit = self.analysis.units[index]
        tags = {t.pos for t in self.analysis.parse.tokens[unit.start : unit.end]}
        return tags.isdisjoint({"VERB", "AUX"})

    def related(self) -> Iterator[ConditionEvidence]:
        """Yield the words for what is dated, as they say that it is: "est jumelée"."""
        evoked = {e.property.id for e in self.evidence}
        for each in dates_of_relations(self.grammar.knowledge):
            words = {
                i
                for i, unit in enumerate(self.analysis.units)
                if not unit.is_aside and each.type in types_of(unit, self.grammar)
            }
            if words and each.id not in evoked:
                yield tell(each, Relation.RECORDED, None, words)

    def mentioned(self) -> Iterator[ConditionEvidence]:
        """Yield the words said that the text of a property evoked may hold."""
        for each in self.evidence:
            asked = each.property
            if asked.kind is Kind.TEXT and asked.is_covered and not asked.states:
                found = find_passages(each, self.analysis, self.grammar)
                if found:
                    passages, units = found
                    yield tell(each.property, Relation.MENTIONS, passages, units, each.units)

    def _located(self) -> Iterator[Property]:
        """Yield the properties that say in which area a partner lies."""
        types = self.grammar.knowledge.types
        for each in self.grammar.knowledge.properties.values():
            target = types.get(each.target or "")
            is_partners = types[each.type].role is Role.PARTNER
            if is_partners and target and target.role is Role.AREA:
                yield each
