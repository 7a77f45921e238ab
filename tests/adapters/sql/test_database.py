"""A database is made ready, holds what is said to it, and forgets on demand."""

import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from adapters.sql.samples import LETTER, QUESTION, Time
from jumelage_bot.adapters.sql.conversations import SqlConversations
from jumelage_bot.adapters.sql.database import Database, open_database
from jumelage_bot.adapters.sql.inbox import SqlInbox
from jumelage_bot.adapters.sql.migrating import migrate
from jumelage_bot.adapters.sql.opinions import SqlOpinions
from jumelage_bot.adapters.sql.received import SqlReceived
from jumelage_bot.adapters.sql.retention import SqlRetention
from jumelage_bot.adapters.sql.tables import METADATA, dialogues
from jumelage_bot.domain.dialogue import NEW, DialogueState
from jumelage_bot.domain.mail import Opinion
from support import NOW

STATE = DialogueState("qui est maire ?", ("miravel",), asks_back=True, at=NOW)
MIGRATE = """
import sys
from jumelage_bot.adapters.sql.database import open_database
from jumelage_bot.adapters.sql.migrating import migrate
migrate(open_database(sys.argv[1]))
"""


def test_the_migrations_make_the_tables_that_the_code_expects(database: Database) -> None:
    with database.begin() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), METADATA)

    assert METADATA.tables
    assert differences == []


def test_several_processes_may_start_at_once(url: str) -> None:
    processes = [subprocess.Popen([sys.executable, "-c", MIGRATE, url]) for _ in range(3)]

    assert [process.wait() for process in processes] == [0, 0, 0]
    database = open_database(url)
    assert SqlConversations(database, Time()).load("a") == NEW
    database.close()


def test_a_conversation_is_found_again_and_a_new_one_is_empty(
    database: Database, time: Time
) -> None:
    store = SqlConversations(database, time)

    store.save("a", NEW)
    store.save("a", STATE)

    assert store.load("a") == STATE
    assert store.load("b") == NEW


def test_a_state_of_another_version_is_forgotten(database: Database, time: Time) -> None:
    with database.begin() as connection:
        connection.execute(
            dialogues.insert().values(conversation="a", state={"focus": 3}, saved_at=1)
        )

    assert SqlConversations(database, time).load("a") == NEW


def test_an_opinion_is_kept_once_and_may_change(database: Database, time: Time) -> None:
    opinions = SqlOpinions(database, time)

    recorded = [
        opinions.record("key", "T1", user, opinion)
        for user, opinion in [
            ("u1", Opinion.USEFUL),
            ("u1", Opinion.USEFUL),
            ("u1", Opinion.USELESS),
            ("u2", Opinion.USEFUL),
        ]
    ]

    assert recorded == [True, False, True, True]


@pytest.mark.parametrize("way", ["before", "team", "all"])
def test_what_is_purged_is_in_no_table(way: str, database: Database, time: Time) -> None:
    inbox = SqlInbox(database, time)
    SqlReceived(database, time).receive([QUESTION])
    claim = inbox.claim("worker")
    assert claim is not None
    inbox.answer(claim, LETTER, STATE)
    SqlOpinions(database, time).record("key", "T1", "u1", Opinion.USEFUL)
    retention = SqlRetention(database)

    assert retention.purge_before(time.now - 1) == 0
    assert retention.purge_team("T2") == 0
    match way:
        case "before":
            purged = retention.purge_before(time.now + 10)
        case "team":
            purged = retention.purge_team("T1")
        case _:
            purged = retention.purge_all()

    assert purged == 1
    with database.begin() as connection:
        left = [row for t in METADATA.sorted_tables for row in connection.execute(t.select())]
    assert left == []


def test_what_is_purged_is_in_no_file_of_sqlite(tmp_path: Path, time: Time) -> None:
    database = open_database(f"sqlite:///{tmp_path / 'bot.db'}")
    migrate(database)
    SqlReceived(database, time).receive([QUESTION])

    def holds_the_question() -> bool:
        return any(b"maire de Miravel" in file.read_bytes() for file in tmp_path.iterdir())

    assert holds_the_question()
    SqlRetention(database).purge_all()
    assert not holds_the_question()
    database.close()
