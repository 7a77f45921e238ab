"""Build the Slack app, from arguments: what `bootstrap` does for the bot."""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from queue import SimpleQueue
from socket import socket

from slack_sdk import WebClient

from jumelage_bot.adapters.sql.conversations import SqlConversations
from jumelage_bot.adapters.sql.database import Database, open_database
from jumelage_bot.adapters.sql.inbox import SqlInbox
from jumelage_bot.adapters.sql.migrating import migrate
from jumelage_bot.adapters.sql.opinions import SqlOpinions
from jumelage_bot.adapters.sql.outbox import SqlOutbox
from jumelage_bot.adapters.sql.received import SqlReceived
from jumelage_bot.adapters.sql.retention import SqlRetention
from jumelage_bot.bootstrap import build_bot
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import apology_of
from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.receiving.connecting import session_opener
from jumelage_bot.channels.slack.receiving.desk import Desk
from jumelage_bot.channels.slack.receiving.dispatching import Dispatcher
from jumelage_bot.channels.slack.receiving.gathering import Gathering
from jumelage_bot.channels.slack.receiving.listeners import build_app
from jumelage_bot.channels.slack.receiving.precedence import Precedence
from jumelage_bot.channels.slack.receiving.reading import Identity, Reader
from jumelage_bot.channels.slack.receiving.sockets import Sockets
from jumelage_bot.channels.slack.receiving.web import Gate, serve
from jumelage_bot.channels.slack.repeating import REST, Repeater
from jumelage_bot.channels.slack.sending.courtesies import Courtesies
from jumelage_bot.channels.slack.sending.posting import TIMEOUT
from jumelage_bot.channels.slack.sending.sender import Sender
from jumelage_bot.channels.slack.sending.sweeping import Sweeper
from jumelage_bot.channels.slack.service import Receive, Service
from jumelage_bot.channels.slack.stores import Handed
from jumelage_bot.channels.slack.working import Worker
from jumelage_bot.channels.slack.writing.home import examples, home
from jumelage_bot.channels.slack.writing.letters import note
from jumelage_bot.loading.content import Content, load_content
from jumelage_bot.settings import Settings
from jumelage_bot.slack_settings import SlackSettings

SENDERS = 4
"""How many letters may be on their way at once: one that hangs does not hold up the others."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """Whom the app speaks to, and as whom."""

    client: WebClient
    identity: Identity


def build_client(settings: SlackSettings) -> WebClient:
    """Return what calls Slack; it never calls twice by itself."""
    return WebClient(
        settings.bot_token, base_url=settings.api_url, timeout=TIMEOUT, retry_handlers=[]
    )


def open_ready_database(url: str) -> Database:
    """Return a database whose tables are up to date; raise DatabaseError if it cannot be used."""
    database = open_database(url)
    migrate(database)
    return database


@dataclass(frozen=True, slots=True)
class _Parts:
    """What both those who receive and those who answer are built from."""

    settings: SlackSettings
    workspace: Workspace
    database: Database
    content: Content
    handed: Handed = field(default_factory=SimpleQueue)
    asked: Bell = field(default_factory=Bell)
    written: Bell = field(default_factory=Bell)
    precedence: Precedence = field(default_factory=Precedence)


def build_service(
    settings: SlackSettings,
    workspace: Workspace,
    database: Database,
    here: Settings,
    listening: socket | None,
) -> Service:
    """Return the Slack app: over HTTP on a socket, or in Socket Mode.

    It receives at once; the model is loaded by the thread that answers. Raise ContentError if
    the content is broken.
    """
    parts = _Parts(settings, workspace, database, load_content(here.data))
    worker = _build_worker(parts, cache(partial(build_bot, here.data, cache=here.cache)))
    outbox = SqlOutbox(database, time.time)
    apology = note(apology_of(parts.content.language))
    senders = [
        Sender(secrets.token_hex(8), workspace.client, parts.handed, outbox, apology, time.time)
        for _ in range(SENDERS)
    ]
    retention = SqlRetention(database)
    sweeper = Sweeper(workspace.client, outbox, retention, settings.retention_days, time.time)
    return Service(
        Repeater(worker.work, parts.asked, parts.precedence),
        [Repeater(sender.send, parts.written, parts.precedence) for sender in senders],
        Repeater(sweeper.sweep, Bell(), parts.precedence, poll=REST),
        _build_receiver(parts, listening),
    )


def _build_worker(parts: _Parts, load: Callable[[], Bot]) -> Worker:
    return Worker(
        secrets.token_hex(8),
        load,
        SqlInbox(parts.database, time.time),
        SqlConversations(parts.database, time.time),
        parts.handed,
        parts.written,
        examples(parts.content.knowledge)[0],
    )


def _build_receiver(parts: _Parts, listening: socket | None) -> Receive:
    settings, client = parts.settings, parts.workspace.client
    desk = _build_desk(parts)
    app = build_app(client, settings.signing_secret, desk, _build_courtesies(parts))
    dispatcher = Dispatcher(app, Gathering(desk.take_messages), parts.precedence)
    if listening is None:
        return Sockets(session_opener(client, settings.app_token), dispatcher).receive
    gate = Gate(dispatcher, settings.signing_secret)
    return partial(serve, gate, listening)


def _build_desk(parts: _Parts) -> Desk:
    # Another token, other hashes: what was kept before belongs to nobody then.
    secret = hashlib.sha256(parts.settings.bot_token.encode()).digest()
    return Desk(
        Reader(parts.workspace.identity, secret),
        SqlReceived(parts.database, time.time),
        SqlOutbox(parts.database, time.time),
        SqlOpinions(parts.database, time.time),
        SqlRetention(parts.database),
        parts.asked,
        parts.written,
    )


def _build_courtesies(parts: _Parts) -> Courtesies:
    knowledge, settings = parts.content.knowledge, parts.settings
    shown = home(knowledge, settings.retention_days, settings.contact)
    return Courtesies(parts.workspace.client, shown, examples(knowledge))
