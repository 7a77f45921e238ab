"""A national directory of twinnings: as many invented towns as wanted, always the same."""

import datetime as dt
import random
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from jumelage_bot.understanding.normalise import words
from support import ROOT

SEED = 20_261_123
SHEET = 200
"""Towns of one source, and of one file of each kind."""
LOOK_ALIKE = 25
"""One town in so many has a name one letter away from that of another."""
HOME = "Valbrume"


@dataclass(frozen=True, slots=True)
class Style:
    """How the names of a country sound."""

    country: str
    article: str
    within: str
    """The country as the place where a town lies."""
    onsets: Sequence[str]
    vowels: Sequence[str]
    endings: Sequence[str]


STYLES = (
    Style(
        "Allemagne",
        "l'",
        "en Allemagne",
        ("b", "br", "f", "fr", "gr", "h", "k", "kr", "l", "m", "n", "r", "s", "schw", "st", "w"),
        ("a", "ei", "au", "e", "er", "o", "ö", "ü", "al", "il", "un", "ol"),
        ("bach", "berg", "burg", "dorf", "feld", "furt", "hausen", "heim", "ingen", "stadt"),
    ),
    Style(
        "Belgique",
        "la",
        "en Belgique",
        ("b", "br", "ch", "d", "f", "fl", "g", "j", "l", "m", "n", "p", "r", "s", "t", "v"),
        ("a", "é", "i", "o", "ou", "an", "on", "au", "er", "ar", "ai", "el"),
        ("ac", "aux", "court", "fort", "ières", "igny", "lieu", "mont", "oye", "val", "ville"),
    ),
    Style(
        "Angleterre",
        "l'",
        "en Angleterre",
        ("b", "br", "ch", "d", "f", "g", "gl", "h", "k", "l", "m", "n", "sh", "st", "th", "w"),
        ("a", "ea", "e", "i", "o", "oo", "ar", "or", "al", "en", "is", "ur"),
        ("bury", "caster", "combe", "don", "field", "ford", "ham", "ley", "mouth", "ton", "wick"),
    ),
    Style(
        "Italie",
        "l'",
        "en Italie",
        ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "z", "br", "tr"),
        ("a", "e", "i", "o", "u", "ar", "er", "al", "on", "in", "or", "an"),
        ("ano", "ate", "ello", "etto", "iano", "ino", "ola", "one", "oro", "uzzo"),
    ),
    Style(
        "Pologne",
        "la",
        "en Pologne",
        ("b", "br", "ch", "d", "dr", "g", "j", "k", "kr", "l", "m", "n", "p", "sk", "st", "w"),
        ("a", "e", "ie", "o", "u", "y", "ar", "ol", "an", "os", "ów", "or"),
        ("cin", "ew", "ica", "iec", "no", "owa", "owice", "sko", "wiec", "zyn"),
    ),
)
FIRST_NAMES = (
    *("Agnès", "Albert", "Alma", "Bruno", "Camille", "Clara", "David", "Elena", "Émile", "Eva"),
    *("Felix", "Greta", "Hugo", "Ines", "Ivan", "Jeanne", "Karl", "Laura", "Lucas", "Magda"),
    *("Marta", "Nils", "Olga", "Oscar", "Paola", "Piotr", "Rosa", "Simon", "Sofia", "Tomas"),
)


@dataclass(frozen=True, slots=True)
class Town:
    """A town, and all that is recorded of it."""

    name: str
    style: Style
    mayor: str
    population: int
    signed: dt.date

    @property
    def id(self) -> str:
        """What the content calls it."""
        return "-".join(words(self.name))


def make_towns(number: int) -> list[Town]:
    """Return so many towns; no two names are equal once folded, and some are look-alikes."""
    rng = random.Random(SEED)
    styles = [rng.choice(STYLES) for _ in range(number)]
    names = make_names(styles, rng)
    mayors = _mayors(styles, rng)
    return [
        Town(
            name,
            style,
            mayor,
            rng.randrange(20, 20_000) * 10,
            dt.date(1950, 1, 1) + dt.timedelta(days=rng.randrange(25_000)),
        )
        for name, style, mayor in zip(names, styles, mayors, strict=True)
    ]


def make_names(styles: Sequence[Style], rng: random.Random) -> list[str]:
    """Return a name of each style."""
    taken = {"".join(words(each)) for each in (HOME, *(style.country for style in STYLES))}
    names: list[str] = []
    for number, style in enumerate(styles):
        is_alike = number % LOOK_ALIKE == LOOK_ALIKE - 1
        name = ""
        while not name or "".join(words(name)) in taken:
            name = _altered(rng.choice(names), rng) if is_alike else _name(style, rng)
        taken.add("".join(words(name)))
        names.append(name)
    return names


def _name(style: Style, rng: random.Random) -> str:
    syllables = rng.choices((1, 2, 3), weights=(3, 6, 1))[0]
    root = "".join(rng.choice(style.onsets) + rng.choice(style.vowels) for _ in range(syllables))
    name = (root + rng.choice(style.endings)).capitalize()
    return f"{name}-{_name(style, rng)}" if rng.random() < 0.02 else name


def _altered(name: str, rng: random.Random) -> str:
    """Return a name with one consonant changed for another that is said much the same."""
    alike = {"b": "p", "p": "b", "d": "t", "t": "d", "m": "n", "n": "m", "r": "l", "l": "r"}
    places = [i for i, letter in enumerate(name) if i and letter in alike] or [len(name) - 1]
    place = rng.choice(places)
    return name[:place] + alike.get(name[place], "x") + name[place + 1 :]


def _mayors(styles: Sequence[Style], rng: random.Random) -> list[str]:
    """Return as many people as there are towns; none has the name of another."""
    people: dict[str, str] = {}
    for style in styles:
        person = ""
        while not person or "".join(words(person)) in people:
            person = f"{rng.choice(FIRST_NAMES)} {_name(style, rng)}"
        people["".join(words(person))] = person
    return list(people.values())


def write_directory(folder: Path, towns: Sequence[Town]) -> None:
    """Write the content that tells of some towns, with the shipped intents and schema."""
    knowledge = folder / "knowledge"
    (knowledge / "sources").mkdir(parents=True)
    shutil.copy(ROOT / "intents.yaml", folder)
    shutil.copy(ROOT / "knowledge" / "schema.yaml", knowledge)
    for start in range(0, len(towns), SHEET):
        for name, text in _sheet(f"annuaire-{start}", towns[start : start + SHEET]):
            (knowledge / name).write_text(text, encoding="utf-8")
    for name, text in _common():
        (knowledge / name).write_text(text, encoding="utf-8")


def _sheet(source: str, towns: Sequence[Town]) -> Iterator[tuple[str, str]]:
    """Yield the files that tell of some towns, and their source."""
    yield f"sources/{source}.yaml", _source("".join(f"  {_told(each)}\n" for each in towns))
    for kind, write in (("ville", _town), ("jumelage", _twinning), ("personne", _mayor)):
        entities = "".join(write(each) for each in towns)
        yield f"{kind}-{source}.yaml", f"type: {kind}\nsource: {source}\nentities:\n{entities}"


def _source(text: str) -> str:
    head = 'title: "Annuaire des jumelages"\npublisher: "Annuaire"\nurl: null\nas_of: "2026-01-31"'
    return f"{head}\ntext: |\n{text}"


def _told(town: Town) -> str:
    where = f"{town.name} est {town.style.within}."
    inhabited = f"{town.name} compte {town.population} habitants."
    return f"{where} {inhabited} {town.mayor} dirige {town.name}. {_signed(town)}"


def _signed(town: Town) -> str:
    return f"{town.name} a signé le {town.signed:%d/%m/%Y}."


def _town(town: Town) -> str:
    where, inhabited = f"{town.name} est", f"{town.name} compte {town.population} habitants."
    return (
        f'  {town.id}:\n    name: "{town.name}"\n    facts:\n'
        f'      maire: {{value: {_person(town)}, excerpt: "{town.mayor} dirige {town.name}."}}\n'
        f'      pays: {{value: {town.style.country.lower()}, excerpt: "{where}"}}\n'
        f'      population: {{value: {town.population}, excerpt: "{inhabited}"}}\n'
    )


def _twinning(town: Town) -> str:
    signed = f'{{value: "{town.signed}", excerpt: "{_signed(town)}"}}'
    return f"  jumelage-{town.id}:\n    of: {town.id}\n    facts: {{date_charte: {signed}}}\n"


def _mayor(town: Town) -> str:
    return f'  {_person(town)}: {{name: "{town.mayor}"}}\n'


def _person(town: Town) -> str:
    return "-".join(("maire", *words(town.mayor)))


def _common() -> Iterator[tuple[str, str]]:
    """Yield the files that tell of no town."""
    yield "homonymes.yaml", "names: []\n"
    yield "sources/presentation.yaml", _source("  Le jumelage rapproche deux villes d'Europe.\n")
    said = "Le jumelage rapproche deux villes"
    told = f'{{definition: {{value: "{said}", excerpt: "{said}"}}}}'
    countries = "".join(
        f'  {style.country.lower()}: {{name: "{style.country}", article: "{style.article}", '
        'facts: {continent: {value: europe, excerpt: "villes d\'Europe"}}}\n'
        for style in STYLES
    )
    for kind, entities in (
        ("hote", f'  accueil: {{name: "{HOME}"}}\n'),
        ("continent", '  europe: {name: "Europe", article: "l\'"}\n'),
        (
            "notion",
            f'  jumelage: {{name: "jumelage", article: "le", facts: {told}}}\n',
        ),
        ("pays", countries),
    ):
        yield f"{kind}.yaml", f"type: {kind}\nsource: presentation\nentities:\n{entities}"
