"""Build the Slack app, from arguments: what `bootstrap` does for the bot."""

import hashlib
import secrets
import time
from dataclasses import dataclass
from functools import partial

from slack_sdk import WebClient

from jumelage_bot.adapters.sql.conversations import SqlConversations
from jumelage_bot.adapters.sql.database import Database, open_database
from jumelage_bot.adapters.sql.inbox import SqlInbox
from jumelage_bot.adapters.sql.migrating import migrate
from jumelage_bot.adapters.sql.opinions import SqlOpinions
from jumelage_bot.adapters.sql.outbox import SqlOutbox
from jumelage_bot.adapters.sql.retention import SqlRetention
from jumelage_bot.bot import Bot
from jumelage_bot.channels.conversation import apologise
from jumelage_bot.channels.slack.bells import Bell
from jumelage_bot.channels.slack.connecting import session_opener
from jumelage_bot.channels.slack.courtesies import Courtesies
from jumelage_bot.channels.slack.desk import Desk
from jumelage_bot.channels.slack.dispatching import Dispatcher
from jumelage_bot.channels.slack.home import examples, home
from jumelage_bot.channels.slack.letters import note
from jumelage_bot.channels.slack.listeners import build_app
from jumelage_bot.channels.slack.posting import TIMEOUT
from jumelage_bot.channels.slack.reading import Identity, Reader
from jumelage_bot.channels.slack.repeating import REST, Repeater
from jumelage_bot.channels.slack.sending import Sender
from jumelage_bot.channels.slack.service import Receive, Service
from jumelage_bot.channels.slack.sockets import Sockets
from jumelage_bot.channels.slack.sweeping import Sweeper
from jumelage_bot.channels.slack.web import Gate, serve
from jumelage_bot.channels.slack.working import Worker
from jumelage_bot.slack_settings import SlackSettings

SENDERS = 4
"""How many letters may be on their way at once: one that hangs does not hold up the others."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where requests are received."""

    host: str
    port: int


def build_client(settings: SlackSettings) -> WebClient:
    """Return what calls Slack; it never calls twice by itself."""
    return WebClient(
        settings.bot_token, base_url=settings.api_url, timeout=TIMEOUT, retry_handlers=[]
    )


def open_ready_database(url: str) -> Database:
    """Return a database whose tables are up to date."""
    database = open_database(url)
    migrate(database)
    return database


def build_service(
    settings: SlackSettings,
    client: WebClient,
    identity: Identity,
    bot: Bot,
    address: Address | None,
) -> Service:
    """Return the Slack app: over HTTP at an address, or in Socket Mode."""
    database, now = open_ready_database(settings.database_url), time.time
    inbox, outbox = SqlInbox(database, now), SqlOutbox(database, now)
    retention, asked, written = SqlRetention(database), Bell(), Bell()
    # Another token, other hashes: what was kept before belongs to nobody then.
    secret = hashlib.sha256(settings.bot_token.encode()).digest()
    desk = Desk(
        Reader(identity, secret),
        inbox,
        outbox,
        SqlOpinions(database, now),
        retention,
        asked,
        written,
    )
    knowledge = bot.grammar.knowledge
    questions = examples(knowledge)
    shown = home(knowledge, settings.retention_days, settings.contact)
    app = build_app(client, settings.signing_secret, desk, Courtesies(client, shown, questions))
    owner = secrets.token_hex(8)
    worker = Worker(owner, bot, inbox, SqlConversations(database, now), written, questions[0])
    apology = note(apologise(bot).text)
    senders = [
        Sender(f"{owner}-{number}", client, outbox, apology, now) for number in range(SENDERS)
    ]
    sweeper = Sweeper(client, outbox, retention, settings.retention_days, now)
    return Service(
        Repeater(worker.work, asked),
        [Repeater(sender.send, written) for sender in senders],
        Repeater(sweeper.sweep, Bell(), poll=REST),
        _receiver(settings, client, Dispatcher(app), address),
    )


def _receiver(
    settings: SlackSettings, client: WebClient, dispatcher: Dispatcher, address: Address | None
) -> Receive:
    if address is None:
        return Sockets(session_opener(client, settings.app_token), dispatcher).receive
    gate = Gate(dispatcher, settings.signing_secret)
    return partial(serve, gate, address.host, address.port)
