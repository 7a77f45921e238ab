"""The compiled content is found again as it was, or not at all."""

import hashlib
import os
import pickle
from pathlib import Path

import pytest

from breaking import copy_content
from fakes import FakeParser
from jumelage_bot.adapters.kept_grammar import KeptGrammar
from jumelage_bot.loading.content import load_content
from jumelage_bot.loading.files import INTENTS, content_files
from jumelage_bot.understanding.grammar import Grammar, compile_grammar
from support import ROOT

FILES = content_files(ROOT)


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    content = load_content(ROOT)
    return compile_grammar(content.knowledge, content.language, FakeParser())


@pytest.fixture
def kept(tmp_path: Path, grammar: Grammar) -> KeptGrammar:
    kept = KeptGrammar(tmp_path, FILES)
    kept.save(grammar)
    return kept


def file_in(folder: Path) -> Path:
    (file,) = folder.glob("*/*")
    return file


def test_it_is_found_again_on_another_parser(kept: KeptGrammar, grammar: Grammar) -> None:
    parser = FakeParser()

    found = kept.load(parser)

    assert found
    assert kept.exists
    assert found.parser is found.vocabulary.parser is found.wordbook.parser is parser
    assert found.knowledge == grammar.knowledge
    assert found.language == grammar.language
    assert found.lexicon == grammar.lexicon
    assert (found.signs, found.examples) == (grammar.signs, grammar.examples)
    assert found.wordbook.neighbours == grammar.wordbook.neighbours


def test_of_other_content_nothing_is_found(kept: KeptGrammar, tmp_path: Path) -> None:
    folder = copy_content(tmp_path / "copy")
    with (folder / INTENTS).open("a", encoding="utf-8") as file:
        file.write("# changed\n")

    changed = KeptGrammar(tmp_path, content_files(folder))

    assert kept.exists
    assert not changed.exists
    assert changed.load(FakeParser()) is None


def test_what_was_damaged_is_not_used_and_goes(kept: KeptGrammar, tmp_path: Path) -> None:
    file = file_in(tmp_path)
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)

    assert kept.load(FakeParser()) is None
    assert not kept.exists


def test_nothing_that_a_file_holds_is_run(kept: KeptGrammar, tmp_path: Path) -> None:
    class Trap:
        def __reduce__(self) -> tuple[object, tuple[object, ...]]:
            return os.mkdir, (str(tmp_path / "sprung"),)

    trap = pickle.dumps(Trap())
    file_in(tmp_path).write_bytes(hashlib.sha256(trap).digest() + trap)

    assert kept.load(FakeParser()) is None
    assert not (tmp_path / "sprung").exists()


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path, grammar: Grammar) -> None:
    (tmp_path / "file").touch()
    kept = KeptGrammar(tmp_path / "file", FILES)

    kept.save(grammar)

    assert not kept.exists
    assert kept.load(FakeParser()) is None
