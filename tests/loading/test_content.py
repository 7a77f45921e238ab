"""Whatever is wrong with the knowledge is told, in the right file, at the right line."""

from pathlib import Path

import pytest

from breaking import Break, change, copy_content, problems_of
from support import ROOT

CITIES = "knowledge/villes.yaml"
TWINNINGS = "knowledge/jumelages.yaml"
CLUBS = "knowledge/associations.yaml"
COUNTRIES = "knowledge/pays.yaml"
HOMONYMS = "knowledge/homonymes.yaml"
PAGE = "knowledge/sources/relations-internationales.yaml"

# {file, what is replaced, by what, the line at fault, what is said of it}
BREAKS = {
    # form
    "bad yaml": Break(CITIES, '"Leonberg"$', '"Leonberg": x', '"Leonberg": x', "not valid YAML"),
    "open bracket": Break(
        CITIES, r'\["Léonberg"\]', '["Léonberg"', r'(?<=\["Léonberg"\n)    facts:', "not valid"
    ),
    "key twice": Break(
        CITIES, "^  leonberg:", "  delemont:", '^  delemont:\n    name: "Leonberg"', "said twice"
    ),
    "unknown key": Break(
        CITIES,
        "^    aliases:",
        "    aliasses:",
        "aliasses:",
        "'aliasses' (did you mean 'aliases'?)",
    ),
    "mapping for a text": Break(CLUBS, "of: stafford", "of: {a: b}", "of: {a: b}", "a text was"),
    "nothing for a mapping": Break(
        CITIES, "^entities:(?s:.*)", "entities:", "^entities:", "nothing is written"
    ),
    "no excerpt": Break(
        CITIES, "^        excerpt:.*\n", "", "^      pays:", "'excerpt' is missing"
    ),
    "no value": Break(CITIES, "^        value:.*\n", "", "^      pays:", "'value' is missing"),
    "wrong article": Break(
        COUNTRIES, 'article: "l\'"', 'article: "l"', 'article: "l"', "known: le, la"
    ),
    "empty alias": Break(
        CITIES, r'\["Léonberg"', '["", "Léonberg"', r'\["", ', "at least one letter"
    ),
    "page without title": Break(PAGE, "^title:.*\n", "", "^publisher:", "'title' is missing"),
    "date of the page": Break(PAGE, "^as_of: null", 'as_of: "31/01/2026"', "^as_of: ", "a day as"),
    "date of the page in no calendar": Break(
        PAGE, "^as_of: null", 'as_of: "2026-02-30"', "^as_of: ", "a day as"
    ),
    # names
    "no name": Break(CITIES, '^    name: "Leonberg"\n', "", "^  leonberg:", "'name' is missing"),
    "id of another": Break(
        CITIES, "^  stafford:", "  munich:", "^  munich:", "id of another entity already"
    ),
    "alias of another": Break(
        CITIES, r'\["Léonberg"', '["Munich"', r'\["Munich"', "'Munich' is a name of 'munich'"
    ),
    "alias that folds to that of another": Break(
        CITIES, r'\["Léonberg"', '["MÜNICH"', r'\["MÜNICH"', "'MÜNICH' is a name of 'munich'"
    ),
    "homonym of ours": Break(
        HOMONYMS,
        '- "Belmont"',
        '- "Stafford"',
        '- "Stafford"',
        "'Stafford' is a name of 'stafford'",
    ),
    # references
    "unknown type": Break(
        CITIES, "^type: ville", "type: vile", "^type: vile", "'vile' (did you mean 'ville'?)"
    ),
    "unknown property": Break(
        CITIES, "^      population:", "      populaton:", "populaton:", "mean 'population'?)"
    ),
    "property of another type": Break(
        CITIES,
        "^      population:",
        "      date_charte:",
        "date_charte:",
        "a property of 'jumelage'",
    ),
    "unknown source": Break(
        CITIES,
        "^      pays:",
        "      pays:\n        source: page-inconnue",
        "^      pays:\n        source",
        "unknown source 'page-inconnue'",
    ),
    "unknown value": Break(
        CITIES,
        "value: suisse$",
        "value: suise",
        "value: suise$",
        "'suise' (did you mean 'suisse'?)",
    ),
    "unknown name in a text": Break(
        CITIES,
        r"\{stuttgart\}",
        "{stutgart}",
        "{stutgart}",
        "'stutgart' (did you mean 'stuttgart'?)",
    ),
    "value of another type": Break(
        CITIES, "value: suisse$", "value: munich", "value: munich", "of type 'pays' was expected"
    ),
    "unknown parent": Break(
        CLUBS, "of: stafford", "of: staford", "of: staford", "'staford' (did you mean 'stafford'?)"
    ),
    "parent of another type": Break(
        CLUBS, "of: stafford", "of: munich", "of: munich", "of type 'ville' was expected"
    ),
    "no parent": Break(CLUBS, "^    of: .*\n", "", "^  amis-de-belfort:", "'of' is missing"),
    # values
    "not a date": Break(
        TWINNINGS, '"1985-05-12"', '"12 mai 1985"', '"12 mai 1985"', "a date as 1985"
    ),
    "in no calendar": Break(
        TWINNINGS, '"1985-05-12"', '"1985-02-30"', '"1985-02-30"', "a date as 1985"
    ),
    "not a number": Break(CITIES, "value: 60$", "value: soixante", "value: soixante", "a number"),
    "number for a qualifier": Break(
        CITIES, "{number: 50000,", "{nombre: 50000,", "{nombre", "unknown key 'nombre'"
    ),
    "fact of what belongs to it": Break(
        CITIES,
        "^      pays:",
        '      projets: {value: "x", excerpt: "Delémont"}\n      pays:',
        "^      projets:",
        "no fact may be written",
    ),
    "not in the page": Break(
        CITIES,
        'excerpt: "Delémont en Suisse"',
        'excerpt: "Delémont en France"',
        "Delémont en France",
        "not in 'relations-internationales'",
    ),
}


@pytest.mark.parametrize("name", BREAKS)
def test_a_fault_is_told_in_its_file_at_its_line(name: str, tmp_path: Path) -> None:
    path, line = change(copy_content(tmp_path), BREAKS[name])

    problems = problems_of(tmp_path)

    told = [(p.file, p.line) for p in problems if BREAKS[name].what in p.what]
    assert (path, line) in told, "\n".join(map(str, problems))


def test_the_shipped_content_has_no_problem() -> None:
    assert problems_of(ROOT) == ()


def test_faults_of_several_files_are_told_at_once(tmp_path: Path) -> None:
    names = ["unknown value", "unknown parent", "homonym of ours", "not a date"]
    copy_content(tmp_path)
    expected = {(*change(tmp_path, BREAKS[n]), BREAKS[n].what) for n in names}

    problems = problems_of(tmp_path)

    assert {p.file for p in problems} >= {file for file, _, _ in expected}
    for file, line, what in expected:
        assert [p for p in problems if (p.file, p.line) == (file, line) and what in p.what]


def test_a_fault_of_form_brings_no_other_problem(tmp_path: Path) -> None:
    change(copy_content(tmp_path), BREAKS["bad yaml"])

    assert len(problems_of(tmp_path)) == 1


@pytest.mark.parametrize("name", ["intents.yaml", "knowledge/schema.yaml", HOMONYMS, CITIES, PAGE])
def test_an_emptied_file_is_a_problem(name: str, tmp_path: Path) -> None:
    path = copy_content(tmp_path) / name
    path.write_text("", encoding="utf-8")

    assert (path, 1) in {(p.file, p.line) for p in problems_of(tmp_path)}


@pytest.mark.parametrize("name", ["intents.yaml", "knowledge/schema.yaml", HOMONYMS])
def test_a_missing_file_is_a_problem(name: str, tmp_path: Path) -> None:
    path = copy_content(tmp_path) / name
    path.unlink()

    assert [str(p) for p in problems_of(tmp_path) if p.file == path] == [
        f"{path}:1: file not found"
    ]


def test_a_problem_is_written_with_its_file_line_and_place(tmp_path: Path) -> None:
    path, line = change(copy_content(tmp_path), BREAKS["unknown property"])

    told = "entities.delemont.facts.populaton: unknown property 'populaton'"
    assert f"{path}:{line}: {told} (did you mean 'population'?)" in map(str, problems_of(tmp_path))
