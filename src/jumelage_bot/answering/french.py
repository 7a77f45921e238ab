"""French as it is written: articles and prepositions, lists, numbers, dates."""

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from babel.dates import format_date
from babel.numbers import format_decimal

from jumelage_bot.domain.values import Moment, Quantity

LOCALE = "fr"
_BRACKETED = re.compile(r"\([^()]*\)")
_VOWELS = frozenset("aeiouyœæ")
_DE = {"": "de ", "le": "du ", "la": "de la ", "l'": "de l'", "les": "des "}
_A = {"": "à ", "le": "au ", "la": "à la ", "l'": "à l'", "les": "aux "}
_EN = {"": "à ", "le": "au ", "la": "en ", "l'": "en ", "les": "aux "}


@dataclass(frozen=True, slots=True)
class Name:
    """A name with the article that it takes in a sentence."""

    text: str
    article: str = ""

    def __str__(self) -> str:
        if not self.article:
            return self.text
        return self.article + ("" if self.article.endswith("'") else " ") + self.text


def de(name: Name) -> str:
    """Return "de Leonberg", "d'Alstom", "du canton du Jura", "des Amis de Stafford"."""
    if not name.article and _begins_with_a_vowel(name.text):
        return "d'" + name.text
    return _DE[name.article] + name.text


def _begins_with_a_vowel(text: str) -> bool:
    return unicodedata.normalize("NFKD", text.lower())[:1] in _VOWELS


def a(name: Name) -> str:
    """Return "à Leonberg", "au canton du Jura", "aux Amis de Stafford"."""
    return _A[name.article] + name.text


def en(name: Name) -> str:
    """Return where a country is: "en Suisse", "au Burkina Faso", "aux Pays-Bas"."""
    return _EN[name.article] + name.text


def avec(name: Name) -> str:
    """Return "avec Leonberg", "avec le comité"."""
    return f"avec {name}"


def join(names: Sequence[str | Name]) -> str:
    """Return "a, b et c"; with a comma before "et" when an item holds one outside brackets."""
    items = [str(name) for name in names]
    if len(items) < 2:  # noqa: PLR2004 - "et" takes two
        return "".join(items)
    has_comma = any("," in _BRACKETED.sub("", item) for item in items)
    last = ", et " if has_comma else " et "
    return ", ".join(items[:-1]) + last + items[-1]


def number(quantity: Quantity) -> str:
    """Return "près de 50 000 habitants"; the unit, given in the plural, agrees with 1."""
    is_plural = quantity.number >= 2  # noqa: PLR2004 - as French counts
    unit = quantity.unit if is_plural else _singular(quantity.unit)
    parts = [quantity.qualifier, format_decimal(quantity.number, locale=LOCALE), unit]
    return " ".join(p for p in parts if p)


def _singular(unit: str) -> str:
    return " ".join(word.removesuffix("s") for word in unit.split())


def moment(value: Moment) -> str:
    """Return "12 mai 1985", "1er mai 1985", "février 1977", "1999", "début des années 90"."""
    if value.is_decade:
        century, decade = divmod(value.year, 100)
        is_said_short = century == 19 and decade  # noqa: PLR2004 - "les années 90"
        text = f"années {decade if is_said_short else value.year}"
        return f"{value.qualifier} des {text}" if value.qualifier else text
    pattern = "d MMMM y" if value.day else "MMMM y" if value.month else "y"
    date = dt.date(value.year, value.month or 1, value.day or 1)
    text = format_date(date, pattern, locale=LOCALE)
    if value.day == 1:
        text = text.replace("1 ", "1er ", 1)
    return f"{value.qualifier} {text}" if value.qualifier else text


def when(value: Moment) -> str:
    """Return "le 12 mai 1985", "en février 1977", "au début des années 90"."""
    text = moment(value)
    if value.is_decade:
        return f"au {text}" if value.qualifier else f"dans les {text}"
    return f"le {text}" if value.day and not value.qualifier else f"en {text}"


def since(value: Moment) -> str:
    """Return "depuis le 28 décembre 2008", "depuis 2000", "depuis le début des années 90"."""
    text = moment(value)
    if value.is_decade:
        return f"depuis {'le' if value.qualifier else 'les'} {text}"
    return f"depuis le {text}" if value.day and not value.qualifier else f"depuis {text}"


def dated(value: Moment) -> str:
    """Return "du 12 mai 1985", "de février 1977", "d'avril 1977", "de 1999"."""
    text = moment(value)
    if value.is_decade:
        return f"du {text}" if value.qualifier else f"des {text}"
    return f"du {text}" if value.day and not value.qualifier else de(Name(text))


def capitalise(name: str | Name) -> str:
    """Return the text with its first letter in upper case, the rest untouched."""
    text = str(name)
    return text[:1].upper() + text[1:]
