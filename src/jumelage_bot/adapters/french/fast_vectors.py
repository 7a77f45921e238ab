"""Compute the vectors of tokens as the model does, in a quarter of the time.

A kind of token always has the same embedding: it is remembered. Then each layer looks at one
token on either side, and needs no more of the blanks around a text than the next ones look at.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

Floats = NDArray[np.float32]

MAX_REMEMBERED = 4_096
"""Kinds of tokens: those of the content, and the words of every day."""
_EPSILON = np.float32(1e-8)
"""What thinc adds to a variance."""


@dataclass(frozen=True, slots=True)
class Layer:
    """Adds to a token the best of several views of it and its neighbours."""

    weights: Floats
    """Three tokens in; the views out, side by side."""
    bias: Floats
    gain: Floats
    shift: Floats

    def apply(self, rows: Floats) -> Floats:
        """Return the rows with what their neighbours add; the first and the last have but one."""
        width = rows.shape[1]
        views = np.concatenate((rows[:-2], rows[1:-1], rows[2:]), axis=1) @ self.weights
        views += self.bias
        best = views[:, :width]
        for start in range(width, views.shape[1], width):
            best = np.maximum(best, views[:, start : start + width])
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best)[:, None] / width
        best /= np.sqrt(variance + _EPSILON)
        best *= self.gain
        best += self.shift
        best += rows[1:-1]
        return best


class FastVectors:
    """Does what the model of the `tok2vec` component does when it predicts."""

    def __init__(self, model: Model[list[Doc], list[Floats]]) -> None:
        features, _, hashed, mixed, _ = model.get_ref("embed").layers
        self._columns = features.attrs["columns"]
        self._embedding = (hashed.layers[0], mixed.layers[0])
        self._layers = [_layer(each) for each in model.get_ref("encode").layers[0].layers]
        self._width: int = model.get_dim("nO")
        self._remembered: dict[bytes, Floats] = {}

    def vectors(self, doc: Doc) -> Floats:
        """Return the vector of each token."""
        margin = len(self._layers)
        rows = np.zeros((len(doc) + 2 * margin, self._width), dtype=np.float32)
        if len(doc):
            rows[margin:-margin] = self._embeddings(doc)
        for layer in self._layers:
            rows = layer.apply(rows)
        return rows

    def _embeddings(self, doc: Doc) -> list[Floats]:
        kinds = doc.to_array(self._columns)
        keys = [kind.tobytes() for kind in kinds]
        if unknown := {key: n for n, key in enumerate(keys) if key not in self._remembered}:
            if len(self._remembered) + len(unknown) > MAX_REMEMBERED:
                self._remembered.clear()
                unknown = {key: n for n, key in enumerate(keys)}
            embedded = kinds[list(unknown.values())]
            for part in self._embedding:
                embedded = part.predict(embedded)
            self._remembered.update(zip(unknown, embedded, strict=True))
        return [self._remembered[key] for key in keys]


def compute_fast(nlp: Language) -> None:
    """Make a pipeline compute its vectors so."""
    component = nlp.get_pipe("tok2vec")
    model = component.model  # type: ignore[attr-defined]
    component.model = Model(  # type: ignore[attr-defined]
        "fast_vectors",
        _forward,
        dims={"nO": model.get_dim("nO")},
        attrs={"computed": FastVectors(model)},
    )


def _forward(
    model: Model[Sequence[Doc], list[Floats]],
    docs: Sequence[Doc],
    is_train: bool,  # noqa: ARG001, FBT001 - thinc calls it so; nobody trains it here
) -> tuple[list[Floats], None]:
    computed = cast("FastVectors", model.attrs["computed"])
    return [computed.vectors(doc) for doc in docs], None


def _layer(residual: Model[Floats, Floats]) -> Layer:
    maxout, norm = (
        next(node for node in residual.walk() if node.name == name)
        for name in ("maxout", "layernorm")
    )
    weights = np.transpose(_parameter(maxout, "W"), (2, 1, 0))
    return Layer(
        weights.reshape(len(weights), -1),
        _parameter(maxout, "b").T.ravel(),
        _parameter(norm, "G"),
        _parameter(norm, "b"),
    )


def _parameter(node: Model[Floats, Floats], name: str) -> Floats:
    return np.asarray(node.get_param(name), dtype=np.float32)
