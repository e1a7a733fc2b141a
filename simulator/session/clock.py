"""How long a class has worked: the log's own times, without pauses. Nothing is scored by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Clock:
    """`ran_s` seconds until `since` (UTC), from when it runs; None while it stands."""

    ran_s: float = 0.0
    since: datetime | None = None

    def at(self, now: datetime) -> float:
        """Seconds that it has run. A wall clock that was set back takes nothing away."""
        return self.ran_s if self.since is None else self.ran_s + max(0.0, (now - self.since).total_seconds())

    def turned(self, now: datetime, *, runs: bool) -> Clock:
        """The same clock, running or standing from `now` on."""
        return self if runs is (self.since is not None) else Clock(self.at(now), now if runs else None)
