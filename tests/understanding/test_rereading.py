"""A message is parsed as it was meant, and quoted as it was written."""

from fakes import FakeParser
from jumelage_bot.understanding.rereading import reread

PARSER = FakeParser()


def test_corrected_words_are_parsed_and_keep_the_text_that_was_written() -> None:
    parse = PARSER.parse("Le mire dalfabet, oui ?")

    again = reread(parse, {1: "maire", 2: "d'alphabet"}, PARSER)

    assert again.text == "Le maire d'alphabet, oui ?"
    assert [t.folded for t in again.tokens] == ["le", "maire", "d", "alphabet", "oui"]
    assert [t.text for t in again.tokens] == ["Le", "mire", "d", "dalfabet", "oui"]


def test_capitals_are_kept() -> None:
    parse = PARSER.parse("Mire et VILE")

    assert reread(parse, {0: "maire", 2: "ville"}, PARSER).text == "Maire et VILLE"
