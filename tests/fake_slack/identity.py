"""Who everyone is in the fake workspace: the team, the app, its tokens, the people."""

from typing import Final

TEAM: Final = "T0001"
OTHER_TEAM: Final = "T0002"
APP: Final = "A0001"
BOT_USER: Final = "UBOT"
BOT: Final = "BBOT"
ASKER: Final = "U0001"

BOT_TOKEN: Final = "xoxb-jumelage-1234"  # noqa: S105 -- of the fake alone
APP_TOKEN: Final = "xapp-jumelage-5678"  # noqa: S105
SIGNING_SECRET: Final = "0123456789abcdef0123456789abcdef"  # noqa: S105
