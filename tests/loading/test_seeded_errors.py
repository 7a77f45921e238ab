"""Many faults sown in one copy of the content: each is told once, and nothing else is."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from breaking import Break, change, copy_content, problems_of, where
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.loading.overmatch import overmatch_problems
from jumelage_bot.loading.problems import Problem
from support import NOW

INTENTS = "intents.yaml"
SCHEMA = "knowledge/schema.yaml"
CITIES = "knowledge/villes.yaml"
CLUBS = "knowledge/associations.yaml"
TWINNINGS = "knowledge/jumelages.yaml"
COUNTRIES = "knowledge/pays.yaml"
HOMONYMS = "knowledge/homonymes.yaml"
PAGE = "knowledge/sources/relations-internationales.yaml"


def sown(file: str, pattern: str, replacement: str, what: str, at: str = "") -> Break:
    """Return a break whose fault is on the line of the replacement, unless it is elsewhere."""
    return Break(file, pattern, replacement, at or _escaped(replacement), what)


def _escaped(text: str) -> str:
    """Return a text as a regular expression; the blanks at its head begin a line."""
    return ("^" if text.startswith("  ") else "") + re.escape(text)


FORM = [
    sown(INTENTS, "query: count$", "query: cuont", "unknown value 'cuont' (did you mean 'count'?)"),
    sown(
        INTENTS, '^    says: "Sorry', '    say: "Sorry', "unknown key 'say' (did you mean 'says'?)"
    ),
    sown(INTENTS, "^numbers:", "nombers:", "unknown key 'nombers' (did you mean 'numbers'?)"),
    sown(INTENTS, "^  more:", "  mor:", "unknown key 'mor' (did you mean 'more'?)"),
    sown(INTENTS, "min_score: 55", "min_score: haut", "a number was expected"),
    sown(INTENTS, '- "voilà"', '- "!"', "at least one letter or digit was expected"),
    sown(INTENTS, r'- "(\{type\})"', "- {type}", "a text was expected, in double quotes"),
    sown(SCHEMA, "^    statement:", "    statment:", "'statment' (did you mean 'statement'?)"),
    sown(SCHEMA, "kind: link", "kind: lien", "unknown value 'lien' (did you mean 'link'?)"),
    sown(SCHEMA, 'label: "le budget"', 'label: ""', "at least one letter or digit was expected"),
    sown(SCHEMA, "perishable: true", "perishable: oui", "true or false was expected"),
    sown(CITIES, r"aliases: \[\"Léonberg\"\]", 'alias: ["Léonberg"]', "(did you mean 'aliases'?)"),
    sown(CITIES, "{number: 50000,", "{nombre: 50000,", "unknown key 'nombre'"),
    sown(
        COUNTRIES, 'article: "la"', 'article: "du"', "unknown value 'du' (known: le, la, l', les)"
    ),
    sown(CLUBS, "^source:.*", "sourse: x", "unknown key 'sourse' (did you mean 'source'?)"),
    sown(PAGE, "^as_of: null", 'as_of: "31/01/2026"', "a day as 2026-01-31 was expected"),
    sown(HOMONYMS, '- "Zagreb"', "- ", "nothing is written: a text was expected", at="^  - $"),
]

MEANING = [
    # slots
    sown(INTENTS, r'- "\{subject\} : ', '- "{sujet} : ', "undeclared slot {sujet} (did you mean"),
    sown(INTENTS, "référence des info", "référence {order} info", "'source' cannot read {order}"),
    sown(INTENTS, "nombre de {type}", "{type} {property}", "cannot read {property} with {type}"),
    sown(INTENTS, '"bjr"', '"bjr {subject}"', "'nothing' cannot read {subject} (it reads no slot)"),
    sown(INTENTS, "tableau des {type}", "tableau des { type }", "written {name}, without blanks"),
    # what stands twice
    sown(INTENTS, '"combien {type} au total', '"Enumerez les {type}', "of 'lister' already (line "),
    sown(INTENTS, '"merci bien"', '"Merci, beaucoup !"', "an example of 'remercier' already (line"),
    sown(INTENTS, '- "voilà"', '- "Madame"', "'Madame' is listed already, as 'madame' (line "),
    sown(INTENTS, '"de quelle manière"', '"où ça", "où"', "of the kind 'comment'", at="^  ou: "),
    sown(INTENTS, "^  dc:", "  DT: a\n  dc:", "'dt' is written already, as 'DT'", at="^  dt:"),
    sown(SCHEMA, 'cues: \\["monnaie"', 'cues: ["devise", "monnaie"', "'devise' is listed already"),
    sown(CITIES, '"Zaporijia"', '"Zaporijjia"', "'Zaporijjia' is listed already"),
    sown(HOMONYMS, '- "Belmonte"', '- "Belmont "', "'Belmont ' is listed already, as 'Belmont'"),
    # replies
    sown(INTENTS, "^  apology:", "  apologie:", "reply 'apologie' (did you mean 'apology'?)"),
    sown(INTENTS, "^      found:", "      fond:", "unknown outcome 'fond' (did you mean 'found'?)"),
    sown(INTENTS, "Bonjour. Je", "{accueil}, je", "'{accueil}' would be said as it stands"),
    sown(INTENTS, "Au revoir, et", "{{ acueil }}", "unknown variable 'acueil' (known: accueil, "),
    # other languages
    sown(INTENTS, "^    says: .*Mi dis", '    says: "{{ acueil }} Mi dis', "variable 'acueil'"),
    sown(INTENTS, '"hello", "good"', '"hello", "the"', "'the' is in 'words' already"),
    # the schema
    sown(SCHEMA, "^    via: continent\n", "", "'via' is missing", at="^  continent:"),
    sown(SCHEMA, r"faits\.maire ", "faits.mair ", "'mair' (did you mean 'maire'?)"),
    sown(SCHEMA, r'cues: \["altitude", "hauteur"\]', "cues: []", "one phrase that evokes it"),
    sown(SCHEMA, '"le budget"', '"le budget", more: [x]', "read for age, moment, quantity, sp"),
    sown(SCHEMA, r"near: \[mandat,", "near: [mandt,", "'mandt' (did you mean 'mandat'?)"),
    # the knowledge
    sown(CITIES, "^      population:", "      populaton:", "(did you mean 'population'?)"),
    sown(CITIES, "^      autoroutes:", "      raisons:", "property of 'jumelage', not of 'ville'"),
    sown(CITIES, "^      communes:", "      budget:", "its property is 'never_given'"),
    sown(CITIES, "value: ukraine", "value: ukrane", "'ukrane' (did you mean 'ukraine'?)"),
    sown(CITIES, "proche de {stuttgart}", "proche de {stutgart}", "(did you mean 'stuttgart'?)"),
    sown(CITIES, "au sud-est de {ukraine}", "au sud-est de {ukraine", "is named {its-id}"),
    sown(CITIES, "Le Maire est M. Bernhard", "Maire : M. Bernhard", "these words are not in"),
    sown(CITIES, '"Staffort"', '"Munich"', "'Munich' is a name of 'munich' already"),
    sown(COUNTRIES, '"burkinabé"', '"Burkina Faso"', "is the name itself", at='"Burkina Faso", '),
    sown(HOMONYMS, '- "Oxford"', '- "Leonberg"', "is a name of 'leonberg'"),
    sown(CLUBS, "of: stafford", "of: staford", "'staford' (did you mean 'stafford'?)"),
    sown(TWINNINGS, '"1985-05-12"', '"1985-02-30"', "a date as 1985-05-12"),
]  # fmt: skip

ALONE = [
    sown(INTENTS, "^rewrites:", "rewrites: x: y", "not valid YAML"),
    sown(
        INTENTS,
        r"query: difference\n    examples:\n(      - .*\n)+",
        'query: property\n    examples:\n      - "écart de {property}"\n',
        "no example uses {pair}",
        at="^intents:",
    ),
    sown(SCHEMA, r'    plural: \["villes".*\n', "", "'plural' is missing: the", at="^  ville:"),
    sown(CITIES, "^type: ville", "type: vile", "'vile' (did you mean 'ville'?)"),
    sown(COUNTRIES, r'^    name: "France"\n', "", "'name' is missing", at="^  france:"),
]

STOLEN = [
    sown(
        INTENTS, '"nombre de {type}"', '"citez donc les {type}"', "'lister', like '{type}' (line "
    ),
    sown(INTENTS, '"tout sur {subject}"', '"la population de {subject}"', "read as 'consulter'"),
    sown(INTENTS, '"triez les [a-z é]*{order}"', '"{order}"', "it is not understood"),
]


def assert_each_is_told(folder: Path, breaks: Sequence[Break], problems: Iterable[Problem]) -> None:
    left = list(problems)
    for each in breaks:
        place = where(folder, each)
        told = [p for p in left if (p.file, p.line) == place and each.what in p.what]
        assert len(told) == 1, (each, place, "\n".join(map(str, left)))
        left.remove(told[0])
    assert left == []


@pytest.mark.parametrize("breaks", [FORM, MEANING], ids=["form", "meaning"])
def test_every_error_sown_is_told_once_and_nothing_else_is(
    breaks: list[Break], tmp_path: Path
) -> None:
    change(copy_content(tmp_path), *breaks)

    problems = problems_of(tmp_path)

    assert len(breaks) > 15
    assert_each_is_told(tmp_path, breaks, problems)


@pytest.mark.parametrize("alone", ALONE, ids=lambda each: each.what)
def test_an_error_that_hides_others_is_told_alone(alone: Break, tmp_path: Path) -> None:
    change(copy_content(tmp_path), alone)

    assert_each_is_told(tmp_path, [alone], problems_of(tmp_path))


def test_every_example_that_another_intent_wins_is_told(
    tmp_path: Path, parser: SpacyParser
) -> None:
    change(copy_content(tmp_path), *STOLEN)
    bot = build_bot(tmp_path, parser)

    problems = overmatch_problems(bot, tmp_path, NOW)

    assert_each_is_told(tmp_path, STOLEN, problems)
