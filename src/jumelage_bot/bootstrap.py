"""Build everything, from arguments: the one place where parts are put together."""

import sys
from pathlib import Path

from jumelage_bot.bot import Bot
from jumelage_bot.loading.content import load_content
from jumelage_bot.ports import Parser
from jumelage_bot.settings import user_cache
from jumelage_bot.understanding.grammar import compile_grammar


def build_bot(data: Path, parser: Parser | None = None, cache: Path | None = None) -> Bot:
    """Return a bot on a folder of content; raise ContentError if the content is broken.

    The content is read first: its problems show at once, before the model is loaded. What
    takes long to make is kept in a folder, by default where this person's programs do.
    """
    content = load_content(data)
    if parser is None:
        # A second of imports: only for those who need the real parser.
        from jumelage_bot.adapters.french.loading import load_parser  # noqa: PLC0415

        parser = load_parser(cache or user_cache(), say)
    return Bot(compile_grammar(content.knowledge, content.language, parser))


def say(line: str) -> None:
    """Tell whoever runs this process something that is no answer."""
    print(line, file=sys.stderr, flush=True)  # noqa: T201 - the very purpose
