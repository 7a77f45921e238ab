"""How often a channel takes a message: one a second, after a burst."""

import math
from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    per_second: float = 1.0
    burst: int = 5
    refused: int = 0
    hasty: list[str] = field(default_factory=list)
    """Channels that were sent a message before the time they had asked to wait."""
    _spent: dict[str, tuple[float, float]] = field(default_factory=dict)
    _until: dict[str, float] = field(default_factory=dict)

    def wait(self, channel: str, now: float) -> int:
        """Take one message of a channel; return 0, or the seconds to wait before the next try."""
        if now < self._until.get(channel, 0.0):
            self.hasty.append(channel)
        level, then = self._spent.get(channel, (0.0, now))
        level = max(0.0, level - (now - then) * self.per_second)
        if level + 1 > self.burst:
            self._spent[channel] = (level, now)
            self.refused += 1
            seconds = math.ceil((level + 1 - self.burst) / self.per_second)
            self._until[channel] = now + seconds
            return seconds
        self._spent[channel] = (level + 1, now)
        return 0
