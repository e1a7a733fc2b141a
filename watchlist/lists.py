"""The use cases of the watchlist: search, look up, import a list."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime

from watchlist.entry import Entry, SearchResult, Subject
from watchlist.following import RefreshedSearcher
from watchlist.imports.record import ImportMark, ListRecord
from watchlist.imports.report import ImportOrder, ImportReport
from watchlist.imports.revision import ListStore
from watchlist.imports.take_in import take_in
from watchlist.store import EntryFilter, EntryPage, EntryStore

__all__ = ["ImportOrder", "ImportReport", "Lists"]


class Lists:
    """Searches and keeps the lists of one post."""

    def __init__(
        self, *, store: EntryStore, imports: ListStore, searcher: RefreshedSearcher, now: Callable[[], datetime]
    ) -> None:
        """`store` and `imports` are two sides of the same data base."""
        self._store = store
        self._imports = imports
        self._searcher = searcher
        self._now = now
        self._importing = threading.Lock()

    def search(self, subject: Subject) -> SearchResult:
        """Who may this be, as the law stands now?"""
        return self._searcher.search(subject, self._now())

    def get(self, entry_id: str) -> Entry:
        """Raises LintasError ENTRY_UNKNOWN."""
        return self._store.get(entry_id)

    def page(self, which: EntryFilter, *, page_size: int, page_token: str) -> EntryPage:
        """Entries by id."""
        return self._store.page(which, now=self._now(), page_size=page_size, page_token=page_token)

    def records(self) -> tuple[ListRecord, ...]:
        """What is known of every imported list, by id."""
        return self._imports.lists()

    def begun(self) -> tuple[ImportMark, ...]:
        """Imports that have begun and not ended, the oldest first."""
        return self._imports.marks()

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return self._searcher.entry_count

    @property
    def list_version(self) -> int:
        """Of the store."""
        return self._store.list_version()

    @property
    def now(self) -> datetime:
        """The time at the post."""
        return self._now()

    def import_list(self, order: ImportOrder) -> ImportReport:
        """Make the list say what the files say: all of it or nothing. Entries that are gone are revoked.

        While any row is rejected nothing is revoked: its entry may be the one that seems to be gone.
        Importing the same files again changes nothing, so a repeated request is harmless. Raises LintasError where
        the files are of no known format, or not of the one named; LIST_MOVED where this list was changed meanwhile.
        """
        with self._importing:  # one at a time: each needs room on the disk, and memory for its sorting
            report = take_in(order, self._imports, self._now())
        if not report.is_dry_run:
            self._searcher.refresh()
        return report
