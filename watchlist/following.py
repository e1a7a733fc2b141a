"""A searcher that keeps up with the store: whoever writes to the list, the next search here knows of it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Protocol

from watchlist.entry import Entry, SearchResult, Subject
from watchlist.store import Change, EntryStore


class SearcherPort(Protocol):
    """Something that finds listed persons and documents, and takes in changes of the list."""

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first."""

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Take in the latest state of these entries: new, changed or revoked."""

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""


class RefreshedSearcher(SearcherPort, Protocol):
    """A searcher that reads what has changed from the store itself: an import may be larger than memory."""

    def refresh(self) -> None:
        """Take in every change up to now."""


class FollowedSearcher(SearcherPort, Protocol):
    """A searcher that can also lose entries which are found elsewhere from now on."""

    def forget(self, entry_ids: Iterable[str]) -> None:
        """Take these out of memory, where they are in it."""


class DocumentsElsewhere(Protocol):
    """Listed documents that are not held in memory, and the changes of all entries in two parts."""

    def follow(self, list_version: int) -> Iterator[str]:
        """Take in what changed of documents after that version; gives their entry ids. To be gone through."""

    def held_changes_since(self, list_version: int) -> Iterator[Change]:
        """The latest state of every other entry changed after that version, in order of version."""


class Following:
    """Asks the store for its version before each search, and takes in what is new. Thread-safe.

    Other processes write to the same list (a supervisor's import, another replica); asking costs a fraction of a
    millisecond, and no ban is missed until somebody restarts the service.
    """

    def __init__(
        self,
        store: EntryStore,
        searcher: FollowedSearcher,
        list_version: int,
        documents: DocumentsElsewhere | None = None,
    ) -> None:
        """`list_version` is what the searcher was built from. Without `documents` everything is held in memory."""
        self._store = store
        self._searcher = searcher
        self._documents = documents
        self._known = list_version
        self._lock = threading.Lock()

    def refresh(self) -> None:
        """Take in every change up to now."""
        if self._store.list_version() == self._known:
            return
        with self._lock:
            # the version first: what comes in between is taken in twice rather than missed
            head = self._store.list_version()
            if head == self._known:
                return
            if self._documents is None:
                changes = self._store.changes_since(self._known)
            else:
                # many at once, since a whole list may have come in
                self._searcher.forget(self._documents.follow(self._known))
                changes = self._documents.held_changes_since(self._known)
            self._searcher.follow([change.entry for change in changes], head)
            self._known = head

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
