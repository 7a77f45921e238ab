"""What a messaging service hands to us and what we hand to it, as it is kept meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """How a question came, and so how its answer is sent."""

    MESSAGE = "message"
    """In a conversation that others may read: the answer is posted there."""
    PRIVATE = "private"
    """From one person: the answer goes to the address that came with the question."""


@dataclass(frozen=True, slots=True)
class Question:
    """What one person asked, wherever it was."""

    app: str
    team: str
    channel: str
    ts: str
    """What tells it from the others of its channel; messages in the order in which they came."""
    kind: Kind
    conversation: str
    """The name of the conversation it belongs to."""
    user: str
    """Who asked, unrecognisable."""
    text: str
    root: str | None = None
    """The message whose thread the answer joins."""
    reply_to: str | None = None
    """The address of a private answer."""
    client_id: str | None = None
    """The name that the sender's own program gave to the message."""
    is_chosen: bool = False
    """Whether it was chosen among those that we proposed, and so never written by the person."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A question that one worker has to itself for a while."""

    id: int
    owner: str
    question: Question
    received_at: float
    attempts: int
    """How many workers have begun with it, this one included."""


Body = Mapping[str, object]
"""A message as the service takes it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message to send: to a thread of a channel, or to an address."""

    key: str
    """Opaque; the same for every attempt to send it."""
    team: str
    channel: str
    body: Body
    root: str | None = None
    reply_to: str | None = None
    fallback: Body | None = None
    """What is sent once if a private letter may have been lost: it is not sent twice."""


@dataclass(frozen=True, slots=True)
class Sending:
    """A letter that one sender has to itself for a while."""

    id: int
    owner: str
    letter: Letter
    written_at: float
    taken_at: float
    """When this sender got it."""
    tries: int
    """How many times it was begun to be sent, this one included."""


class Opinion(StrEnum):
    """What a person thinks of an answer."""

    USEFUL = "useful"
    USELESS = "useless"
