"""What can be asked of each partner, in every generic form, and what the answer must hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from behaviour.asking import Asker, says
from jumelage_bot.answering.french import Name, de
from jumelage_bot.answering.records import Records
from jumelage_bot.answering.statements import ask as question_about
from jumelage_bot.answering.statements import state, state_gathered, unsaid
from jumelage_bot.answering.templates import compile_template, render
from jumelage_bot.answering.values import write_values
from jumelage_bot.domain.knowledge import Property, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Language, Select, Slot
from jumelage_bot.domain.outcome import Gathered, Stated
from jumelage_bot.understanding.examples import SLOT
from support import NOW

CONTRACTED = {" de le ": " du ", " de les ": " des ", " à le ": " au ", " à les ": " aux "}

NOUN_PHRASE = f"{{{Slot.PROPERTY}}} de {{{Slot.SUBJECT}}}"


@dataclass(frozen=True, slots=True)
class Topic:
    """A property asked of a partner, of which one thing bears it."""

    partner: str
    property: Property
    holder: str


@dataclass(frozen=True, slots=True)
class Book:
    """What a knowledge base and a language make it possible to ask."""

    knowledge: KnowledgeBase
    language: Language

    @classmethod
    def of(cls, asker: Asker) -> "Book":
        """Return what can be asked of a bot."""
        return cls(asker.knowledge, asker.language)

    def topics(self, *, covered: bool = True) -> Iterator[Topic]:
        """Yield what can be asked of our partners, of what the source may give or never does."""
        for partner in self.knowledge.with_role(Role.PARTNER):
            for each in self.knowledge.properties.values():
                holders = self.knowledge.holders(partner, each.id)
                if each.is_covered is covered and len(holders) == 1:
                    yield Topic(partner, each, holders[0])

    def questions(self, topic: Topic) -> Iterator[str]:
        """Yield a question in each generic form, and the one of the schema."""
        if self._is_told_by_its_label(topic):
            yield from self.questions_by_label(topic.property, self.name(topic.partner))
        if question := self.own_question(topic):
            yield question

    def questions_by_label(self, asked: Property, name: Name) -> Iterator[str]:
        """Yield the questions that call a property by its label, about a name."""
        for intent in self.language.intents.values():
            for example in intent.examples if intent.select is Select.PROPERTY else ():
                if set(SLOT.findall(example)) == {Slot.PROPERTY, Slot.SUBJECT}:
                    yield fill(example, asked.label, name)

    def noun_phrases(self, topic: Topic) -> Iterator[str]:
        """Yield what is asked as a noun, as "la date du jumelage de X"."""
        if self._is_told_by_its_label(topic):
            yield fill(NOUN_PHRASE, topic.property.label, self.name(topic.partner))

    def own_question(self, topic: Topic) -> str | None:
        """Return the question of the schema, if it has one that names the partner."""
        if not topic.property.question:
            return None
        question = question_about(topic.property.id, topic.holder, self.knowledge)
        return question if says(question, self.knowledge.entities[topic.partner].name) else None

    def question_about_a_name(self, asked: Property, name: Name) -> str | None:
        """Return the question of the schema about a name that is not in the knowledge."""
        home = self.name(self.knowledge.with_role(Role.HOME)[0])
        context = {"sujet": name, "parent": name, "accueil": home}
        return render(compile_template(asked.question), context) if asked.question else None

    def main_question(self, topic: Topic) -> str:
        """Return the question of the schema, else the first that calls it by its label."""
        return self.own_question(topic) or next(self.questions(topic))

    def name(self, entity: str) -> Name:
        return Name(self.knowledge.entities[entity].name, self.knowledge.entities[entity].article)

    def is_recorded(self, topic: Topic) -> bool:
        """Return whether the source tells it, or what answers the same more coarsely."""
        return bool(self._found(topic))

    def is_said(self, topic: Topic, text: str) -> bool:
        """Return whether a text states what is recorded, or the values of it."""
        ways = [(statement,) for statement in self.statements(topic)]
        return any(all(says(text, each) for each in way) for way in (*ways, *self._told(topic)))

    def statements(self, topic: Topic) -> tuple[str, ...]:
        """Return the sentences that answer; the one for what is assumed, if nothing is told."""
        if not self.is_recorded(topic) and topic.property.unless_said:
            return (unsaid(topic.holder, topic.property.id, self.knowledge),)
        return tuple(self._statement(outcome) for outcome in self._found(topic))

    def others(self, topic: Topic) -> frozenset[str]:
        """Return the values that the property has for the other partners, and not for this one."""
        own = " ".join((*self.statements(topic), *self._values(topic.partner, topic.property)))
        return frozenset(
            value
            for partner in self.knowledge.with_role(Role.PARTNER)
            if partner != topic.partner
            for value in self._values(partner, topic.property)
            if not says(own, value)
        )

    def _is_told_by_its_label(self, topic: Topic) -> bool:
        """Return whether what bears the property has no name of its own beside the partner's."""
        kind = self.knowledge.types[self.knowledge.entities[topic.holder].type]
        return kind.role is not Role.ATTACHED or bool(kind.name)

    def _found(self, topic: Topic) -> list[Stated | Gathered]:
        return Records(self.knowledge, NOW.date()).look_up(topic.partner, topic.property)

    def _told(self, topic: Topic) -> Iterator[tuple[str, ...]]:
        """Yield the values of what is recorded, then those they are worked out from."""
        for outcome in self._found(topic):
            if isinstance(outcome, Gathered):
                yield tuple(self.knowledge.entities[e].name for e in outcome.entities)
                continue
            yield tuple(write_values(outcome.fact, self.knowledge))
            for base in self.knowledge.properties[outcome.fact.property].derived_from:
                yield from (
                    tuple(write_values(fact, self.knowledge))
                    for fact in [self.knowledge.fact(outcome.fact.subject, base)]
                    if fact
                )

    def _statement(self, outcome: Stated | Gathered) -> str:
        if isinstance(outcome, Stated):
            return state(outcome.fact, self.knowledge)
        return state_gathered(outcome, self.knowledge)

    def _values(self, partner: str, asked: Property) -> tuple[str, ...]:
        children = self.knowledge.children(partner, asked.target) if asked.target else ()
        facts = Records(self.knowledge, NOW.date()).facts(partner, asked.id)
        written = (value for fact in facts for value in write_values(fact, self.knowledge))
        return (*written, *(self.knowledge.entities[c].name for c in children))


def fill(example: str, label: str, name: Name) -> str:
    """Return an example about a property and a name, as someone would write it."""
    text = example.replace(f"de {{{Slot.SUBJECT}}}", de(name))
    text = SLOT.sub(lambda m: label if m[1] == Slot.PROPERTY else str(name), text)
    return contract(text)


def contract(text: str) -> str:
    """Return a text with "de le" written "du", and so on."""
    for apart, together in CONTRACTED.items():
        text = text.replace(apart, together)
    return text
