"""What the code may not know, and how long a function may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from jumelage_bot.answering.replies import REPLIES, RESPONSE_VARIABLES
from jumelage_bot.channels.slack.names import COMMAND
from jumelage_bot.domain.knowledge import Kind, Role
from jumelage_bot.loading.content import Content, load_content
from jumelage_bot.understanding.normalise import words
from support import ROOT

SOURCES = sorted((ROOT / "src").rglob("*.py"))
MAX_LINES = 40

# What the code itself offers: to editors, roles, kinds and the variables of templates; to people,
# a command in Slack. A type may happen to have the same name ("notion", "lieu", "jumelage").
OFFERED = {
    *Role,
    *Kind,
    *RESPONSE_VARIABLES,
    COMMAND,
    *(name for names in REPLIES.values() for name in names),
}


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content(ROOT)


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of every string of a file that is not a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    # A string that stands alone is a docstring, of a module, a function or a field.
    documents = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(text)) if id(node) not in documents:
                yield node.lineno, text


def identifiers(content: Content) -> dict[str, set[str]]:
    """Return what the content calls things, by kind."""
    knowledge = content.knowledge
    return {
        "entity": set(knowledge.entities),
        "property": set(knowledge.properties),
        "type": set(knowledge.types),
        "intent": set(content.language.intents),
        "source": set(knowledge.sources),
        "alias": {n for e in knowledge.entities.values() for n in (e.name, *e.aliases)},
    }


@pytest.mark.parametrize("kind", ["entity", "property", "type", "intent", "source", "alias"])
def test_the_code_names_nothing_of_the_content(kind: str, content: Content) -> None:
    known = {words(name) for name in identifiers(content)[kind]}

    found = [
        f"{path.relative_to(ROOT)}:{line}: {text!r}"
        for path in SOURCES
        for line, text in literals(path)
        if words(text) in known and words(text) and text not in OFFERED
    ]

    assert known
    assert found == []


def test_no_message_of_the_code_holds_a_proper_name(content: Content) -> None:
    knowledge = content.knowledge
    names = {
        words(name)
        for entity in knowledge.entities.values()
        if knowledge.role(entity.id) is not Role.NOTION and not knowledge.types[entity.type].name
        for name in (entity.name, *entity.aliases)
        if name[:1].isupper()
    }

    found = [
        f"{path.relative_to(ROOT)}:{line}: {' '.join(name)} in {text!r}"
        for path in SOURCES
        for line, text in literals(path)
        for name in names
        if f" {' '.join(name)} " in f" {' '.join(words(text))} "
    ]

    assert names
    assert found == []


def test_no_function_is_longer_than_a_screen() -> None:
    functions = [
        (path, node)
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]

    too_long = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.name}"
        for path, node in functions
        if (node.end_lineno or 0) - node.lineno + 1 > MAX_LINES
    ]

    assert len(functions) > 100
    assert too_long == []
