"""The countries and continents of the world in French, from Unicode's CLDR (Babel)."""

from babel import Locale

CONTINENTS = frozenset({"002", "009", "019", "142", "150"})
"""CLDR's codes (UN M49); the world and the parts of continents are left out."""


def foreign_places() -> tuple[str, ...]:
    """Return the French names of the countries and continents, ours among them."""
    territories = Locale("fr").territories
    places = {name for code, name in territories.items() if code.isalpha() or code in CONTINENTS}
    return tuple(sorted(places))
