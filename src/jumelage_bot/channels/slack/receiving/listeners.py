"""Say which part of the desk takes what; Bolt does the rest."""

import logging
import re
from collections.abc import Callable

from slack_bolt import Ack, App, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from jumelage_bot.channels.slack.names import CHOICE, COMMAND, OPINION, RETRY, SHORTCUT, SHOW
from jumelage_bot.channels.slack.receiving.desk import ON_UNINSTALL, Desk
from jumelage_bot.channels.slack.receiving.inline import Inline
from jumelage_bot.channels.slack.receiving.payloads import Payload
from jumelage_bot.channels.slack.receiving.reading import Identity
from jumelage_bot.channels.slack.repeating import log_error
from jumelage_bot.channels.slack.sending.courtesies import Courtesies

ANY = re.compile(".*")

Take = Callable[[Payload], object]
Next = Callable[[], BoltResponse]


def build_app(client: WebClient, signing_secret: str, desk: Desk, courtesies: Courtesies) -> App:
    """Return the app: all that is no message is acknowledged, once it is kept."""
    app = App(
        logger=_silent(),
        client=client,
        signing_secret=signing_secret,
        authorize=_authorize(desk.reader.identity, str(client.token)),
        listener_executor=Inline(),
        attaching_conversation_kwargs_enabled=False,
    )
    app.error(log_error)
    _listen_to_events(app, desk, courtesies)
    _listen_to_people(app, desk, courtesies)
    return app


def _silent() -> logging.Logger:
    """Return the logger of Bolt: what it says of an error quotes what somebody wrote."""
    logger = logging.getLogger("slack_bolt")
    logger.setLevel(logging.CRITICAL)
    return logger


def _authorize(identity: Identity, token: str) -> Callable[..., AuthorizeResult]:
    known = AuthorizeResult(
        enterprise_id=None,
        team_id=identity.team,
        bot_user_id=identity.user,
        bot_id=identity.bot,
        bot_token=token,
    )
    # There is one workspace; and nothing has to be asked of Slack before an event is kept.
    return lambda: known


def _listen_to_events(app: App, desk: Desk, courtesies: Courtesies) -> None:
    """Bolt acknowledges an event before its listener runs: what keeps it is a middleware."""
    for event in (ON_UNINSTALL, "tokens_revoked"):
        app.event(event, middleware=[_keeping(desk.take_leave)])(_do_nothing)
    app.event("app_home_opened")(courtesies.welcome)
    # What nobody asked for is acknowledged too: Slack cuts off an app that leaves events waiting.
    app.event(ANY)(_do_nothing)


def _listen_to_people(app: App, desk: Desk, courtesies: Courtesies) -> None:
    """Bolt acknowledges nothing of what a person does before the listener says so."""
    app.command(COMMAND)(_acknowledging(desk.take_command))
    app.shortcut(SHORTCUT)(_acknowledging(desk.take_shortcut))
    app.action(re.compile(f"^{CHOICE}"))(_acknowledging(desk.take_click))
    app.action(RETRY)(_acknowledging(desk.take_click))
    app.action(SHOW)(_acknowledging(desk.take_show))
    app.action(OPINION)(_thanking(desk, courtesies))
    for listen in (app.command, app.shortcut, app.action, app.view, app.options):
        listen(ANY)(_acknowledging(_do_nothing))


def _keeping(take: Take) -> Callable[..., BoltResponse]:
    def keep(body: Payload, next_: Next) -> BoltResponse:
        take(body)
        return next_()

    return keep


def _acknowledging(take: Take) -> Callable[..., None]:
    def listen(body: Payload, ack: Ack) -> None:
        take(body)
        ack()

    return listen


def _thanking(desk: Desk, courtesies: Courtesies) -> Callable[..., None]:
    def listen(body: Payload, ack: Ack) -> None:
        is_new = desk.take_opinion(body)
        ack()
        if is_new:
            courtesies.thank(body)

    return listen


def _do_nothing(*_: object) -> None:
    """Leave an event at that."""
