"""Load the pipeline: as derived from the model, or as the model has it."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.language import Language
from thinc.api import Model, NumpyOps, Ops

from jumelage_bot.adapters.french.derivation import LEMMAS, MODEL, PIPELINE
from jumelage_bot.adapters.french.fast_vectors import compute_fast
from jumelage_bot.adapters.french.lemma_store import open_store, write_store
from jumelage_bot.adapters.french.lemmatizer import (
    bound_cache,
    read_from,
    speed_up_index,
    tables_of,
)

UNUSED = ("ner", "senter")
"""Half the time of an analysis."""

FUSED = {
    "est-elle": ("est", "-elle"),
    "est-elles": ("est", "-elles"),
    "est-on": ("est", "-on"),
    "compte-t-elle": ("compte", "-t", "-elle"),
    "compte-t-elles": ("compte", "-t", "-elles"),
    "compte-t-il": ("compte", "-t", "-il"),
    "compte-t-ils": ("compte", "-t", "-ils"),
    "compte-t-on": ("compte", "-t", "-on"),
}
"""Questions that the tokenizer takes for one word, as "est-ouest"; "est-il" it knows."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """What analyses a text, and knows the forms of words."""

    nlp: Language
    store: sqlite3.Connection


def load_derived(folder: Path) -> Pipeline:
    """Return the pipeline that was derived in a folder."""
    nlp = spacy.load(folder / PIPELINE, exclude=[*UNUSED, "lemmatizer"])
    nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    for features in nlp.get_pipe("morphologizer").cfg["labels_morph"].values():  # type: ignore[attr-defined]
        # Known from the start, as they are to the stock pipeline; nothing then grows.
        nlp.vocab.morphology.add(features)
    store = open_store(folder / LEMMAS)
    read_from(store, nlp)
    _tune(nlp)
    if _is_alone():
        compute_fast(nlp)
    return Pipeline(nlp, store)


def load_stock() -> Pipeline:
    """Return the pipeline of the installed model."""
    nlp = spacy.load(MODEL, exclude=UNUSED)
    store = write_store(None, tables_of(nlp))
    speed_up_index(nlp)
    _tune(nlp)
    return Pipeline(nlp, store)


def compute_with(nlp: Language, ops: Ops) -> None:
    """Make every layer of the model compute with a backend."""
    models = (getattr(pipe, "model", None) for _, pipe in nlp.pipeline)
    for node in (n for model in models if isinstance(model, Model) for n in model.walk()):
        node.ops = ops


def _tune(nlp: Language) -> None:
    for form, parts in FUSED.items():
        nlp.tokenizer.add_special_case(form, [{"ORTH": part} for part in parts])  # type: ignore[union-attr]
    bound_cache(nlp)
    if _is_alone():
        # On matrices as small as ours twice as fast as BLIS.
        compute_with(nlp, NumpyOps(use_blis=False))


def _is_alone() -> bool:
    """Return whether NumPy multiplies in one thread; shared out, it is many times slower."""
    return os.environ.get("OPENBLAS_NUM_THREADS") == "1"
