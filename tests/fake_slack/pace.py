"""How often a channel takes a message: one a second, after a burst."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Pace:
    per_second: float = 1.0
    burst: int = 5
    refused: int = 0
    _spent: dict[str, tuple[float, float]] = field(default_factory=dict)

    def wait(self, channel: str, now: float) -> float:
        """Take one message of a channel; return 0, or the seconds to wait before the next try."""
        level, then = self._spent.get(channel, (0.0, now))
        level = max(0.0, level - (now - then) * self.per_second)
        if level + 1 > self.burst:
            self._spent[channel] = (level, now)
            self.refused += 1
            return max(1.0, (level + 1 - self.burst) / self.per_second)
        self._spent[channel] = (level + 1, now)
        return 0.0
