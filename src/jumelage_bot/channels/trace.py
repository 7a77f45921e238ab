"""Print every step of a turn, for an editor who wonders why."""

from collections.abc import Iterator

from jumelage_bot.domain.answer import Turn
from jumelage_bot.domain.reading import Ask, Candidate, Decline, Run, Unit

MAX_CANDIDATES = 5


def explain(turn: Turn) -> str:
    """Return the steps of a turn: what was recognised, compared, left over, and decided."""
    sections = {
        "Lu": [turn.analysis.parse.text or "(rien)"],
        "Mots": [_unit(u) for u in turn.analysis.units],
        "Lectures": [_candidate(c) for c in turn.candidates[:MAX_CANDIDATES]],
        "Décision": list(_decision(turn)),
        "Résultat": [type(o).__name__ for o in turn.outcomes],
        "Réponse": [f"[{turn.answer.status.value}] {turn.answer.text}"],
    }
    return "\n".join(
        line
        for title, lines in sections.items()
        for line in (title, *(f"  {text}" for text in lines or ["(aucune)"]))
    )


def _unit(unit: Unit) -> str:
    notes = []
    if unit.mention:
        named = ", ".join(unit.mention.entities) or "un nom qui n'est pas de chez nous"
        notes.append(f"nom : {named} ({unit.mention.similarity:.2f})")
    if unit.question:
        notes.append(f"mot interrogatif : {unit.question}")
    if unit.is_ignorable:
        notes.append("ignorable")
    if unit.is_aside:
        notes.append("mis de côté")
    if unit.is_name and not unit.mention:
        notes.append("nom inconnu")
    groups = sorted(k[1:] for k in unit.keys if k.startswith("="))
    if groups:
        notes.append("comme : " + ", ".join(groups))
    return f"{unit.text}  [{unit.clause}]  {' ; '.join(notes)}".rstrip()


def _candidate(candidate: Candidate) -> str:
    fill = candidate.fill
    slots = ", ".join((*fill.properties, *fill.subjects, *filter(None, (fill.area, fill.foreign))))
    left = ", ".join(candidate.leftover)
    return f"{candidate.score:5.1f}  {candidate.intent.id}({slots})  « {candidate.example} »" + (
        f"  sans rôle : {left}" if left else ""
    )


def _decision(turn: Turn) -> Iterator[str]:
    match turn.decision:
        case Run(candidate):
            yield f"réponse par {candidate.intent.id}"
        case Ask(_, property_id):
            yield f"{property_id} demandé, sans dire de qui"
        case Decline(words=words, foreign=foreign):
            yield "aucune lecture acceptée"
            if foreign:
                yield f"autre lieu : {foreign}"
            if words:
                yield f"mots sans rôle : {', '.join(words)}"
