"""A YAML file becomes plain text values, each with its line."""

from pathlib import Path

import pytest

from jumelage_bot.loading.yaml_files import Plain, YamlFile, read_yaml


def read(text: str, tmp_path: Path) -> YamlFile:
    """Return the file of a text that has no fault."""
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")
    file, problems = read_yaml(path)
    assert problems == []
    return file


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("a: on", {"a": "on"}),
        ("a: 1999", {"a": "1999"}),
        ("a: 007", {"a": "007"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: 1985-05-12", {"a": "1985-05-12"}),
        ("a: no", {"a": "no"}),
        ("1: deux", {"1": "deux"}),
        ("a: null", {"a": None}),
        ("a: ~", {"a": None}),
        ("a:", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: 'null'", {"a": "null"}),
        ("[a, 2, [b]]", ["a", "2", ["b"]]),
        ("a: |\n  un\n  deux\n", {"a": "un\ndeux\n"}),
        ("seul", "seul"),
        ("# rien", None),
        ("", None),
    ],
)
def test_scalars_stay_text(text: str, content: Plain, tmp_path: Path) -> None:
    assert read(text, tmp_path).content == content


def test_every_value_has_its_line(tmp_path: Path) -> None:
    text = "# tête\na:\n  - un\n  - {b: deux}\n\nc: |\n  trois\n  quatre\nd: cinq\n"

    lines = read(text, tmp_path).lines

    assert lines["a",] == 2
    assert lines["a", 0] == 3
    assert lines["a", 1, "b"] == 4
    assert lines["c",] == 6
    assert lines["d",] == 9


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("a", "b"), 3),
        # nothing there: the nearest above
        (("a", "x", "y"), 2),
        (("a", "b", "c", 4), 3),
        # the whole file starts at its first value
        (("z",), 2),
        ((), 2),
    ],
)
def test_a_problem_is_at_its_place_or_at_the_nearest_above(
    place: tuple[str | int, ...], line: int, tmp_path: Path
) -> None:
    file = read("# tête\na:\n  b: c\n", tmp_path)

    problem = file.problem(place, "quelque chose")

    assert problem.line == line
    assert problem.place == ".".join(map(str, place))


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "'a' is said twice"),
        ("x:\n  - {b: 1, b: 2}\n", 2, "'b' is said twice"),
        ("a: 1\nb: {property} x\n", 2, "not valid YAML"),
        ("a: [1\nb: 2\n", 2, "not valid YAML"),
        ("a:\n\t- b\n", 2, "not valid YAML"),
        ('a: "ouvert\nb: 2\n', 3, "not valid YAML"),
        ("a: *inconnu\n", 1, "not valid YAML"),
        ("--- a\n--- b\n", 2, "not valid YAML"),
        ("a: \x07\n", 1, "not valid YAML"),
    ],
)
def test_a_fault_of_form_is_told_with_its_line(
    text: str, line: int, what: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.yaml"
    path.write_text(text, encoding="utf-8")

    (problem,) = read_yaml(path)[1]

    assert (problem.file, problem.line) == (path, line)
    assert what in problem.what


def test_every_repeated_key_is_told(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: {b: 1, b: 2}\nc: 3\nc: 4\n", encoding="utf-8")

    _, problems = read_yaml(path)

    assert [(p.line, p.place) for p in problems] == [(1, "a.b"), (3, "c")]


def test_a_value_that_holds_itself_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    path.write_text("a: &moi\n  - *moi\n", encoding="utf-8")

    _, problems = read_yaml(path)

    assert len(problems) == 1


@pytest.mark.parametrize("made", ["nothing", "a folder", "another encoding"])
def test_a_file_that_cannot_be_read_is_a_problem(made: str, tmp_path: Path) -> None:
    path = tmp_path / "file.yaml"
    if made == "a folder":
        path.mkdir()
    if made == "another encoding":
        path.write_bytes("nom: Delémont".encode("latin-1"))

    file, problems = read_yaml(path)

    assert file.content is None
    assert [(p.file, p.line) for p in problems] == [(path, 1)]
