"""What the environment may set."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

DATA_VARIABLE = "JUMELAGE_DATA"
CACHE_VARIABLE = "JUMELAGE_CACHE"
NAME = "jumelage-bot"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process is set up."""

    data: Path
    """The folder that holds `knowledge/` and `intents.yaml`."""
    cache: Path
    """The folder that keeps what takes long to make."""
    history: Path | None = None
    """The file that keeps what is typed in the terminal; None when there is no home for it."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Return the settings of an environment; what it leaves out takes its default."""
        data, cache = env.get(DATA_VARIABLE), env.get(CACHE_VARIABLE)
        return cls(
            Path(data) if data else shipped_data(),
            Path(cache).absolute() if cache else user_cache(),
            _history(env),
        )


def shipped_data() -> Path:
    """Return the folder of the content that came with the code.

    A checkout has it at its root, an installed copy inside the package. The root comes
    first: an editable install may leave a stale copy beside the package.
    """
    package = Path(__file__).resolve().parent
    root = package.parent.parent
    is_checkout = (root / "pyproject.toml").is_file() and (root / "intents.yaml").is_file()
    return root if is_checkout else package / "content"


def user_cache() -> Path:
    """Return the folder where this person's programs keep what they can make again."""
    return user_cache_path(NAME, appauthor=False)


def state_folder(env: Mapping[str, str]) -> Path | None:
    """Return where this person's programs keep their state; None when there is no home for it."""
    state = env.get("XDG_STATE_HOME") or env.get("LOCALAPPDATA")
    home = env.get("HOME") or env.get("USERPROFILE")
    if state and Path(state).is_absolute():
        return Path(state) / NAME
    return Path(home) / ".local" / "state" / NAME if home else None


def _history(env: Mapping[str, str]) -> Path | None:
    folder = state_folder(env)
    return folder / "historique" if folder else None
