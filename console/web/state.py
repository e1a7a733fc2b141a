"""Whether the post can be relied on just now: is the service up, and how old is the list?"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from console.web.hub import Hub
from watchlist.freshness import Freshness, ListAge

TOPIC: Final = "state"


@dataclass(frozen=True, slots=True)
class SystemState:
    """`list_changed_at` is None where no list ever came in; `list_as_of` where the list is the centre's newest."""

    is_service_up: bool = True
    list_entries: int = 0
    list_changed_at: datetime | None = None
    is_list_old: bool = False
    freshness: Freshness = Freshness.FRESH
    list_as_of: datetime | None = None

    @property
    def is_degraded(self) -> bool:
        """Something that every officer must know before relying on an answer."""
        return self.is_unreliable or self.is_list_old or self.freshness is Freshness.STALE

    @property
    def is_unreliable(self) -> bool:
        """Answers are no full check now."""
        return not self.is_service_up or self.list_entries == 0 or self.freshness is Freshness.EXPIRED


@dataclass(frozen=True, slots=True)
class Probes:
    """How the state is found out. None of them may raise."""

    is_service_up: Callable[[], bool]
    list_entries: Callable[[], int]
    list_changed_at: Callable[[], datetime | None]
    list_age: Callable[[], ListAge]
    now: Callable[[], datetime]


class StateWatch:
    """Looks again every few seconds, and tells open pages when something changed."""

    def __init__(self, probes: Probes, hub: Hub, *, old_after: timedelta, every_s: float = 3.0) -> None:
        self._probes = probes
        self._hub = hub
        self._old_after = old_after
        self._every_s = every_s
        self._state = SystemState()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def current(self) -> SystemState:
        """As last seen."""
        return self._state

    def look(self) -> SystemState:
        """Look now."""
        changed_at = self._probes.list_changed_at()
        age = self._probes.list_age()
        state = SystemState(
            freshness=age.freshness,
            # at the centre it is always 'now': no news
            list_as_of=None if age.freshness is Freshness.FRESH else age.as_of,
            is_service_up=self._probes.is_service_up(),
            list_entries=self._probes.list_entries(),
            list_changed_at=changed_at,
            is_list_old=changed_at is not None and self._probes.now() - changed_at > self._old_after,
        )
        if state != self._state:
            self._state = state
            self._hub.publish(TOPIC)
        return state

    def start(self) -> None:
        """Look now, then go on looking on a thread of its own."""
        self.look()
        self._thread = threading.Thread(target=self._run, name="state-watch", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._every_s):
            self.look()
