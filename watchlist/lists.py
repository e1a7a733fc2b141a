"""The use cases of the watchlist: search, look up, import a list."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.event import EventDraft
from watchlist.entry import Entry, SearchResult, Subject
from watchlist.following import SearcherPort
from watchlist.sources import Rejected, source_named
from watchlist.store import EntryFilter, EntryPage, EntryStore, compare


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import changed, or would change in a dry run. `rejected` holds all rejected rows."""

    added: int
    changed: int
    removed: int
    unchanged: int
    rejected: tuple[Rejected, ...]
    list_version: int
    is_dry_run: bool


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """One list to import: its files in the order that the source expects, and who asked for it."""

    list_id: str
    files: Sequence[Path]
    actor: Actor
    request_id: str
    source: str = "auto"
    is_dry_run: bool = False


class Lists:
    """Searches and keeps the lists of one post."""

    def __init__(self, *, store: EntryStore, searcher: SearcherPort, now: Callable[[], datetime]) -> None:
        self._store = store
        self._searcher = searcher
        self._now = now
        self._changing = threading.Lock()

    def search(self, subject: Subject) -> SearchResult:
        """Who may this be, as the law stands now?"""
        return self._searcher.search(subject, self._now())

    def get(self, entry_id: str) -> Entry:
        """Raises LintasError ENTRY_UNKNOWN."""
        return self._store.get(entry_id)

    def page(self, which: EntryFilter, *, page_size: int, page_token: str) -> EntryPage:
        """Entries by id."""
        return self._store.page(which, now=self._now(), page_size=page_size, page_token=page_token)

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return self._searcher.entry_count

    @property
    def now(self) -> datetime:
        """The time at the post."""
        return self._now()

    def import_list(self, order: ImportOrder) -> ImportReport:
        """Make the list say what the files say: all of it or nothing. Entries that are gone are revoked.

        While any row is rejected nothing is revoked: its entry may be the one that seems to be gone.
        Importing the same files again changes nothing, so a repeated request is harmless. Raises LintasError where
        the files are of no known format, or not of the one named.
        """
        now = self._now()
        source = source_named(order.source, order.files[0])
        incoming = _Incoming(source.read(order.files, order.list_id))
        base_version = self._store.list_version()
        changes = compare(self._store.current(order.list_id), incoming, now=now)
        if incoming.rejected:
            changes = replace(changes, removed=())
        elif not incoming.count:
            raise invalid_field("chunk", "the list has no entries; nothing was changed", reason="LIST_EMPTY")
        version = base_version
        if not (order.is_dry_run or changes.is_empty):
            digests = [_digest(path) for path in order.files]
            draft = EventDraft(
                "watchlist.imported",
                order.actor,
                f"lists/{order.list_id}",
                {
                    "source": source.name,
                    "file_sha256": [*digests],
                    "added": len(changes.added),
                    "changed": len(changes.changed),
                    "removed": len(changes.removed),
                    "rejected": len(incoming.rejected),
                    "request_id": order.request_id,
                },
                now,
            )
            # one at a time, so that the searcher hears of versions in their order
            with self._changing:
                version = self._store.apply(changes, draft, base_version=base_version)
                self._searcher.follow((*changes.added, *changes.changed, *changes.removed), version)
        return ImportReport(
            added=len(changes.added),
            changed=len(changes.changed),
            removed=len(changes.removed),
            unchanged=changes.unchanged,
            rejected=tuple(incoming.rejected),
            list_version=version,
            is_dry_run=order.is_dry_run,
        )


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(slots=True)
class _Incoming:
    """The entries of a source; rejected rows are put aside on the way."""

    rows: Iterator[Entry | Rejected]
    rejected: list[Rejected] = field(default_factory=list)
    count: int = 0

    def __iter__(self) -> Iterator[Entry]:
        for row in self.rows:
            if isinstance(row, Rejected):
                self.rejected.append(row)
            else:
                self.count += 1
                yield row
