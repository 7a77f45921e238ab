"""Write answers as messages of Slack."""

from collections.abc import Mapping, Sequence

from jumelage_bot.channels.slack.names import COMMAND, SHOW
from jumelage_bot.channels.slack.writing import blocks, words
from jumelage_bot.channels.slack.writing.blocks import Block
from jumelage_bot.channels.slack.writing.escaping import escape
from jumelage_bot.domain.answer import Answer, Status
from jumelage_bot.domain.mail import Body, Kind, Letter, Question

ALOUD = 2
"""How many sentences are to be read aloud at a desk."""
MAX_TEXT = 39_000
TO_ONE: Mapping[str, object] = {"response_type": "ephemeral", "replace_original": False}
TO_ALL: Mapping[str, object] = {"response_type": "in_channel", "replace_original": False}
"""How an address is told who sees what is sent to it."""
_ONLY_FOR_ONE = "private"
"""The block that has no place in what everyone sees."""


def answer_letter(question: Question, answer: Answer, key: str) -> Letter:
    """Return the letter that answers a question where it was asked."""
    if question.kind is Kind.MESSAGE:
        shown = [*_asked(question), *blocks.sections(answer.text), *_beside(answer, key)]
        body = _message(_whole(answer), shown)
        return Letter(key, question.team, question.channel, body, root=question.root)
    return Letter(
        key,
        question.team,
        question.channel,
        {**TO_ONE, **_message(_whole(answer), _privately(question, answer, key))},
        reply_to=question.reply_to,
        fallback=lost(question.text),
    )


def shown_to_all(letter: Letter, reply_to: str) -> Letter:
    """Return the letter that shows everyone what one person was shown."""
    kept = letter.body["blocks"]
    shown = (
        [b for b in kept if b.get("block_id") != _ONLY_FOR_ONE] if isinstance(kept, list) else []
    )
    body = {**TO_ALL, **_message(str(letter.body["text"]), shown)}
    return Letter(f"{letter.key}:{SHOW}", letter.team, letter.channel, body, reply_to=reply_to)


def note(text: str) -> Body:
    """Return a message of a few words, which holds no token."""
    return _message(escape(text), blocks.sections(text))


def note_to_one(text: str) -> Body:
    """Return a message of a few words, for the person at an address."""
    return {**TO_ONE, **note(text)}


def lost(question: str) -> Body:
    """Return what is said to one person whose answer may have been lost."""
    shown = [*blocks.sections(words.LOST), blocks.retry_button(question)]
    return {**TO_ONE, **_message(escape(words.LOST), shown)}


def how_to_ask(example: str) -> Answer:
    """Return what is answered to a command without a question."""
    text = words.HOW_TO_ASK.format(command=COMMAND, example=example)
    return Answer(text, Status.CHITCHAT)


def _message(text: str, shown: Sequence[Block]) -> dict[str, object]:
    # The text is what a screen reader says and a notification shows, instead of the blocks.
    return {
        "text": text[:MAX_TEXT],
        "blocks": list(shown),
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _whole(answer: Answer) -> str:
    titles = dict.fromkeys(citation.title for citation in answer.citations)
    lines = (answer.text, *(f"{words.SOURCE} {title}" for title in titles))
    return escape("\n".join(lines))


def _privately(question: Question, answer: Answer, key: str) -> list[Block]:
    aloud, rest = blocks.first_sentences(answer.text, ALOUD)
    return [
        *_asked(question),
        *blocks.sections(aloud),
        *blocks.sections(rest),
        *_for_one(answer, key),
        *_beside(answer, key),
    ]


def _for_one(answer: Answer, key: str) -> list[Block]:
    if answer.status is not Status.ANSWERED:
        return []
    return [{**blocks.show_button(key), "block_id": _ONLY_FOR_ONE}]


def _beside(answer: Answer, key: str) -> list[Block]:
    opinions = [] if answer.status is Status.CHITCHAT else [blocks.opinions(key)]
    return [*blocks.sources(answer.citations), *blocks.choices(answer.suggestions), *opinions]


def _asked(question: Question) -> list[Block]:
    """Return the question itself, where it is not written above its answer."""
    if not question.is_chosen:
        return []
    text = question.text[: blocks.MAX_ASIDE]
    return [blocks.small([f"{words.ASKED} « {escape(text)} »"])]
