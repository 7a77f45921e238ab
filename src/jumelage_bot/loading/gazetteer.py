"""The places of the world and the months in French, from Unicode's CLDR (Babel)."""

from babel import Locale
from babel.dates import get_month_names

from jumelage_bot.understanding.normalise import fold

CONTINENTS = frozenset({"002", "009", "019", "142", "150"})
"""CLDR's codes (UN M49); the world and the parts of continents are left out."""


def foreign_places() -> tuple[str, ...]:
    """Return the French names of the countries and continents, ours among them."""
    territories = Locale("fr").territories
    places = {name for code, name in territories.items() if code.isalpha() or code in CONTINENTS}
    return tuple(sorted(places))


def month_names() -> dict[str, int]:
    """Return the names of the months, folded, with their number."""
    return {fold(name): number for number, name in get_month_names(locale="fr").items()}
