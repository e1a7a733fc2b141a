"""Where events are kept: the port, and the one in memory for tests and training."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Protocol

from ledger.chain import EMPTY, Head, link
from ledger.event import Event, EventDraft


class Ledger(Protocol):
    """Append only. Events come back in order of sequence."""

    def append(self, draft: EventDraft) -> Event:
        """Give the draft its place at the end of the chain."""

    def events(self, *, after_sequence: int = 0, subject: str = "") -> Iterator[Event]:
        """Events with a higher sequence, all or those of one subject."""

    def head(self) -> Head:
        """The end of the chain; `EMPTY` before the first event."""


class MemoryLedger:
    """Keeps events for the life of the process. Thread-safe."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._lock = threading.Lock()

    def append(self, draft: EventDraft) -> Event:
        with self._lock:
            event = link(draft, self._head())
            self._events.append(event)
            return event

    def events(self, *, after_sequence: int = 0, subject: str = "") -> Iterator[Event]:
        with self._lock:
            known = self._events[after_sequence:]
        return (event for event in known if not subject or event.subject == subject)

    def head(self) -> Head:
        with self._lock:
            return self._head()

    def _head(self) -> Head:
        return Head(self._events[-1].sequence, self._events[-1].digest) if self._events else EMPTY
