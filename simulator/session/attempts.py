"""How often somebody may be wrong: so many times within a while, by whatever key. Kept in memory, for that while."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from ledger.errors import Fault, LintasError

_MOST_KEYS: Final = 10_000  # whoever comes from everywhere at once must not fill the memory


class Attempts:
    """Not thread-safe: the caller holds a lock."""

    def __init__(self, most: int, within: timedelta, now: Callable[[], datetime]) -> None:
        self._most = most
        self._within = within
        self._now = now
        self._times: dict[str, deque[datetime]] = {}

    def check(self, key: str) -> None:
        """Raises LintasError JOIN_SLOW_DOWN where `key` has had all its tries; '' is nobody, and never refused."""
        times = self._times.get(key)
        if times is None:
            return
        limit = self._now() - self._within
        while times and times[0] <= limit:
            times.popleft()
        if not times:
            del self._times[key]
        elif len(times) >= self._most:
            minutes = round(self._within.total_seconds() / 60)
            message = f"too many wrong codes or words; wait {minutes} minutes, or ask the trainer"
            raise LintasError(Fault.EXHAUSTED, "JOIN_SLOW_DOWN", message)

    def note(self, key: str) -> None:
        """One more."""
        if not key:
            return
        if key not in self._times and len(self._times) >= _MOST_KEYS:
            del self._times[next(iter(self._times))]
        self._times.setdefault(key, deque(maxlen=self._most)).append(self._now())
