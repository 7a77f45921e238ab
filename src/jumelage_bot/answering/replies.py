"""The replies of the content, and how to say that there is no answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import assert_never

from jumelage_bot.answering import french
from jumelage_bot.answering.french import Name
from jumelage_bot.answering.naming import choice_name, topic
from jumelage_bot.answering.statements import state
from jumelage_bot.answering.templates import compile_template, render
from jumelage_bot.answering.values import name_of
from jumelage_bot.domain.knowledge import Role
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.language import Intent, Language
from jumelage_bot.domain.outcome import (
    Nothing,
    NotOurs,
    NotRecorded,
    NotUnderstood,
    OtherLanguage,
    OutOfScope,
    Proposed,
    SmallTalk,
    Unclear,
    Verdict,
)
from jumelage_bot.domain.values import Quantity

Declined = (
    NotRecorded
    | Unclear
    | Nothing
    | NotOurs
    | Proposed
    | NotUnderstood
    | SmallTalk
    | OtherLanguage
    | OutOfScope
)

REPLIES: Mapping[str, frozenset[str]] = {
    "caveat": frozenset({"date"}),
    "caveat_several": frozenset({"date"}),
    "not_recorded": frozenset({"quoi", "proches"}),
    "only_one": frozenset({"quoi", "phrase"}),
    "unclear": frozenset({"quoi", "choix", "villes"}),
    "ranked": frozenset({"noms", "phrases", "nombre", "quoi", "manquants"}),
    "compared": frozenset({"phrases", "ecart", "environ"}),
    "totalled": frozenset({"phrases", "total", "environ", "quoi", "manquants"}),
    "filtered": frozenset({"noms", "phrases", "quoi", "manquants", "contraires", "parmi"}),
    **{f"verdict_{verdict}": frozenset[str]() for verdict in Verdict},
    "years": frozenset(),
    "others": frozenset({"nombre"}),
    "nothing_then": frozenset(),
    "did_you_mean": frozenset({"nom"}),
    "not_ours": frozenset({"nom", "liste", "accueil"}),
    "not_understood": frozenset({"mots", "suggestions"}),
    "nowhere": frozenset({"endroit", "liste", "accueil"}),
    "out_of_scope": frozenset({"accueil"}),
    "other_language": frozenset({"phrase", "accueil"}),
    "empty": frozenset({"accueil"}),
    "apology": frozenset(),
    "unreadable": frozenset(),
}
"""The replies that no intent owns, with the variables each may use."""

APOLOGY_VARIABLES = frozenset({"accueil"})
"""What the sentence in another language may use."""

RESPONSE_VARIABLES = frozenset({"accueil", "liste", "nombre", "endroit", "titres", "editeur"})
"""What the responses of an intent may use."""

MAX_NAMED = 20
"""Partners beyond which, said in passing, only a few are named."""
FEW_NAMED = 5


@dataclass(frozen=True, slots=True)
class Replies:
    """The replies of the content, for one turn."""

    knowledge: KnowledgeBase
    language: Language
    intent: Intent | None
    suggestions: tuple[str, ...]

    def decline(self, outcome: Declined) -> str:  # noqa: PLR0911 - a branch an outcome
        """Return why there is no answer, or what is said that needs none."""
        match outcome:
            case NotRecorded():
                return self._not_recorded(outcome)
            case Unclear():
                return self._unclear(outcome)
            case Nothing():
                return self.reply("nothing_then")
            case Proposed(entity):
                return self.reply("did_you_mean", nom=str(self.name(entity)))
            case NotOurs(name):
                return self.reply("not_ours", nom=name)
            case NotUnderstood(words):
                return self.reply(
                    "not_understood", mots=list(words), suggestions=list(self.suggestions)
                )
            case SmallTalk():
                return self.respond()
            case OtherLanguage(language):
                says = compile_template(self.language.foreign[language].says)
                return self.reply("other_language", phrase=render(says, self._common()))
            case OutOfScope(is_empty):
                return self.reply("empty" if is_empty else "out_of_scope")
            case _:
                assert_never(outcome)

    def reply(self, name: str, **context: object) -> str:
        """Return a reply that no intent owns."""
        return render(compile_template(self.language.replies[name]), self._common() | context)

    def respond(self, **context: object) -> str:
        """Return the response of the intent."""
        assert self.intent is not None  # noqa: S101 - such outcomes come from an intent
        template = compile_template(self.intent.responses["found"])
        blank = dict.fromkeys(RESPONSE_VARIABLES, "")
        return render(template, blank | self._common() | context)

    def _common(self) -> dict[str, object]:
        homes = self.knowledge.with_role(Role.HOME)
        return {"accueil": self.name(homes[0]), "liste": self._partners()}

    def _partners(self) -> list[str]:
        """Return the names of our partners; of very many, a few and how many others there are."""
        partners = self.knowledge.with_role(Role.PARTNER)
        if len(partners) <= MAX_NAMED:
            return [str(self.name(p)) for p in partners]
        others = french.number(Quantity(len(partners) - FEW_NAMED, ""))
        said = render(compile_template(self.language.replies["others"]), {"nombre": others})
        return [*(str(self.name(p)) for p in partners[:FEW_NAMED]), said]

    def name(self, entity: str) -> Name:
        """Return an entity as it stands in a sentence."""
        return name_of(self.knowledge.entities[entity])

    def _not_recorded(self, outcome: NotRecorded) -> str:
        near = [state(f, self.knowledge) for f in outcome.near]
        label = self.knowledge.properties[outcome.property].label
        if len(outcome.subjects) > 1:
            missing = french.join([str(self.name(s)) for s in outcome.subjects])
            return self.reply("not_recorded", quoi=f"{label} pour {missing}", proches=near)
        what = topic(outcome.subjects[0], outcome.property, self.knowledge)
        return self.reply("not_recorded", quoi=what, proches=near)

    def _unclear(self, outcome: Unclear) -> str:
        options = [str(choice_name(c, self.knowledge)) for c in outcome.choices]
        label = self.knowledge.properties[outcome.property].label
        return self.reply(
            "unclear",
            quoi=label,
            choix=list(dict.fromkeys(options)),
            villes=all(self._is_called_by_partner(c) for c in outcome.choices),
        )

    def _is_called_by_partner(self, entity: str) -> bool:
        """Return whether an entity is a partner, or goes by the name of its own."""
        kind = self.knowledge.types[self.knowledge.entities[entity].type]
        return kind.role is Role.PARTNER or bool(kind.name)
