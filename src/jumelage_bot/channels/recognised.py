"""Tell an editor what was recognised in a message, and in which of its words."""

from collections.abc import Iterable, Iterator

from jumelage_bot.channels.reading_words import entity_words, property_words
from jumelage_bot.domain.analysis import Mention, Unit
from jumelage_bot.domain.answer import Part
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.understanding.normalise import fold

MAX_PROPERTIES = 5


def recognised(part: Part, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield what was recognised: names, kinds of fact, corrections, words without effect."""
    units = part.analysis.units
    yield from (_mention(m, knowledge) for m in part.analysis.mentions)
    yield from _evoked(part, knowledge)
    aside = " ".join(u.text for u in units if u.is_aside)
    groups: dict[str, Iterable[str]] = {
        "fautes corrigées": _corrected(part),
        "synonymes": _synonyms(units),
        "mots interrogatifs": (
            f"« {u.text} » ({u.question})" if fold(u.text) != fold(u.question) else f"« {u.text} »"
            for u in units
            if u.question
        ),
        "nombres": (f"« {u.text} »" for u in units if u.is_number),
        "noms inconnus": (f"« {u.text} »" for u in units if u.is_name and not u.mention),
        "mis de côté": [f"« {aside} »"] if aside else [],
        "sans effet": (f"« {u.text} »" for u in units if u.is_ignorable and not u.is_aside),
    }
    for title, texts in groups.items():
        if found := list(dict.fromkeys(texts)):
            yield f"{title} : {', '.join(found)}"


def _mention(mention: Mention, knowledge: KnowledgeBase) -> str:
    if not mention.entities:
        return f"nom qui n'est pas des nôtres : « {mention.name} »"
    named = " ou ".join(entity_words(e, knowledge) for e in mention.entities)
    alike = (
        f", mal écrit (ressemblance {100 * mention.similarity:.0f} %)"
        if mention.similarity < 1
        else ""
    )
    return f"nom : « {mention.name} » = {named}{alike}"


def _evoked(part: Part, knowledge: KnowledgeBase) -> Iterator[str]:
    """Yield the properties evoked, with the words that do: the readings of a property alone."""
    evoked: dict[str, set[int]] = {}
    for fill in (c.fill for c in part.candidates):
        if len(fill.properties) == 1 and not fill.subjects and not fill.type:
            evoked.setdefault(fill.properties[0], set()).update(fill.essential)
    for property_id, indices in list(evoked.items())[:MAX_PROPERTIES]:
        words = ", ".join(f"« {part.analysis.units[i].text} »" for i in sorted(indices))
        yield f"propriété : {property_words(property_id, knowledge)}, évoquée par {words}"
    if (more := len(evoked) - MAX_PROPERTIES) > 0:
        yield f"et {more} de plus, moins bien placée{'s' if more > 1 else ''}"


def _corrected(part: Part) -> Iterator[str]:
    for token in part.analysis.parse.tokens:
        if fold(token.text) != token.folded:
            yield f"« {token.text} » lu « {token.folded} »"


def _synonyms(units: Iterable[Unit]) -> Iterator[str]:
    """Yield the words that stand for the head of another group of synonyms than their own."""
    for unit in units:
        heads = sorted(k[1:] for k in unit.keys if k.startswith("="))
        if heads and fold(unit.text) not in map(fold, heads):
            yield f"« {unit.text} » comme « {' », « '.join(heads)} »"
