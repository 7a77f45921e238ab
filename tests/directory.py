"""Write a national directory of twinnings: content like any other, on invented towns."""

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from jumelage_bot.understanding.normalise import words
from support import ROOT
from towns import HOME, STYLES, Town

SHEET = 200
"""Towns of one source, and of one file of each kind."""


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
