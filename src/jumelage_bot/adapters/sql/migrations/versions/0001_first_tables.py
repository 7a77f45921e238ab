"""Questions received, letters to send, dialogues and opinions."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table."""
    _make_inbox()
    _make_outbox()
    _make_paces()
    _make_dialogues()
    _make_feedback()


def downgrade() -> None:
    """Drop every table."""
    for table in ("feedback", "dialogues", "paces", "outbox", "inbox"):
        op.drop_table(table)


def _make_inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("app", sa.Text, nullable=False),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("ts", sa.Text, nullable=False),
        sa.Column("client_id", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("user", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("root", sa.Text),
        sa.Column("reply_to", sa.Text),
        sa.Column("is_chosen", sa.Boolean, nullable=False),
        sa.Column("received_at", sa.Float, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("lease", sa.Float),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.UniqueConstraint("app", "channel", "ts", name="inbox_message"),
        sa.UniqueConstraint("app", "client_id", name="inbox_client_id"),
    )
    op.create_index("inbox_by_state", "inbox", ["state", "ts"])
    op.create_index("inbox_by_conversation", "inbox", ["conversation", "state"])
    op.create_index("inbox_by_root", "inbox", ["channel", "root"])


def _make_outbox() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column(
            "question", sa.Integer, sa.ForeignKey("inbox.id", ondelete="SET NULL"), unique=True
        ),
        sa.Column("key", sa.Text, nullable=False, unique=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("root", sa.Text),
        sa.Column("reply_to", sa.Text),
        sa.Column("body", sa.JSON, nullable=False),
        sa.Column("fallback", sa.JSON(none_as_null=True)),
        sa.Column("written_at", sa.Float, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("owner", sa.Text),
        sa.Column("lease", sa.Float),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("next_at", sa.Float, nullable=False),
        sa.Column("sent_at", sa.Float),
        sa.Column("sent_ts", sa.Text),
        sa.Column("is_checked", sa.Boolean, nullable=False),
    )
    op.create_index("outbox_by_state", "outbox", ["state", "next_at"])
    op.create_index("outbox_by_thread", "outbox", ["channel", "root", "state"])


def _make_paces() -> None:
    op.create_table(
        "paces",
        sa.Column("channel", sa.Text, primary_key=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("free_at", sa.Float, nullable=False),
    )


def _make_dialogues() -> None:
    op.create_table(
        "dialogues",
        sa.Column("conversation", sa.Text, primary_key=True),
        sa.Column("state", sa.JSON, nullable=False),
        sa.Column("saved_at", sa.Float, nullable=False),
    )


def _make_feedback() -> None:
    op.create_table(
        "feedback",
        sa.Column("letter", sa.Text, primary_key=True),
        sa.Column("user", sa.Text, primary_key=True),
        sa.Column("team", sa.Text, nullable=False),
        sa.Column("opinion", sa.Text, nullable=False),
        sa.Column("given_at", sa.Float, nullable=False),
    )
