"""Parse a message again with its misspelt words corrected, and remember what was written."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jumelage_bot.domain.utterance import Parse, Token
from jumelage_bot.ports import Parser


def reread(parse: Parse, meant: Mapping[int, str], parser: Parser) -> Parse:
    """Return the parse of a message in which words are read otherwise (`meant`, by index).

    The text is that which was meant; a corrected token keeps the text that was written.
    """
    if not meant:
        return parse
    pieces: list[str] = []
    written: dict[int, str] = {}
    end = place = 0
    for index, token in enumerate(parse.tokens):
        gap = parse.text[end : token.start]
        end = token.end
        word = _like(parse.text[token.start : end], meant[index]) if index in meant else ""
        word = word or parse.text[token.start : end]
        place += len(gap)
        if index in meant:
            written[place + word.rfind("'") + 1] = token.text
        pieces += gap, word
        place += len(word)
    again = parser.parse("".join((*pieces, parse.text[end:])))
    return Parse(again.text, tuple(_restored(again.tokens, written)))


def _like(written: str, meant: str) -> str:
    """Return a word with the capitals of another."""
    if written.isupper():
        return meant.upper()
    return meant.capitalize() if written[0].isupper() else meant


def _restored(tokens: tuple[Token, ...], written: Mapping[int, str]) -> Iterator[Token]:
    for token in tokens:
        text = written.get(token.start)
        yield replace(token, text=text) if text else token
