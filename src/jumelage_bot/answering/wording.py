"""Word one outcome, with the templates that the content gives for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from jumelage_bot.answering import french
from jumelage_bot.answering.naming import choice_name, shorten
from jumelage_bot.answering.replies import Replies
from jumelage_bot.answering.statements import item, state, state_gathered, unsaid
from jumelage_bot.domain.knowledge import Fact
from jumelage_bot.domain.outcome import (
    Compared,
    Described,
    Filtered,
    Gathered,
    Judged,
    Listed,
    Outcome,
    Ranked,
    Sourced,
    Stated,
    StatedAlone,
    Totalled,
    Unsaid,
)
from jumelage_bot.domain.values import Quantity


@dataclass(frozen=True, slots=True)
class Wording(Replies):
    """The words for the outcomes of one turn."""

    def word(self, outcome: Outcome) -> str:  # noqa: C901, PLR0911, PLR0912 - a branch an outcome
        """Return the sentence or sentences of an outcome, without caveat."""
        match outcome:
            case Stated(fact):
                return state(fact, self.knowledge)
            case Gathered():
                return state_gathered(outcome, self.knowledge)
            case StatedAlone():
                return self._stated_alone(outcome)
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
                said = self.reply(f"verdict_{verdict}")
                return " ".join([*([said] if said else []), *(self.word(p) for p in parts)])
            case Described(_, parts):
                return shorten(self.word(part) for part in parts)
            case Sourced(sources):
                titles = [s.title for s in sources]
                return self.respond(titres=titles, editeur=sources[0].publisher)
            case _:
                return self.decline(outcome)

    def _stated_alone(self, outcome: StatedAlone) -> str:
        sentence = state(outcome.fact, self.knowledge)
        if outcome.is_only_one_possible:
            return sentence
        label = self.knowledge.properties[outcome.fact.property].label
        return self.reply("only_one", quoi=label, phrase=sentence)

    def _listed(self, outcome: Listed) -> str:
        area = outcome.area or outcome.foreign
        place = french.en(self.name(outcome.area)) if outcome.area else outcome.foreign or ""
        if area and not outcome.entities:
            named = str(self.name(outcome.area)) if outcome.area else place
            return self.reply("nowhere", endroit=named)
        return self.respond(
            liste=[item(e, self.knowledge) for e in outcome.entities],
            nombre=len(outcome.entities),
            endroit=place,
        )

    def _ranked(self, outcome: Ranked) -> str:
        shown = outcome.facts if outcome.is_whole else outcome.facts[:1]
        return self.reply(
            "ranked",
            noms=[str(choice_name(f.subject, self.knowledge)) for f in shown],
            phrases=[state(f, self.knowledge) for f in shown],
            nombre=len(outcome.facts),
            quoi=self.knowledge.properties[outcome.property].label,
            manquants=[str(self.name(m)) for m in outcome.missing],
        )

    def _compared(self, outcome: Compared) -> str:
        compared = self.knowledge.properties[outcome.property]
        unit = compared.unit or self.language.replies["years"]
        return self.reply(
            "compared",
            phrases=[state(f, self.knowledge) for f in outcome.facts],
            ecart=french.number(Quantity(outcome.difference, unit)),
            environ=_is_rounded(outcome.facts),
        )

    def _totalled(self, outcome: Totalled) -> str:
        added = self.knowledge.properties[outcome.property]
        return self.reply(
            "totalled",
            phrases=[state(f, self.knowledge) for f in outcome.facts],
            total=french.number(Quantity(outcome.total, added.unit)),
            environ=_is_rounded(outcome.facts),
            quoi=added.label,
            manquants=[str(self.name(m)) for m in outcome.missing],
        )

    def _filtered(self, outcome: Filtered) -> str:
        return self.reply(
            "filtered",
            noms=[str(choice_name(e, self.knowledge)) for e in outcome.kept],
            phrases=[self.word(part) for part in outcome.parts],
            quoi=self.knowledge.properties[outcome.property].label,
            manquants=[str(self.name(m)) for m in outcome.missing],
            contraires=[state(f, self.knowledge) for f in outcome.contrary],
            parmi=[str(choice_name(e, self.knowledge)) for e in outcome.among],
        )


def _is_rounded(facts: Iterable[Fact]) -> bool:
    """Return whether one of the numbers is not exact: nor is what is worked out from it."""
    return any(isinstance(v, Quantity) and v.qualifier for f in facts for v in f.values)
