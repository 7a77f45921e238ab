"""Correct misspelt words towards the words of the content."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from jumelage_bot.domain.analysis import Mention
from jumelage_bot.domain.utterance import Token
from jumelage_bot.understanding.glued import part_elided, unglue
from jumelage_bot.understanding.normalise import words
from jumelage_bot.understanding.pairs import NAME, sides
from jumelage_bot.understanding.slips import UNLIKELY
from jumelage_bot.understanding.wordbook import MIN_HEARD, Wordbook, heard_words, near_words

MIN_CORRECTED = 5
"""Letters a word must have before a misspelling of it is guessed out of context."""
MIN_FRENCH = 4
"""Letters of a French word that may be a slip for a word that asks something."""
MIN_BESIDE = 3
"""Letters from which one usual neighbour is enough for a word to be corrected in context."""
LIKELY = 1
"""What a slip may cost, where another reading of the word is possible."""
HEARD = 1.25
"""What a word that sounds alike costs, in edits: as much as an unlikely slip."""
COMMON = 3
"""How often the content must use a word, for a shorter one to be a slip for it."""
OFTEN = 3
"""How many times as often the content must use one of two words, for it to be the one meant."""


def named_words(
    mentions: Sequence[Mention], tokens: Sequence[Token], book: Wordbook
) -> frozenset[int]:
    """Return the indexes of the words that names are made of.

    But for misspelt names that a word of the content is nearer to ("maaire de Belfort" is
    not "mairie de Belfort"), or as near as the name of another place ("combie", "Colombie").
    """
    return frozenset(
        index
        for mention in mentions
        if not _is_rather_a_word(mention, tokens, book)
        for index in range(mention.start, mention.end)
    )


def _is_rather_a_word(mention: Mention, tokens: Sequence[Token], book: Wordbook) -> bool:
    if mention.similarity == 1:
        return False
    edits = (1 - mention.similarity) * len(mention.alias)
    strange = [t for t in tokens[mention.start : mention.end] if not t.is_known]
    doubtful = [t for t in strange if t.folded not in book.forms and t.is_capitalised is not True]
    costs = [
        cost
        for token in doubtful
        if len(token.folded) >= MIN_CORRECTED
        for cost in [min(near_words(token.folded, book).values(), default=edits + 1)]
    ]
    margin = UNLIKELY if mention.entities else 0
    return bool(costs) and min(costs) + margin <= edits


def correct_words(
    tokens: Sequence[Token], spared: AbstractSet[int], book: Wordbook
) -> Mapping[int, str]:
    """Return what to read instead of misspelt words, by index.

    The words of a name stay (`spared`, by index), and so does one with a capital inside the
    message: a name that is not ours. First what can hardly be anything else; then what is
    meant beside the words around it; then what is only heard.
    """
    read = [NAME if i in spared or t.is_number else t.folded for i, t in enumerate(tokens)]
    doubtful = [
        index
        for index, token in enumerate(tokens)
        if index not in spared and _may_be_misspelt(token, book)
    ]
    found: dict[int, str] = {}
    for find in (_surely_meant, _meant_here, _heard):
        for index in doubtful:
            if index not in found and (meant := find(index, tokens[index], read, book)):
                found[index] = meant
                read[index] = words(meant)[-1]
    return {index: book.forms.get(word, word) for index, word in found.items()}


def _may_be_misspelt(token: Token, book: Wordbook) -> bool:
    form = token.folded
    is_name = token.is_capitalised is True and not token.text[1:2].isupper()
    is_ours = form in book.forms or form in book.distinct
    return len(form) > 1 and form.isalpha() and not is_name and not is_ours


def _surely_meant(index: int, token: Token, read: Sequence[str], book: Wordbook) -> str | None:
    """Return the only word that one can be a slip for; a French one, only if the slip is likely."""
    form = token.folded
    if token.is_known:
        return _asked_instead(index, token, read, book)
    near = near_words(form, book)
    if len(form) < MIN_CORRECTED:
        near = {w: c for w, c in near.items() if c <= LIKELY and _is_common(w, book)}
        near = near if len(form) >= MIN_FRENCH else {}
    else:
        near = _heard_too(token.text, near, book)
    return _best(index, near, read, book) or unglue(form, book.forms, book.rewrites)


def _is_common(word: str, book: Wordbook) -> bool:
    return word in book.small or book.counts.get(word, 0) >= COMMON


def _asked_instead(index: int, token: Token, read: Sequence[str], book: Wordbook) -> str | None:
    """Return the word that asks something and that a French word is a likely slip for.

    Or that only belongs where it stands, between its usual neighbours.
    """
    form = token.folded
    if len(form) < MIN_FRENCH or not token.lemmas.isdisjoint(book.forms):
        return None
    costs = {
        word: cost
        for word, cost in near_words(form, book).items()
        if cost <= LIKELY and word in book.counts
    }
    best = _best(index, costs, read, book)
    is_asking = best in book.asking
    if best and (is_asking or sides(index, best, read, book.pairs, book.parser)):
        return best
    return None


def _meant_here(index: int, token: Token, read: Sequence[str], book: Wordbook) -> str | None:
    """Return the word that belongs beside the neighbours of one that is not French."""
    form = token.folded
    if token.is_known:
        return None
    near = {word: cost for word, cost in near_words(form, book).items() if cost <= LIKELY}
    heard = dict.fromkeys(heard_words(token.text, book), LIKELY)
    costs = {**heard, **near}
    around = (index > 0) + (index + 1 < len(read))
    needed = 1 if len(form) >= MIN_BESIDE else around
    fitting = {
        word: cost
        for word, cost in costs.items()
        if sides(index, word, read, book.pairs, book.parser) >= max(1, needed)
    }
    return _best(index, fitting, read, book)


def _heard(index: int, token: Token, read: Sequence[str], book: Wordbook) -> str | None:
    """Return the word that sounds like one that is not French, be it glued to an elided one."""
    form = token.folded
    if token.is_known or len(form) < MIN_HEARD:
        return None
    if not near_words(form, book) and (best := _best_heard(index, token.text, read, book)):
        return best
    for elided, rest in part_elided(token.text.lower()):
        if best := _best_heard(index, rest, read, book):
            return f"{elided}'{book.forms[best]}"
    return None


def _best_heard(index: int, text: str, read: Sequence[str], book: Wordbook) -> str | None:
    alike = dict.fromkeys(heard_words(text, book), HEARD)
    return _best(index, alike, read, book)


def _heard_too(text: str, near: Mapping[str, float], book: Wordbook) -> Mapping[str, float]:
    """Return the words a slip away, those that also sound alike being nearer, and other such."""
    heard = [word for word in heard_words(text, book) if word in book.counts]
    return {**near, **{word: near.get(word, HEARD + UNLIKELY) - UNLIKELY for word in heard}}


def _best(
    index: int, costs: Mapping[str, float], read: Sequence[str], book: Wordbook
) -> str | None:
    """Return the nearest word; of several as near, the one that belongs here, or is common.

    None where two are as likely ("aites": "faites", "aides"), but for forms of one word.
    """
    if not costs:
        return None
    least = min(costs.values())
    nearest = sorted(word for word, cost in costs.items() if cost == least)
    nearest = [w for w in nearest if w in book.counts] or nearest
    if len(nearest) > 1:
        fitting = {w: sides(index, w, read, book.pairs, book.parser) for w in nearest}
        nearest = [w for w in nearest if fitting[w] == max(fitting.values())]
        nearest.sort(key=lambda w: (-book.counts.get(w, 0), w))
    first, *others = nearest
    is_common = all(
        book.counts.get(first, 0) >= OFTEN * max(1, book.counts.get(w, 0)) for w in others
    )
    shared = frozenset.intersection(*map(book.parser.lemmas, nearest))
    return first if shared or is_common else None
