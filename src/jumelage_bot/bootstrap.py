"""Build everything, from arguments: the one place where parts are put together."""

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from jumelage_bot.adapters.kept_grammar import KeptGrammar
from jumelage_bot.bot import Bot
from jumelage_bot.loading.files import content_files
from jumelage_bot.ports import Parser
from jumelage_bot.settings import user_cache
from jumelage_bot.understanding.grammar import Grammar, compile_grammar

if TYPE_CHECKING:
    from jumelage_bot.adapters.french.parser import SpacyParser
    from jumelage_bot.loading.content import Content


def build_bot(data: Path, parser: Parser | None = None, cache: Path | None = None) -> Bot:
    """Return a bot on a folder of content; raise ContentError if the content is broken.

    The content is read first: its problems show at once, before the model is loaded. What
    takes long to make is kept in a folder, by default where this person's programs do; with
    a parser of one's own, all is made anew.
    """
    if parser is not None:
        return Bot(_compile(_read(data), parser))
    cache = cache or user_cache()
    kept = KeptGrammar(cache, content_files(data))
    content = None if kept.exists else _read(data)
    parser = build_parser(cache)
    grammar = kept.load(parser)
    if grammar is None:
        grammar = _compile(content or _read(data), parser)
        kept.save(grammar)
    # All this stays as long as the process: nothing need look through it again, even to end it.
    gc.freeze()
    return Bot(grammar)


def build_parser(cache: Path | None = None) -> "SpacyParser":
    """Return the parser; what takes long to make is kept as it is for a bot."""
    # A second of imports: only for those who need the real parser.
    from jumelage_bot.adapters.french.loading import load_parser  # noqa: PLC0415

    return load_parser(cache or user_cache(), say)


def say(line: str) -> None:
    """Tell whoever runs this process something that is no answer."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the very purpose


def _read(data: Path) -> "Content":
    # All the checks of content: only for those whose content was not checked before.
    from jumelage_bot.loading.content import load_content  # noqa: PLC0415

    return load_content(data)


def _compile(content: "Content", parser: Parser) -> Grammar:
    return compile_grammar(content.knowledge, content.language, parser)
