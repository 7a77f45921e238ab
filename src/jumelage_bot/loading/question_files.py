"""Read files of questions: conversations in YAML, or JSON Lines."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from jumelage_bot.loading.problems import Problem
from jumelage_bot.loading.question_fields import (
    Fields,
    Flaw,
    case_from_conversation,
    case_from_line,
)
from jumelage_bot.loading.yaml_files import YamlFile, read_yaml
from jumelage_bot.measuring.cases import Case

YAML = frozenset({".yaml", ".yml"})
BYTE_ORDER_MARK = "\ufeff"
UNREADABLE = "ce fichier ne peut pas être lu"
NOT_FOUND = "ce fichier n'existe pas"
NO_QUESTION = "ce fichier ne contient aucune question"
NOT_YAML = "ce n'est pas du YAML : une indentation, un guillemet ou un deux-points à revoir"
TWICE = "c'est écrit deux fois, ou contenu dans soi-même"
NOT_A_LIST = "une liste de questions était attendue, chacune après un tiret"
NOT_UTF_8 = "ce texte n'est pas en UTF-8"
NOT_JSON = "ce n'est pas un objet JSON : {place}"


def read_questions(paths: Iterable[Path]) -> tuple[list[Case], list[Problem]]:
    """Return the cases of the files, and every problem of theirs, in French."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in paths:
        read = _read_conversations if path.suffix.lower() in YAML else _read_lines
        before = len(cases), len(problems)
        for each in read(path):
            if isinstance(each, Case):
                cases.append(each)
            else:
                problems.append(each)
        if before == (len(cases), len(problems)):
            problems.append(Problem(path, 1, "", NO_QUESTION))
    return cases, problems


def _read_lines(path: Path) -> Iterator[Case | Problem]:
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        yield _unreadable(path, error)
        return
    for number, raw in enumerate(lines, start=1):
        try:
            line = raw.decode("utf-8").removeprefix(BYTE_ORDER_MARK).strip()
        except UnicodeDecodeError:
            yield Problem(path, number, "", NOT_UTF_8)
            continue
        if line:
            yield _read_line(line, path, number)


def _read_line(line: str, path: Path, number: int) -> Case | Problem:
    try:
        fields = json.loads(line)
    except json.JSONDecodeError as error:
        return Problem(path, number, "", NOT_JSON.format(place=f"voir au caractère {error.colno}"))
    except (ValueError, RecursionError):
        return Problem(path, number, "", NOT_JSON.format(place="il est démesuré"))
    if not isinstance(fields, dict):
        return Problem(path, number, "", NOT_JSON.format(place='{"q": "…", "status": ["…"]}'))
    try:
        return case_from_line(Fields(fields), path.stem, number)
    except Flaw as flaw:
        return Problem(path, number, flaw.place, str(flaw))


def _read_conversations(path: Path) -> Iterator[Case | Problem]:
    try:
        path.read_text(encoding="utf-8")
    except OSError as error:
        yield _unreadable(path, error)
        return
    except UnicodeDecodeError:
        yield Problem(path, 1, "", NOT_UTF_8)
        return
    file, problems = read_yaml(path)
    # What the reader of YAML says of it is in English, for those who write the content.
    yield from (replace(p, what=TWICE if p.place else NOT_YAML) for p in problems)
    match file.content:
        case None:
            return
        case list(conversations) if not problems:
            for index, fields in enumerate(conversations):
                yield _read_conversation(fields, file, index)
        case _ if not problems:
            yield Problem(path, 1, "", NOT_A_LIST)


def _read_conversation(fields: object, file: YamlFile, index: int) -> Case | Problem:
    line = file.line((index,))
    if not isinstance(fields, Mapping):
        return Problem(file.path, line, "", NOT_A_LIST)
    try:
        return case_from_conversation(Fields(fields), file.path.stem, line)
    except Flaw as flaw:
        return Problem(file.path, file.line((index, flaw.place)), flaw.place, str(flaw))


def _unreadable(path: Path, error: OSError) -> Problem:
    what = NOT_FOUND if isinstance(error, FileNotFoundError) else UNREADABLE
    return Problem(path, 1, "", what)
