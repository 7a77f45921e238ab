"""Invented towns, as many as wanted, always the same."""

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from jumelage_bot.understanding.normalise import words

SEED = 20_261_123
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
