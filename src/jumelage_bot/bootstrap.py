"""Build everything, from arguments: the one place where parts are put together."""

import os
import sys
from pathlib import Path

from jumelage_bot.bot import Bot
from jumelage_bot.loading.content import load_content
from jumelage_bot.ports import Parser
from jumelage_bot.understanding.grammar import compile_grammar


def build_bot(data: Path, parser: Parser | None = None) -> Bot:
    """Return a bot on a folder of content; raise ContentError if the content is broken.

    The content is read first: its problems show at once, before the model is loaded.
    """
    content = load_content(data)
    if parser is None:
        if "numpy" not in sys.modules:
            # Read at its import only: our matrices are too small to be shared out.
            os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        # Two seconds of imports: only for those who need the real parser.
        from jumelage_bot.adapters.french.parser import load_parser  # noqa: PLC0415

        parser = load_parser()
    return Bot(compile_grammar(content.knowledge, content.language, parser))
