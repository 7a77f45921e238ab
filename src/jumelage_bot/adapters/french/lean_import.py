"""Import spaCy without what costs most of its import and is of no use here."""

import importlib
import os
import sys
from collections.abc import Mapping
from types import ModuleType

_STAND_INS: Mapping[str, Mapping[str, object]] = {
    # Its command line: a third of the import, for the sake of `spacy.info`.
    "spacy.cli": {},
    "spacy.cli.info": {"info": None},
    # It compiles a pattern for two seconds. A model brings its own, and its own exceptions.
    "spacy.lang.fr.tokenizer_exceptions": {"TOKENIZER_EXCEPTIONS": {}, "TOKEN_MATCH": None},
}


def import_spacy() -> None:
    """Import spaCy and its French; what was left out can be imported as ever afterwards."""
    if "numpy" not in sys.modules:
        # Read at its import only: our matrices are too small to be shared out.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    left_out = [name for name in _STAND_INS if name not in sys.modules]
    for name in left_out:
        sys.modules[name] = module = ModuleType(name)
        vars(module).update(_STAND_INS[name])
    try:
        importlib.import_module("spacy.lang.fr")
    finally:
        for name in left_out:
            del sys.modules[name]
