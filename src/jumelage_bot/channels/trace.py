"""Tell every step of a turn, for an editor who wonders why."""

from collections.abc import Iterator, Mapping

from jumelage_bot.channels.reading_words import looked_up, property_words
from jumelage_bot.channels.recognised import recognised
from jumelage_bot.channels.terminal import printable
from jumelage_bot.domain import outcome as outcomes
from jumelage_bot.domain.answer import Part, Turn
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Select
from jumelage_bot.domain.reading import Ask, Candidate, Decline, Run

MAX_CANDIDATES = 3
COMPLETE = "aucun mot sans rôle"
OUTCOMES: Mapping[type, str] = {
    outcomes.Stated: "un fait trouvé",
    outcomes.Gathered: "des éléments trouvés",
    outcomes.StatedAlone: "un fait trouvé, le seul de cette sorte",
    outcomes.NotRecorded: "un fait que la page ne donne pas",
    outcomes.Listed: "une liste",
    outcomes.Ranked: "un classement",
    outcomes.Compared: "une comparaison",
    outcomes.Filtered: "un tri selon une condition",
    outcomes.Described: "une présentation",
    outcomes.Sourced: "les sources",
    outcomes.Unclear: "une précision à demander",
    outcomes.NotOurs: "un lieu qui n'est pas à nous",
    outcomes.Proposed: "un nom à confirmer",
    outcomes.NotUnderstood: "un mot incompris",
    outcomes.SmallTalk: "une formule de politesse",
    outcomes.OtherLanguage: "un message dans une autre langue",
    outcomes.OutOfScope: "rien qui nous concerne",
}
"""What each outcome is called; one that is not listed goes by its own name."""


def explain(turn: Turn, knowledge: KnowledgeBase) -> str:
    """Return the steps of a turn: what was recognised, compared, left over, decided, and why."""
    sections = [section for part in turn.parts for section in _sections(part, knowledge)]
    sections += [("Sorte de réponse", [turn.answer.status]), ("Réponse", [turn.answer.text])]
    return "\n".join(line for title, texts in sections for line in (title, *map(_indented, texts)))


def _sections(part: Part, knowledge: KnowledgeBase) -> Iterator[tuple[str, list[str]]]:
    yield "Question lue", [part.analysis.parse.text or "(rien)"]
    yield "Reconnu", list(recognised(part, knowledge)) or ["rien"]
    yield "Lectures comparées", list(_readings(part, knowledge)) or ["aucune"]
    yield "Mots sans rôle", [_leftover(part)]
    yield "Décision", list(_decision(part, knowledge))
    yield "Résultat", [", ".join(OUTCOMES.get(type(o), type(o).__name__) for o in part.outcomes)]


def _indented(text: str) -> str:
    """Return a line of a section; the blanks at its head are kept."""
    return " " * (len(text) - len(text.lstrip(" ")) + 2) + printable(text)


def _readings(part: Part, knowledge: KnowledgeBase) -> Iterator[str]:
    for rank, candidate in enumerate(part.candidates[:MAX_CANDIDATES], start=1):
        yield f"{rank}. {candidate.intent.id} : {looked_up(candidate.fill, knowledge)}"
        roles = f"sans rôle : {_quoted(candidate.leftover)}" if candidate.leftover else COMPLETE
        yield f"   {candidate.score:.0f} % comme « {candidate.example} » ; {roles}"
    if (more := len(part.candidates) - MAX_CANDIDATES) > 0:
        yield f"et {more} de plus, moins bien placée{'s' if more > 1 else ''}"


def _leftover(part: Part) -> str:
    match part.decision:
        case Run(candidate) | Ask(candidate):
            return _quoted(candidate.leftover) or "aucun"
        case Decline(words=words, nearest=nearest):
            return _quoted(words or (nearest.leftover if nearest else ())) or "aucun"
        case _:
            return "?"


def _decision(part: Part, knowledge: KnowledgeBase) -> Iterator[str]:
    match part.decision:
        case Run(candidate, query):
            yield _accepted(candidate, part)
            if candidate.intent.select is not Select.NOTHING:
                yield f"cherché : {looked_up(query, knowledge)}"
        case Ask(_, property_id):
            yield "une précision est demandée : rien de nommé ne peut avoir"
            yield f"  {property_words(property_id, knowledge)}"
        case Decline():
            yield from _refused(part.decision)
        case _:
            yield type(part.decision).__name__


def _accepted(candidate: Candidate, part: Part) -> str:
    if candidate not in part.candidates:
        return f"formule reconnue : {candidate.intent.id}, comme « {candidate.example} »"
    rank = part.candidates.index(candidate) + 1
    if rank == 1:
        return "lecture 1 acceptée : aucun mot de la demande n'y est sans rôle"
    return f"lecture {rank} acceptée : la première où aucun mot n'est sans rôle et qui en dit assez"


def _refused(decision: Decline) -> Iterator[str]:
    """Yield why no reading is accepted."""
    if decision.is_empty:
        yield "refusé : il n'y a pas de mot à lire"
    elif decision.proposal:
        yield "refusé : un nom est inconnu, mais proche de l'un des nôtres"
        yield f"  proposé : {decision.proposal.question}"
    elif decision.language:
        yield f"refusé : le message est écrit en {decision.language}"
    elif decision.foreign:
        yield f"refusé : « {decision.foreign} » n'est pas des nôtres"
    elif not decision.is_ours:
        yield "refusé : rien ne dit qu'il s'agit de nos jumelages"
    elif words := decision.words:
        has = "n'ont" if len(words) > 1 else "n'a"
        yield f"refusé : dans la meilleure lecture, {_quoted(words)} {has} pas de rôle"
        yield "  (ni propriété, ni synonyme, ni mot à ignorer pour cette question)"
    else:
        yield "refusé : aucune lecture n'en dit assez pour répondre sans deviner"


def _quoted(words: tuple[str, ...]) -> str:
    return ", ".join(f"« {word} »" for word in words)
