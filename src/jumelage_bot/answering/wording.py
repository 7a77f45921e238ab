"""Word one outcome, with the templates that the content gives for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import assert_never

from jumelage_bot.answering import french
from jumelage_bot.answering.french import Name
from jumelage_bot.answering.naming import choice_name, shorten, topic
from jumelage_bot.answering.statements import item, state, state_gathered, unsaid
from jumelage_bot.answering.templates import compile_template, render
from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.knowledge import Fact, Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Intent, Language
from jumelage_bot.domain.outcome import (
    Compared,
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    Nothing,
    NotOurs,
    NotRecorded,
    NotUnderstood,
    Outcome,
    OutOfScope,
    Ranked,
    SmallTalk,
    Sourced,
    Stated,
    StatedAlone,
    Totalled,
    Unclear,
    Unsaid,
    Verdict,
)
from jumelage_bot.domain.values import Quantity

REPLIES: Mapping[str, frozenset[str]] = {
    "caveat": frozenset({"date"}),
    "caveat_several": frozenset({"date"}),
    "not_recorded": frozenset({"quoi", "proches"}),
    "only_one": frozenset({"quoi", "phrase"}),
    "unclear": frozenset({"quoi", "choix"}),
    "ranked": frozenset({"noms", "phrases", "nombre", "quoi", "manquants"}),
    "compared": frozenset({"phrases", "ecart", "environ"}),
    "totalled": frozenset({"phrases", "total", "environ", "quoi", "manquants"}),
    "filtered": frozenset({"noms", "phrases", "quoi", "manquants", "contraires"}),
    **{f"verdict_{verdict}": frozenset[str]() for verdict in Verdict},
    "years": frozenset(),
    "nothing_then": frozenset(),
    "not_ours": frozenset({"nom", "liste", "accueil"}),
    "not_understood": frozenset({"mots", "suggestions"}),
    "nowhere": frozenset({"endroit", "liste", "accueil"}),
    "out_of_scope": frozenset({"accueil"}),
    "empty": frozenset({"accueil"}),
    "apology": frozenset(),
    "unreadable": frozenset(),
}
"""The replies that no intent owns, with the variables each may use."""

RESPONSE_VARIABLES = frozenset({"accueil", "liste", "nombre", "endroit", "titres", "editeur"})
"""What the responses of an intent may use."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words for the outcomes of one turn."""

    knowledge: KnowledgeBase
    language: Language
    intent: Intent | None
    suggestions: tuple[str, ...]

    def word(self, outcome: Outcome) -> str:  # noqa: C901, PLR0911, PLR0912 - a branch an outcome
        """Return the sentence or sentences of an outcome, without caveat."""
        match outcome:
            case Stated(fact):
                return state(fact, self.knowledge)
            case Gathered():
                return state_gathered(outcome, self.knowledge)
            case StatedAlone():
                return self._stated_alone(outcome)
            case NotRecorded():
                return self._not_recorded(outcome)
            case Listed():
                return self._listed(outcome)
            case Ranked():
                return self._ranked(outcome)
            case Compared():
                return self._compared(outcome)
            case Filtered():
                return self._filtered(outcome)
            case Totalled():
                return self._totalled(outcome)
            case Unsaid(subject, property_id):
                return unsaid(subject, property_id, self.knowledge)
            case Judged(verdict, parts):
                said = self._reply(f"verdict_{verdict}")
                return " ".join([*([said] if said else []), *(self.word(p) for p in parts)])
            case Described(_, parts):
                return shorten(self.word(part) for part in parts)
            case Sourced(sources):
                titles = [s.title for s in sources]
                return self._respond(titres=titles, editeur=sources[0].publisher)
            case Unclear():
                return self._unclear(outcome)
            case Nothing():
                return self._reply("nothing_then")
            case NotOurs(name):
                return self._reply("not_ours", nom=name)
            case NotUnderstood(words):
                return self._reply(
                    "not_understood", mots=list(words), suggestions=list(self.suggestions)
                )
            case SmallTalk():
                return self._respond()
            case OutOfScope(is_empty):
                return self._reply("empty" if is_empty else "out_of_scope")
            case _:
                assert_never(outcome)

    def _reply(self, name: str, **context: object) -> str:
        return render(compile_template(self.language.replies[name]), self._common() | context)

    def _respond(self, **context: object) -> str:
        assert self.intent is not None  # noqa: S101 - such outcomes come from an intent
        template = compile_template(self.intent.responses["found"])
        blank = dict.fromkeys(RESPONSE_VARIABLES, "")
        return render(template, blank | self._common() | context)

    def _common(self) -> dict[str, object]:
        homes = self.knowledge.with_role(Role.HOME)
        partners = self.knowledge.with_role(Role.PARTNER)
        return {
            "accueil": self._name(homes[0]),
            "liste": [str(self._name(p)) for p in partners],
        }

    def _name(self, entity: str) -> Name:
        return name_of(self.knowledge.entities[entity])

    def _stated_alone(self, outcome: StatedAlone) -> str:
        sentence = state(outcome.fact, self.knowledge)
        if outcome.is_only_one_possible:
            return sentence
        label = self.knowledge.properties[outcome.fact.property].label
        return self._reply("only_one", quoi=label, phrase=sentence)

    def _not_recorded(self, outcome: NotRecorded) -> str:
        near = [state(f, self.knowledge) for f in outcome.near]
        label = self.knowledge.properties[outcome.property].label
        if len(outcome.subjects) > 1:
            missing = french.join([str(self._name(s)) for s in outcome.subjects])
            return self._reply("not_recorded", quoi=f"{label} pour {missing}", proches=near)
        what = topic(outcome.subjects[0], outcome.property, self.knowledge)
        return self._reply("not_recorded", quoi=what, proches=near)

    def _listed(self, outcome: Listed) -> str:
        area = outcome.area or outcome.foreign
        place = french.en(self._name(outcome.area)) if outcome.area else outcome.foreign or ""
        if area and not outcome.entities:
            named = str(self._name(outcome.area)) if outcome.area else place
            return self._reply("nowhere", endroit=named)
        return self._respond(
            liste=[item(e, self.knowledge) for e in outcome.entities],
            nombre=len(outcome.entities),
            endroit=place,
        )

    def _ranked(self, outcome: Ranked) -> str:
        shown = outcome.facts if outcome.is_whole else outcome.facts[:1]
        return self._reply(
            "ranked",
            noms=[str(choice_name(f.subject, self.knowledge)) for f in shown],
            phrases=[state(f, self.knowledge) for f in shown],
            nombre=len(outcome.facts),
            quoi=self.knowledge.properties[outcome.property].label,
            manquants=[str(self._name(m)) for m in outcome.missing],
        )

    def _compared(self, outcome: Compared) -> str:
        compared = self.knowledge.properties[outcome.property]
        unit = compared.unit or self.language.replies["years"]
        return self._reply(
            "compared",
            phrases=[state(f, self.knowledge) for f in outcome.facts],
            ecart=french.number(Quantity(outcome.difference, unit)),
            environ=_is_rounded(outcome.facts),
        )

    def _totalled(self, outcome: Totalled) -> str:
        added = self.knowledge.properties[outcome.property]
        return self._reply(
            "totalled",
            phrases=[state(f, self.knowledge) for f in outcome.facts],
            total=french.number(Quantity(outcome.total, added.unit)),
            environ=_is_rounded(outcome.facts),
            quoi=added.label,
            manquants=[str(self._name(m)) for m in outcome.missing],
        )

    def _filtered(self, outcome: Filtered) -> str:
        return self._reply(
            "filtered",
            noms=[str(choice_name(e, self.knowledge)) for e in outcome.kept],
            phrases=[self.word(part) for part in outcome.parts],
            quoi=self.knowledge.properties[outcome.property].label,
            manquants=[str(self._name(m)) for m in outcome.missing],
            contraires=[state(f, self.knowledge) for f in outcome.contrary],
        )

    def _unclear(self, outcome: Unclear) -> str:
        options = [str(choice_name(c, self.knowledge)) for c in outcome.choices]
        label = self.knowledge.properties[outcome.property].label
        return self._reply("unclear", quoi=label, choix=list(dict.fromkeys(options)))


def _is_rounded(facts: Iterable[Fact]) -> bool:
    """Return whether one of the numbers is not exact: nor is what is worked out from it."""
    return any(isinstance(v, Quantity) and v.qualifier for f in facts for v in f.values)
