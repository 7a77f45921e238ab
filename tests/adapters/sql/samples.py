"""Questions, letters and a clock for the tests of the stores."""

from dataclasses import dataclass, replace

from jumelage_bot.domain.mail import Kind, Letter, Question

QUESTION = Question(
    app="A1",
    team="T1",
    channel="C1",
    ts="100.000100",
    kind=Kind.MESSAGE,
    conversation="T1/C1/100.000100",
    user="somebody",
    text="Qui est le maire de Miravel ?",
    root="100.000100",
)
LETTER = Letter("key-1", "T1", "C1", {"text": "Pierre Dumas"}, root="100.000100")


def question(ts: str, conversation: str = "") -> Question:
    """Return a question of its own conversation, or of one that is named."""
    return replace(
        QUESTION, ts=ts, root=conversation or ts, conversation=f"T1/C1/{conversation or ts}"
    )


def letter(key: str, channel: str = "C1", root: str = "") -> Letter:
    """Return a letter of its own thread, or of one that is named."""
    return replace(LETTER, key=key, channel=channel, root=root or key)


@dataclass(slots=True)
class Time:
    """A clock that moves when it is told to."""

    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now
