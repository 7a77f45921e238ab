"""The tables, as the code sees them; the migrations make them."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

METADATA = MetaData()
"""Times are seconds since 1970: the same in every database."""

inbox = Table(
    "inbox",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("app", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("ts", Text, nullable=False),
    Column("client_id", Text),
    Column("kind", Text, nullable=False),
    Column("conversation", Text, nullable=False),
    Column("user", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("root", Text),
    Column("reply_to", Text),
    Column("is_chosen", Boolean, nullable=False),
    Column("received_at", Float, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("lease", Float),
    Column("attempts", Integer, nullable=False),
    UniqueConstraint("app", "channel", "ts", name="inbox_message"),
    UniqueConstraint("app", "client_id", name="inbox_client_id"),
    Index("inbox_by_state", "state", "ts"),
    Index("inbox_by_conversation", "conversation", "state"),
    Index("inbox_by_root", "channel", "root"),
)

outbox = Table(
    "outbox",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("question", Integer, ForeignKey("inbox.id", ondelete="SET NULL"), unique=True),
    Column("key", Text, nullable=False, unique=True),
    Column("team", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("root", Text),
    Column("reply_to", Text),
    Column("body", JSON, nullable=False),
    Column("fallback", JSON(none_as_null=True)),
    Column("written_at", Float, nullable=False),
    Column("state", Text, nullable=False),
    Column("owner", Text),
    Column("lease", Float),
    Column("tries", Integer, nullable=False),
    Column("next_at", Float, nullable=False),
    Column("sent_at", Float),
    Column("sent_ts", Text),
    Column("is_checked", Boolean, nullable=False),
    Index("outbox_by_state", "state", "next_at"),
    Index("outbox_by_thread", "channel", "root", "state"),
)

paces = Table(
    "paces",
    METADATA,
    Column("channel", Text, primary_key=True),
    Column("team", Text, nullable=False),
    Column("free_at", Float, nullable=False),
)

dialogues = Table(
    "dialogues",
    METADATA,
    Column("conversation", Text, primary_key=True),
    Column("state", JSON, nullable=False),
    Column("saved_at", Float, nullable=False),
)

feedback = Table(
    "feedback",
    METADATA,
    Column("letter", Text, primary_key=True),
    Column("user", Text, primary_key=True),
    Column("team", Text, nullable=False),
    Column("opinion", Text, nullable=False),
    Column("given_at", Float, nullable=False),
)
