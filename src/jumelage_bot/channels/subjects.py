"""What the bot knows of, in the words of those who ask."""

from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase


def partners(knowledge: KnowledgeBase) -> list[str]:
    """Return the names of our partners."""
    return [str(name_of(knowledge.entities[e])) for e in knowledge.with_role(Role.PARTNER)]


def topics(knowledge: KnowledgeBase) -> list[str]:
    """Return what is recorded of a partner, then of what has no name but its partner's."""
    partners = [t for t in knowledge.types.values() if t.role is Role.PARTNER]
    named_after = [t for t in knowledge.types.values() if t.name]
    summaries = (p for t in (*partners, *named_after) for p in t.summary)
    return list(dict.fromkeys(knowledge.properties[p].label for p in summaries))
