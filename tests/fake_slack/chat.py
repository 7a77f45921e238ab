"""The methods that write messages and read them."""

import time

from fake_slack.house_rules import breaches, unfurls
from fake_slack.identity import BOT, BOT_USER
from fake_slack.limits import errors_of_message
from fake_slack.records import Call, Json, Message, Shown
from fake_slack.state import RateLimited, ResponseUrl, State, refuse
from fake_slack.workspace import page

RESPONSE_URL_USES = 5
RESPONSE_URL_LIFE = 1800.0


def post(state: State, call: Call) -> Json:
    args = call.args
    _check_target(state, args)
    if seconds := state.pace.wait(args["channel"], time.monotonic()):
        raise RateLimited(seconds)
    message = write(state, args, args["channel"], call.at)
    state.statuses.pop((message.channel, message.thread_ts or ""), None)
    return {"channel": message.channel, "ts": message.ts, "message": message.as_slack()}


def write(state: State, args: Json, channel: str, asked_at: float) -> Message:
    """Put a message of the bot in a channel, if Slack would take it."""
    _check(state, args, channel)
    state.breaches += unfurls(args)
    return state.workspace.add(
        Message(
            channel=channel,
            ts=state.workspace.next_ts(),
            user=BOT_USER,
            text=args.get("text", ""),
            thread_ts=args.get("thread_ts"),
            blocks=args.get("blocks") or [],
            metadata=args.get("metadata"),
            bot_id=BOT,
            at=time.monotonic(),
            asked_at=asked_at,
        )
    )


def post_ephemeral(state: State, call: Call) -> Json:
    _check_target(state, call.args)
    if not call.args.get("user"):
        refuse("user_not_in_channel")
    _check(state, call.args, call.args["channel"])
    state.ephemerals.append(Shown(call.args["user"], call.args, call.at, call.args["channel"]))
    return {"message_ts": state.workspace.next_ts()}


def update(state: State, call: Call) -> Json:
    message = _own(state, call.args, "cant_update_message")
    _check(state, call.args, message.channel, is_update=True)
    message.text = call.args.get("text", message.text)
    message.blocks = call.args.get("blocks") or []
    message.edits += 1
    return {"channel": message.channel, "ts": message.ts, "text": message.text}


def delete(state: State, call: Call) -> Json:
    message = _own(state, call.args, "cant_delete_message")
    state.workspace.remove(message)
    return {"channel": message.channel, "ts": message.ts}


def replies(state: State, call: Call) -> Json:
    found = state.workspace.thread(str(call.args.get("channel")), str(call.args.get("ts")))
    if not found:
        refuse("thread_not_found")
    return page(found, call.args)


def history(state: State, call: Call) -> Json:
    return page(state.workspace.history(str(call.args.get("channel"))), call.args)


def respond(state: State, url: ResponseUrl, body: Json) -> None:
    """Take what is sent to the address of a command or a click."""
    now = time.monotonic()
    url.uses += 1
    if url.uses > RESPONSE_URL_USES or now - url.opened > RESPONSE_URL_LIFE:
        refuse("used_url")
    if body.get("delete_original"):
        state.responses.append(Shown(url.user, body, now, url.channel))
        return
    _check(state, body, url.channel)
    if body.get("response_type") == "in_channel":
        write(state, body, url.channel, now)
    state.responses.append(Shown(url.user, body, now, url.channel))


def _check_target(state: State, args: Json) -> None:
    channel, root = args.get("channel"), args.get("thread_ts")
    if channel not in state.workspace.kinds:
        refuse("channel_not_found")
    if channel in state.workspace.strangers:
        refuse("not_in_channel")
    if root and state.workspace.find(channel, root) is None:
        refuse("thread_not_found")


def _check(state: State, message: Json, channel: str, *, is_update: bool = False) -> None:
    """Refuse what Slack refuses; note what the house rules forbid."""
    for error in errors_of_message(message, is_update=is_update):
        refuse(error)
    state.breaches += [f"{channel}: {breach}" for breach in breaches(message)]


def _own(state: State, args: Json, error: str) -> Message:
    message = state.workspace.find(str(args.get("channel")), str(args.get("ts")))
    if message is None:
        refuse("message_not_found")
    if message.bot_id != BOT:
        refuse(error)
    return message
