"""What the environment may set."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATA_VARIABLE = "JUMELAGE_DATA"


@dataclass(frozen=True, slots=True)
class Settings:
    """How this process is set up."""

    data: Path
    """The folder that holds `knowledge/` and `intents.yaml`."""

    @classmethod
    def from_env(cls, env: Mapping[str, str]) -> "Settings":
        """Return the settings of an environment; what it leaves out takes its default."""
        named = env.get(DATA_VARIABLE)
        return cls(Path(named) if named else shipped_data())


def shipped_data() -> Path:
    """Return the folder of the content that came with the code.

    A checkout has it at its root, an installed copy inside the package. The root comes
    first: an editable install may leave a stale copy beside the package.
    """
    package = Path(__file__).resolve().parent
    root = package.parent.parent
    is_checkout = (root / "pyproject.toml").is_file() and (root / "intents.yaml").is_file()
    return root if is_checkout else package / "content"
