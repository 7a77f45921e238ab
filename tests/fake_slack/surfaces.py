"""The methods that show something elsewhere than in a message."""

import time

from fake_slack.limits import errors_of_view
from fake_slack.records import Call, Json, Shown
from fake_slack.state import State, refuse

MAX_PROMPTS = 4
MAX_LOADING_MESSAGES = 10
TRIGGER_LIFE = 3.0


def publish(state: State, call: Call) -> Json:
    view = _view(call.args)
    if view["type"] != "home":
        refuse("invalid_arguments")
    state.homes.append(Shown(str(call.args["user_id"]), view, call.at))
    return {"view": view}


def open_modal(state: State, call: Call) -> Json:
    opened = state.triggers.pop(str(call.args.get("trigger_id")), None)
    if opened is None:
        refuse("invalid_trigger_id")
    if time.monotonic() - opened > TRIGGER_LIFE:
        refuse("expired_trigger_id")
    view = _view(call.args)
    state.modals.append(Shown("", view, call.at))
    return {"view": view | {"id": f"V{len(state.modals):04}"}}


def suggest(state: State, call: Call) -> Json:
    if not 0 < len(call.args.get("prompts") or []) <= MAX_PROMPTS:
        refuse("invalid_arguments")
    if call.args.get("thread_ts"):
        state.breaches.append("prompts with a thread: Slack shows none of them")
    state.prompts.append(Shown("", call.args, call.at, str(call.args["channel_id"])))
    return {}


def set_status(state: State, call: Call) -> Json:
    where = (str(call.args["channel_id"]), str(call.args["thread_ts"]))
    if state.workspace.find(*where) is None:
        refuse("thread_not_found")
    if len(call.args.get("loading_messages") or []) > MAX_LOADING_MESSAGES:
        refuse("invalid_arguments")
    if call.args.get("status"):
        state.statuses[where] = str(call.args["status"])
    else:
        state.statuses.pop(where, None)
    return {}


def _view(args: Json) -> Json:
    view: Json = args.get("view") or {}
    for error in errors_of_view(view):
        refuse(error)
    return view
