"""The bot answers from its content alone: other names, numbers and dates serve as well."""

import re
import shutil
from pathlib import Path

import pytest

from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from support import ROOT, ask

# Plain text for plain text, longest first: names, then numbers, then dates.
SUBSTITUTES = {
    "Tanghin-Dassouri": "Kongo-Bassila",
    "tanghin-dassouri": "kongo-bassila",
    "Tanghin Dassouri": "Kongo Bassila",
    "Bernhard Schuler": "Anselm Grünwald",
    "bernhard-schuler": "anselm-grunwald",
    "Bernard Schuler": "Anselme Grünwald",
    "Schuler": "Grünwald",
    "Delémont": "Vallorbe",
    "DELEMONT": "VALLORBE",
    "delemont": "vallorbe",
    "Leonberg": "Rosenheim",
    "Léonberg": "Rosenhaim",
    "leonberg": "rosenheim",
    "Stafford": "Kelso",
    "Staffort": "Kelsso",
    "stafford": "kelso",
    "Zaporojie": "Lutsk",
    "zaporojie": "lutsk",
    "Belfort": "Montluçon",
    "belfort": "montlucon",
    "Alstom": "Ferrovia",
    "alstom": "ferrovia",
    "12 mai 1985": "9 avril 1991",
    "1985-05-12": "1991-04-09",
    "février 1977": "octobre 1983",
    "1977-02": "1983-10",
    "780 000": "215 000",
    "780000": "215000",
    "60 kilomètres": "75 kilomètres",
    "value: 60\n": "value: 75\n",
    "inactif depuis 2000": "inactif depuis 2011",
    '"2000"': '"2011"',
}

QUESTIONS = [
    ("Qui est le maire de Rosenheim ?", "Anselm Grünwald"),
    ("De quelle ville Grünwald est-il maire ?", "Rosenheim"),
    ("Depuis quand est-on jumelé avec Vallorbe ?", "9 avril 1991"),
    ("date du jumelage avec rosenheim", "octobre 1983"),
    ("Combien d'habitants à Lutsk ?", "215 000"),
    ("À quelle distance de Montluçon se trouve Vallorbe ?", "75 kilomètres"),
    ("Quelles entreprises à Kelso ?", "Ferrovia"),
    ("Le jumelage avec Lutsk est-il encore actif ?", "inactif depuis 2011"),
    ("Où se trouve Kongo-Bassila ?", "Burkina Faso"),
    ("Avec quelles villes Montluçon est-elle jumelée ?", "Vallorbe"),
    ("Qui est le maire de Rosenhein ?", "Anselm Grünwald"),
]


@pytest.fixture(scope="module")
def substituted(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Bot:
    folder = tmp_path_factory.mktemp("content")
    shutil.copytree(ROOT / "knowledge", folder / "knowledge")
    shutil.copy(ROOT / "intents.yaml", folder)
    for path in (folder / "knowledge").rglob("*.yaml"):
        substitute(path)
    return build_bot(folder, parser)


def substitute(path: Path) -> None:
    pattern = re.compile("|".join(map(re.escape, SUBSTITUTES)))
    text = path.read_text(encoding="utf-8")
    path.write_text(pattern.sub(lambda m: SUBSTITUTES[m[0]], text), encoding="utf-8")


@pytest.mark.parametrize(("question", "expected"), QUESTIONS)
def test_other_content_is_answered_as_well(substituted: Bot, question: str, expected: str) -> None:
    answer = ask(substituted, question)

    assert answer.status == "answered"
    assert expected in " ".join(answer.text.split())


def test_the_names_that_were_replaced_are_no_longer_ours(substituted: Bot) -> None:
    answer = ask(substituted, "Qui est le maire de Leonberg ?")

    assert answer.status != "answered"
    assert "Grünwald" not in answer.text
