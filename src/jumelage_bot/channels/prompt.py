"""Read what is typed at the prompt, with history, completion and the usual keys."""

from collections.abc import Callable, Iterator

from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.enums import DEFAULT_BUFFER
from prompt_toolkit.filters import Condition, has_focus
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.history import History
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from jumelage_bot.channels.commands import SIGN
from jumelage_bot.channels.completion import Phrases, complete
from jumelage_bot.channels.terminal import PROMPT

MENU_HEIGHT = 6
"""Lines kept free under the prompt for the completions."""


def open_prompt(phrases: Phrases, history: History) -> Callable[[], str]:
    """Return what reads one entry; it raises EOFError when the person wishes to leave."""
    session: PromptSession[str] = PromptSession(
        FormattedText([("bold ansigreen", PROMPT)]),
        history=history,
        completer=_PhraseCompleter(phrases),
        complete_while_typing=_is_command,
        reserve_space_for_menu=MENU_HEIGHT,
        key_bindings=_bindings(),
    )
    return session.prompt


class _PhraseCompleter(Completer):
    """Completes to a command, a name or a question."""

    def __init__(self, phrases: Phrases) -> None:
        self._phrases = phrases

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        """Yield the ways to complete what stands before the cursor."""
        for found in complete(document.text_before_cursor, self._phrases):
            yield Completion(found.text, -found.length, display_meta=found.note)


@Condition
def _is_command() -> bool:
    """Return whether a command is being typed: questions wait for Tab."""
    text = get_app().current_buffer.text
    return text.startswith(SIGN) and " " not in text


def _bindings() -> KeyBindings:
    bindings = KeyBindings()

    @bindings.add("c-c", filter=has_focus(DEFAULT_BUFFER))
    @bindings.add("<sigint>")
    def _clear_or_leave(event: KeyPressEvent) -> None:
        if event.current_buffer.text or event.current_buffer.complete_state:
            event.current_buffer.reset()
        else:
            event.app.exit(exception=EOFError)

    return bindings
