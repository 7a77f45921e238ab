"""Load the parser on the derived pipeline, deriving it first if need be; or on the stock one."""

from collections.abc import Callable
from pathlib import Path

from jumelage_bot.adapters.french.derivation import derive, fingerprint, is_whole
from jumelage_bot.adapters.french.parser import SpacyParser
from jumelage_bot.adapters.french.pipelines import Pipeline, load_derived, load_stock
from jumelage_bot.adapters.keeping import MARK, discard, keep

Say = Callable[[str], None]

DERIVING = "Préparation de l'analyse du français, une fois pour toutes (quelques secondes)…"
FALLEN_BACK = (
    "L'analyse du français n'a pas pu être préparée ({trouble}) : le bot répond aussi bien, "
    "mais démarre plus lentement."
)


def load_parser(cache: Path, say: Say) -> SpacyParser:
    """Return the parser; what is derived for it is kept in a folder.

    Whatever goes wrong with it, the stock pipeline analyses as well. `say` tells people what
    takes long, and what went wrong.
    """
    try:
        return SpacyParser(_derived(cache, say))
    except Exception as error:  # noqa: BLE001 - from whatever library, the remedy is the same
        trouble = f"{type(error).__name__} : {error}"
        say(FALLEN_BACK.format(trouble=trouble))
        return SpacyParser(load_stock(), trouble)


def _derived(cache: Path, say: Say) -> Pipeline:
    folder = cache / f"pipeline{MARK}{fingerprint()}"
    if folder.exists() and not is_whole(folder):
        discard(folder)
    if not folder.exists():
        say(DERIVING)
        keep(folder, derive)
    return load_derived(folder)
