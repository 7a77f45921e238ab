"""Files of questions are read whole, or each of their faults is told in French with its line."""

from pathlib import Path

import pytest

from jumelage_bot.domain.answer import Status
from jumelage_bot.loading.question_files import read_questions
from jumelage_bot.measuring.cases import Case

GOOD = '{"q": "Qui ?", "status": ["answered"]}'


def write(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def cases_of(path: Path) -> list[Case]:
    """Return the cases of a file that has no fault."""
    cases, problems = read_questions([path])
    assert problems == []
    return cases


def faults_of(path: Path) -> list[tuple[int, str, str]]:
    """Return the line, the place and the words of each fault of a file."""
    _, problems = read_questions([path])
    assert {problem.file for problem in problems} <= {path}
    return [(problem.line, problem.place, problem.what) for problem in problems]


def test_a_line_is_a_question_with_what_is_expected(tmp_path: Path) -> None:
    line = (
        '{"id": "A-1", "cat": "fact.x", "q": "Qui ?", "status": ["answered", "unknown"],'
        ' "must": [["a", "b+"], ["c"]], "must_not": ["d"], "intent": "i", "note": ""}'
    )

    ((case),) = cases_of(write(tmp_path, "q.jsonl", f"\ufeff\n{line}\n\n"))

    (question,) = case.questions
    assert (case.id, case.category, question.text) == ("A-1", "fact.x", "Qui ?")
    assert question.statuses == (Status.ANSWERED, Status.UNKNOWN)
    assert [[t.text for t in group] for group in question.must] == [["a", "b+"], ["c"]]
    assert [t.text for t in question.must_not] == ["d"]
    assert (question.intent, question.max_length) == ("i", 800)


def test_a_line_may_be_a_conversation_and_leave_out_its_name(tmp_path: Path) -> None:
    line = f'{{"cat": "followup", "turns": [{GOOD}, {GOOD}]}}'

    first, second = cases_of(write(tmp_path, "q.jsonl", f"{line}\n{GOOD}"))

    assert [q.max_length for q in first.questions] == [1800, 1800]
    assert (first.id, second.id, second.category) == ("q:1", "q:2", "q")


def test_a_conversation_in_yaml_is_named_for_its_intent(tmp_path: Path) -> None:
    text = (
        '- ask: "Qui ?"\n  status: answered\n  text: "Oui. (50 000)"\n  not: "Non"\n'
        "- ask: Quoi ?\n  status: out_of_scope\n"
    )

    first, second = cases_of(write(tmp_path, "dire.yaml", text))

    (question,) = first.questions
    assert (first.id, first.category, question.intent) == ("dire:1", "dire", "dire")
    assert question.must[0][0].pattern.search("oui. (50000) habitants")
    assert question.must_not[0].text == "Non"
    assert (second.id, second.questions[0].intent) == ("dire:5", None)


@pytest.mark.parametrize(
    ("line", "place", "what"),
    [
        ("zut", "", "objet JSON : voir au caractère 1"),
        ("[" * 100_000, "", "objet JSON"),
        ("3", "", "objet JSON"),
        ('{"status": ["answered"]}', "q", "soit « q », soit « turns »"),
        ('{"q": "a", "turns": [], "status": ["answered"]}', "q", "soit « q », soit « turns »"),
        ('{"turns": []}', "turns", "une liste d'objets"),
        ('{"turns": ["a"]}', "turns", "une liste d'objets"),
        ('{"turns": [{"q": "a"}]}', "status", "il manque « status »"),
        ('{"q": 3, "status": ["answered"]}', "q", "un texte était attendu"),
        ('{"q": " ", "status": ["answered"]}', "q", "un texte était attendu"),
        ('{"q": "a"}', "status", "il manque « status »"),
        ('{"q": "a", "status": ["answerd"]}', "status", "statut inconnu « answerd » (connus : an"),
        ('{"q": "a", "status": [3]}', "status", "une liste de textes"),
        ('{"q": "a", "status": ["answered"], "must": "a"}', "must", "une liste était attendue"),
        ('{"q": "a", "status": ["answered"], "must": [[]]}', "must", "un groupe vide"),
        ('{"q": "a", "status": ["answered"], "must": [["("]]}', "must", "expression régulière"),
        ('{"q": "a", "status": ["answered"], "must_nt": []}', "must_nt", "« must_not » ?"),
    ],
)
def test_a_bad_line_is_told_and_hides_no_other(
    line: str, place: str, what: str, tmp_path: Path
) -> None:
    ((number, where, told),) = faults_of(write(tmp_path, "q.jsonl", f"{GOOD}\n{line}\n{GOOD}"))

    assert (number, where) == (2, place)
    assert what in told


def test_every_bad_line_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "q.jsonl", b'zut\n{"q": "\xff"}\nzut')

    assert [line for line, _, _ in faults_of(path)] == [1, 2, 3]


@pytest.mark.parametrize(
    ("text", "line", "place", "what"),
    [
        ("- ask: a\n  status: b: c", 2, "", "pas du YAML"),
        ("- ask: a\n  ask: b\n  status: answered", 2, "0.ask", "écrit deux fois"),
        ("ask: a", 1, "", "une liste de questions"),
        ("- a", 1, "", "une liste de questions"),
        ("- ask: a\n  status: answered\n- ask: b", 3, "status", "il manque « status »"),
        ("- ask: a\n  status: no", 2, "status", "statut inconnu « no »"),
        ("- ask: a\n  status: answered\n  txt: b", 3, "txt", "clé inconnue"),
        ("- ask: a\n  status: answered\n  zzz: b", 3, "zzz", "clé inconnue (connues : ask"),
        ("- ask:\n  status: answered", 1, "ask", "il manque « ask »"),
    ],
)
def test_a_bad_conversation_is_told_at_its_line(
    text: str, line: int, place: str, what: str, tmp_path: Path
) -> None:
    first, *_ = faults_of(write(tmp_path, "q.yaml", text))

    assert first[:2] == (line, place)
    assert what in first[2]


@pytest.mark.parametrize("name", ["q.jsonl", "q.yaml"])
def test_a_file_that_is_missing_empty_or_no_text_is_told(name: str, tmp_path: Path) -> None:
    assert faults_of(tmp_path / name) == [(1, "", "ce fichier n'existe pas")]
    assert faults_of(tmp_path) == [(1, "", "ce fichier ne peut pas être lu")]
    assert faults_of(write(tmp_path, name, "\n")) == [
        (1, "", "ce fichier ne contient aucune question")
    ]
    assert [what for _, _, what in faults_of(write(tmp_path, name, b"\xff"))] == [
        "ce texte n'est pas en UTF-8"
    ]
