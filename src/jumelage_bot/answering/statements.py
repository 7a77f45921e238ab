"""Say one fact in one sentence."""

from collections.abc import Iterable

from jumelage_bot.answering import french
from jumelage_bot.answering.french import Name
from jumelage_bot.answering.templates import compile_template, render
from jumelage_bot.answering.values import name_of, write_values
from jumelage_bot.domain.knowledge import Fact, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import Gathered
from jumelage_bot.domain.values import Moment

QUESTION_VARIABLES = frozenset({"sujet", "parent", "accueil"})
"""What the question of a property may use."""
STATEMENT_VARIABLES = QUESTION_VARIABLES | {
    "valeur", "noms", "nombre", "quand", "depuis", "date_de", "faits"
}  # fmt: skip
"""What the statement of a property may use."""
ITEM_VARIABLES = frozenset({"sujet", "faits"})
"""What the item of a type may use."""


def state(fact: Fact, knowledge: KnowledgeBase) -> str:
    """Return the sentence that states a fact, without its caveat."""
    asked = knowledge.properties[fact.property]
    first = fact.values[0]
    context: dict[str, object] = {
        **names(fact.subject, knowledge),
        "valeur": french.join(write_values(fact, knowledge)),
        "noms": [name_of(knowledge.entities[e]) for e in fact.references()],
        "nombre": len(fact.values),
        "quand": "",
        "depuis": "",
        "date_de": "",
        "faits": _Facts((fact.subject,), knowledge),
    }
    if isinstance(first, Moment):
        context |= {"quand": french.when(first), "depuis": french.since(first)}
    # What is derived is told with the date that it was worked out from.
    base = knowledge.fact(fact.subject, asked.derived_from[0]) if asked.derived_from else fact
    dated = base.values[0] if base else first
    if isinstance(dated, Moment):
        context["date_de"] = french.dated(dated)
        context["nombre"] = first.year - dated.year if isinstance(first, Moment) else 1
    return render(compile_template(asked.statement), context)


def state_gathered(gathered: Gathered, knowledge: KnowledgeBase) -> str:
    """Return the sentence that names what belongs to a subject."""
    found = [name_of(knowledge.entities[e]) for e in gathered.entities]
    context: dict[str, object] = {
        **names(gathered.subject, knowledge),
        "valeur": french.join([str(name) for name in found]),
        "noms": found,
        "nombre": len(found),
        "quand": "",
        "depuis": "",
        "date_de": "",
        "faits": _Facts((gathered.subject,), knowledge),
    }
    return render(compile_template(knowledge.properties[gathered.property].statement), context)


def unsaid(subject: str, property_id: str, knowledge: KnowledgeBase) -> str:
    """Return the sentence that says that the source says nothing of a state."""
    template = compile_template(knowledge.properties[property_id].unsaid)
    return render(template, names(subject, knowledge))


def ask(property_id: str, subject: str, knowledge: KnowledgeBase) -> str:
    """Return a question that asks for a property of a subject."""
    template = compile_template(knowledge.properties[property_id].question)
    return render(template, names(subject, knowledge))


def item(entity: str, knowledge: KnowledgeBase) -> str:
    """Return an entity as it reads in a list, with what its type shows beside the name."""
    facts = _Facts((*reversed(knowledge.children(entity)), entity), knowledge)
    template = compile_template(knowledge.types[knowledge.entities[entity].type].item)
    return template.render(sujet=name_of(knowledge.entities[entity]), faits=facts).strip()


def names(entity: str, knowledge: KnowledgeBase) -> dict[str, Name]:
    """Return the names of an entity, of what it belongs to (itself, if nothing), of the home."""
    subject = knowledge.entities[entity]
    parent = knowledge.entities[subject.parent] if subject.parent else subject
    home = knowledge.entities[knowledge.with_role(Role.HOME)[0]]
    return {"sujet": name_of(subject), "parent": name_of(parent), "accueil": name_of(home)}


class _Facts(dict[str, str]):
    """Property -> value, written, of the first of some entities that has it; written when used.

    What is not recorded reads as nothing, so that `{% if %}` works. Names come without
    article: they stand in brackets or in apposition.
    """

    def __init__(self, entities: Iterable[str], knowledge: KnowledgeBase) -> None:
        super().__init__()
        self._entities = tuple(entities)
        self._knowledge = knowledge

    def __missing__(self, property_id: str) -> str:
        found = (self._knowledge.fact(entity, property_id) for entity in self._entities)
        fact = next((f for f in found if f), None)
        written = write_values(fact, self._knowledge, bare=True) if fact else []
        return self.setdefault(property_id, french.join(written))
