"""Two hundred intents about services, with fifteen examples each, and other wordings of them."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from jumelage_bot.domain.language import Intent, Select, Slot
from wordings import edited

SEED = 20_261_123
ACTIONS = (
    ("louer", "loue", "louez", "loué"),
    ("réserver", "réserve", "réservez", "réservé"),
    ("réparer", "répare", "réparez", "réparé"),
    ("acheter", "achète", "achetez", "acheté"),
    ("vendre", "vends", "vendez", "vendu"),
    ("déclarer", "déclare", "déclarez", "déclaré"),
    ("nettoyer", "nettoie", "nettoyez", "nettoyé"),
    ("assurer", "assure", "assurez", "assuré"),
    ("déplacer", "déplace", "déplacez", "déplacé"),
    ("restaurer", "restaure", "restaurez", "restauré"),
)
"""An infinitive, "je", "vous", and a participle."""
THINGS = (
    ("une salle", "des salles"),
    ("un vélo", "des vélos"),
    ("un bateau", "des bateaux"),
    ("un garage", "des garages"),
    ("un jardin", "des jardins"),
    ("une tente", "des tentes"),
    ("un piano", "des pianos"),
    ("une remorque", "des remorques"),
    ("un camion", "des camions"),
    ("une grange", "des granges"),
    ("un appartement", "des appartements"),
    ("un tracteur", "des tracteurs"),
    ("une charrette", "des charrettes"),
    ("un moulin", "des moulins"),
    ("une chapelle", "des chapelles"),
    ("un kiosque", "des kiosques"),
    ("une barque", "des barques"),
    ("un hangar", "des hangars"),
    ("un manège", "des manèges"),
    ("une cuisine", "des cuisines"),
)
EXAMPLES = (
    "{inf} {one} à {{subject}}",
    "comment {inf} {one} à {{subject}} ?",
    "où {inf} {one} à {{subject}} ?",
    "je voudrais {inf} {one} à {{subject}}",
    "peut-on {inf} {one} à {{subject}} ?",
    "est-il possible d'y {inf} {one}, à {{subject}} ?",
    "à {{subject}}, où peut-on {inf} {one} ?",
    "que faut-il pour {inf} {one} à {{subject}} ?",
    "quand peut-on {inf} {one} à {{subject}} ?",
    "combien coûte de {inf} {one} à {{subject}} ?",
    "à qui s'adresser pour {inf} {one} à {{subject}} ?",
    "j'aimerais {inf} {one} à {{subject}}",
    "quelles démarches pour {inf} {one} à {{subject}} ?",
    "{{subject}} : {inf} {one}",
    "faut-il une autorisation pour {inf} {one} à {{subject}} ?",
)
HELD_OUT = (
    "comment est-ce que je {je} {one} à {{subject}} ?",
    "{vous}-vous {several} à {{subject}} ?",
    "on m'a dit que {several} peuvent être {part}s à {{subject}}",
    "il me faut absolument {inf} {several} du côté de {{subject}}",
    "{several} à {inf}, à {{subject}}, c'est possible ?",
    "et pour {one} que je {je} à {{subject}}, je fais quoi ?",
)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that no example words so, and the intent that it has."""

    intent: str
    text: str
    """With its slot open."""


def make_intents() -> list[Intent]:
    """Return the intents; each asks for one action on one thing."""
    return [
        Intent(
            f"{forms[0]}-{names[0]}",
            Select.DESCRIPTION,
            tuple(_worded(frame, forms, names) for frame in EXAMPLES),
            {},
        )
        for forms in ACTIONS
        for names in THINGS
    ]


def held_out(number: int) -> Iterator[Asked]:
    """Yield questions in other words and other forms; one in three is misspelt."""
    rng = random.Random(SEED)
    for turn in range(number):
        forms, names = rng.choice(ACTIONS), rng.choice(THINGS)
        text = _worded(rng.choice(HELD_OUT), forms, names)
        if turn % 3 == 0:
            before, slot, after = text.partition(f"{{{Slot.SUBJECT}}}")
            text = (edited(before, rng) or before) + slot + after
        yield Asked(f"{forms[0]}-{names[0]}", text)


def _worded(frame: str, forms: tuple[str, str, str, str], names: tuple[str, str]) -> str:
    inf, je, vous, part = forms
    one, several = names
    return frame.format(inf=inf, je=je, vous=vous, part=part, one=one, several=several)
