"""Make any text safe and comparable before it is parsed."""

import html
import re
import unicodedata
from collections.abc import Mapping
from functools import cache

MAX_TEXT = 1_000
"""Characters kept of a message; spaCy's time grows faster than the length."""
MAX_RUN = 40
"""Characters kept of a run without a blank; longer ones are not words."""

_APOSTROPHES = dict.fromkeys(map(ord, "’‘ʼ′`´＇"), "'")
_HYPHENS = dict.fromkeys(map(ord, "‐‑‒–—−"), "-")
_SLACK_TOKEN = re.compile(r"<(?:[@#!][^<>]*|(?:https?|mailto):[^<>|]*(?:\|[^<>]*)?)>")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+\.[^\s@]+")
_HANDLE = re.compile(r"(?<!\w)@\w+")
_EMOJI_CODE = re.compile(r"(?<!\w)(?::[a-z0-9_+'-]+:)+(?!\w)")
_VARIATION_SELECTORS = dict.fromkeys(range(0xFE00, 0xFE10))
_SIGN_RUN = re.compile(r"([^\w\s])\1{2,}|([^\W\d])\2{3,}")
_ENDLESS_RUN = re.compile(r"(\S{200})\S+")  # longer than any address: patterns would crawl
_LONG_RUN = re.compile(rf"(\S{{{MAX_RUN}}})\S+")
_NUMBERED = re.compile(r"(?<!\S)1[).]\s.*(?<!\S)2[).]\s", re.DOTALL)
_NUMBER = re.compile(r"(?<!\S)\d{1,2}[).](?=\s)")
_WORD = re.compile(r"[^\W_]+")
_WHOLE_WORD = re.compile(r"(?<!['\w])[^\W_]+(?!['\w])|(?<!\S)[+&](?!\S)")


def clean(text: str) -> str:
    """Return the text without what no reader sees or means, at most 1,000 characters.

    Control and format characters, Slack tokens, addresses, emoji and their codes go;
    apostrophes, hyphens and blanks become the plain ones; runs of a sign become two; the
    numbers of a list ("1) … 2) …") become line breaks.
    """
    text = text[: 4 * MAX_TEXT].encode("utf-8", "replace").decode("utf-8")
    text = html.unescape(text).translate(_APOSTROPHES).translate(_HYPHENS)
    text = text.translate(_VARIATION_SELECTORS)
    text = _ENDLESS_RUN.sub(r"\1", text)
    for pattern in (_SLACK_TOKEN, _ADDRESS, _HANDLE, _EMOJI_CODE):
        text = pattern.sub(" ", text)
    text = unicodedata.normalize("NFC", "".join(map(_plain, text)))
    text = _SIGN_RUN.sub(lambda run: run[0][:2], text)
    text = _LONG_RUN.sub(r"\1", text)
    if _NUMBERED.search(text):
        text = _NUMBER.sub("\n", text)
    text = re.sub(r"[^\S\n]+", " ", text)
    return re.sub(r" ?\n\s*", "\n", text).strip()[:MAX_TEXT].strip()


def fold(text: str) -> str:
    """Return the text in lower case, without accents or ligatures."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).lower()
    decomposed = unicodedata.normalize("NFKD", decomposed)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return plain.replace("œ", "oe").replace("æ", "ae")


def words(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase, without punctuation."""
    return tuple(_WORD.findall(fold(text)))


def rewrite(text: str, rewrites: Mapping[str, str]) -> str:
    """Return the text with short and sound spellings written out, of one word or several."""
    several = _several_words(tuple(key for key in rewrites if " " in key))
    folded = fold(text)
    if several and len(folded) == len(text):
        for found in reversed([*several.finditer(folded)]):
            text = text[: found.start()] + rewrites[found[0]] + text[found.end() :]
    return _WHOLE_WORD.sub(lambda m: rewrites.get(fold(m[0]), m[0]), text)


@cache
def _several_words(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds any of some phrases; compiled once for each content."""
    found = "|".join(map(re.escape, phrases))
    return re.compile(rf"(?<!['\w])(?:{found})(?!['\w])") if phrases else None


def _plain(character: str) -> str:
    """Return a character as it should be read: a blank, a line break, itself or nothing."""
    category = unicodedata.category(character)
    if character in "\n\u2028\u2029\r\v\f\x85":
        return "\n"
    if category == "Zs" or character == "\t" or category in {"So", "Sk", "Co", "Cn"}:
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} else character
