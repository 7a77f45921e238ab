"""What is remembered of each conversation, in the database."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from pydantic import TypeAdapter, ValidationError
from sqlalchemy import Connection, select

from jumelage_bot.adapters.sql.database import Database
from jumelage_bot.adapters.sql.tables import dialogues
from jumelage_bot.domain.dialogue import NEW, DialogueState

_STATE = TypeAdapter(DialogueState)


@dataclass(frozen=True, slots=True)
class SqlConversations:
    """Conversations that outlive the process, and that several processes share."""

    database: Database
    now: Callable[[], float]

    def load(self, conversation: str) -> DialogueState:
        """Return what is remembered of a conversation; nothing of one that is new."""
        kept = select(dialogues.c.state).where(dialogues.c.conversation == conversation)
        with self.database.read() as connection:
            state = connection.execute(kept).scalar()
        return NEW if state is None else _read(state)

    def save(self, conversation: str, state: DialogueState) -> None:
        """Remember a conversation, in the place of what was remembered of it."""
        with self.database.begin() as connection:
            save_state(connection, self.database, conversation, state, self.now())


def save_state(
    connection: Connection, database: Database, conversation: str, state: DialogueState, now: float
) -> None:
    """Remember a conversation, within a transaction."""
    row = {"state": _STATE.dump_python(state, mode="json"), "saved_at": now}
    insert = database.insert(dialogues).values(conversation=conversation, **row)
    connection.execute(insert.on_conflict_do_update(index_elements=["conversation"], set_=row))


def _read(state: object) -> DialogueState:
    try:
        return _STATE.validate_json(json.dumps(state))
    except ValidationError:
        # Another version of the bot wrote it: half an hour later it would be forgotten anyway.
        return NEW
