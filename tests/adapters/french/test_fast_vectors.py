"""The vectors are those of the model, and what is remembered of tokens is bounded."""

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from jumelage_bot.adapters.french import fast_vectors
from jumelage_bot.adapters.french.fast_vectors import FastVectors, Floats
from jumelage_bot.adapters.french.pipelines import load_stock

TEXTS = ("Qui est le maire ?", "été", "", "a  b\n\nl'l'l' 👍🏽 12,5", "le maire " * 40)
SAME = 2e-5


@pytest.fixture(scope="module")
def stock() -> Language:
    return load_stock().nlp


@pytest.fixture(scope="module")
def model(stock: Language) -> Model[list[Doc], list[Floats]]:
    found: Model[list[Doc], list[Floats]] = stock.get_pipe("tok2vec").model  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_they_are_those_of_the_model(
    text: str, stock: Language, model: Model[list[Doc], list[Floats]]
) -> None:
    doc = stock.make_doc(text)
    fast = FastVectors(model)

    first, again = fast.vectors(doc), fast.vectors(doc)

    assert first.shape == (len(doc), 96)
    if len(doc):
        assert np.abs(first - model.predict([doc])[0]).max() < SAME
    assert (first == again).all()


def test_tokens_of_long_ago_are_forgotten_and_found_again(
    stock: Language,
    model: Model[list[Doc], list[Floats]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fast_vectors, "MAX_REMEMBERED", 8)
    fast = FastVectors(model)
    docs = [stock.make_doc(text) for text in ("un deux trois quatre", "cinq six sept huit neuf")]

    for doc in docs * 2:
        assert np.abs(fast.vectors(doc) - model.predict([doc])[0]).max() < SAME
        assert len(fast._remembered) <= 8  # noqa: SLF001 - what is bounded
