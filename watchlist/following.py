"""A searcher that keeps up with the store: whoever writes to the list, the next search here knows of it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from watchlist.entry import Entry, SearchResult, Subject
from watchlist.store import EntryStore


class SearcherPort(Protocol):
    """Something that finds listed persons and documents, and takes in changes of the list."""

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first."""

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Take in the latest state of these entries: new, changed or revoked."""

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""


class Following:
    """Asks the store for its version before each search, and takes in what is new. Thread-safe.

    Other processes write to the same list (a supervisor's import, another replica); asking costs a fraction of a
    millisecond, and no ban is missed until somebody restarts the service.
    """

    def __init__(self, store: EntryStore, searcher: SearcherPort, list_version: int) -> None:
        """`list_version` is what the searcher was built from."""
        self._store = store
        self._searcher = searcher
        self._known = list_version
        self._lock = threading.Lock()

    def refresh(self) -> None:
        """Take in every change up to now."""
        if self._store.list_version() == self._known:
            return
        with self._lock:
            changes = list(self._store.changes_since(self._known))
            if changes:
                self._known = changes[-1].list_version
                self._searcher.follow([change.entry for change in changes], self._known)

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Somebody in this process changed the list: take it in now, with whatever others changed before."""
        self.refresh()

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits on the list as it is now, best first."""
        self.refresh()
        return self._searcher.search(subject, now)

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return self._searcher.entry_count
