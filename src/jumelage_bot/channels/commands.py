"""What a person may command in a conversation, beside asking questions."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from itertools import groupby

from jumelage_bot.answering import french
from jumelage_bot.answering.suggesting import suggest
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import Clock, apologise, take_turn
from jumelage_bot.channels.subjects import partners, topics
from jumelage_bot.channels.terminal import QUIT, RESTART, Line, Tone, lines_of, printable
from jumelage_bot.channels.trace import explain
from jumelage_bot.domain.answer import Citation, Turn
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.knowledge_base import KnowledgeBase
from jumelage_bot.domain.outcome import SmallTalk
from jumelage_bot.domain.values import Moment
from jumelage_bot.understanding.normalise import fold

SIGN = "/"
HELP, SOURCES, EXPLAIN, LEAVE = "/aide", "/sources", "/expliquer", "/quitter"
COMMANDS: Mapping[str, str] = {
    HELP: "ce que l'on peut demander, et comment",
    SOURCES: "les passages d'où vient la dernière réponse",
    EXPLAIN: "comment la dernière question (ou celle qui suit) est comprise",
    RESTART: "oublie l'échange et recommence",
    LEAVE: "sort (aussi : /q, Ctrl-D)",
}
"""What each command does."""
KEYS: Mapping[str, str] = {
    "Tab": "complète un nom ou une question",
    "↑ ↓": "rappelle les questions déjà posées",
    "Ctrl-C": "efface la ligne ; sort si elle est vide",
}
"""What each key does."""
GOODBYE = Line("Au revoir.")
NOTHING_YET = Line("Il n'y a pas encore de réponse : posez d'abord une question.")


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation in the terminal: with whom, and what was said last."""

    bot: Bot
    clock: Clock
    last: Turn | None = None
    state: DialogueState = NEW
    """What is remembered of it."""
    is_over: bool = False

    @property
    def knowledge(self) -> KnowledgeBase:
        """What the bot knows."""
        return self.bot.grammar.knowledge


@dataclass(frozen=True, slots=True)
class Step:
    """What one line typed leads to: what is said, and the session that goes on."""

    session: Session
    lines: tuple[Line, ...] = ()


def take_step(line: str, session: Session) -> Step:
    """Return what a line leads to: a question is answered, a command is obeyed."""
    text = line.strip()
    if not text:
        return Step(session)
    if fold(text) in QUIT:
        return _leave("", session)
    if not text.startswith(SIGN):
        turn = take_turn(session.bot, text, session.clock(), session.state)
        if turn is None:
            return Step(replace(session, last=None), lines_of(apologise(session.bot)))
        return Step(replace(session, last=turn, state=turn.state), lines_of(turn.answer))
    command, _, rest = text.partition(" ")
    if act := _ACTIONS.get(fold(command)):
        return act(rest.strip(), session)
    return Step(session, (Line(_unknown(command)),))


def _unknown(command: str) -> str:
    near = get_close_matches(fold(command), COMMANDS, n=1, cutoff=0)
    return f"{printable(command)} n'est pas une commande. Vouliez-vous dire {near[0]} ?"


def _leave(_: str, session: Session) -> Step:
    return Step(replace(session, is_over=True), (GOODBYE,))


def _restart(_: str, session: Session) -> Step:
    return Step(
        replace(session, last=None, state=NEW), (Line("On recommence : posez votre question."),)
    )


def _explain(question: str, session: Session) -> Step:
    turn = session.last
    if question:
        turn = take_turn(session.bot, question, session.clock(), session.state)
    if turn is None:
        return Step(session, lines_of(apologise(session.bot)) if question else (NOTHING_YET,))
    told = explain(turn, session.knowledge).splitlines()
    return Step(
        session, tuple(Line(t, Tone.SPOKEN if t.startswith(" ") else Tone.HEADING) for t in told)
    )


def _show_sources(_: str, session: Session) -> Step:
    if session.last is None:
        return Step(session, (NOTHING_YET,))
    lines = tuple(_sources(session.last.answer.citations))
    return Step(session, lines or (Line("La dernière réponse ne vient d'aucune source."),))


def _sources(citations: tuple[Citation, ...]) -> Iterator[Line]:
    """Yield each document that is cited, then what was read in it."""
    ordered = sorted(dict.fromkeys(citations), key=lambda c: c.title)
    for title, cited in groupby(ordered, key=lambda c: c.title):
        passages = list(cited)
        first = passages[0]
        yield Line(printable(f"{title} ({_dated(first.as_of)})"), Tone.HEADING)
        if first.url:
            yield Line(f"  {printable(first.url)}", Tone.ASIDE)
        yield from (Line(f"  « {printable(p.excerpt)} »") for p in passages if p.excerpt)


def _dated(as_of: str | None) -> str:
    if as_of is None:
        return "non datée"
    day = dt.date.fromisoformat(as_of)
    return french.dated(Moment(day.year, day.month, day.day))


def _help(_: str, session: Session) -> Step:
    knowledge = session.knowledge
    known = (
        Line("Ce que je connais", Tone.HEADING),
        Line("  " + printable(french.join(partners(knowledge)))),
        Line("  " + printable(french.join(topics(knowledge)))),
        Line("Par exemple", Tone.HEADING),
        *(Line("  " + printable(q), Tone.NEXT) for q in suggest((SmallTalk(),), knowledge)),
    )
    typed = (
        Line("Ce que l'on peut taper", Tone.HEADING),
        *(Line(f"  {what:<11} {does}") for what, does in (*COMMANDS.items(), *KEYS.items())),
    )
    return Step(session, (*known, *typed))


_ACTIONS: Mapping[str, Callable[[str, Session], Step]] = {
    HELP: _help,
    SOURCES: _show_sources,
    EXPLAIN: _explain,
    RESTART: _restart,
    LEAVE: _leave,
}
