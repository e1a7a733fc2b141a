"""Where list entries are kept: the port, and the one in memory for training and tests."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from ledger.errors import Fault, FieldFault, LintasError
from ledger.event import EventDraft
from ledger.store import MemoryLedger
from watchlist.codec import content_digest
from watchlist.entry import Category, Entry, EntryKind, EntryState
from watchlist.vouching import vouched


@dataclass(frozen=True, slots=True)
class EntryFilter:
    """Which entries to list; empty means any."""

    list_id: str = ""
    kind: EntryKind | None = None
    category: Category | None = None
    state: EntryState | None = None

    def admits(self, entry: Entry, now: datetime) -> bool:
        """Whether the entry is among those asked for at `now`."""
        return (
            self.list_id in {"", entry.list_id}
            and self.kind in {None, entry.kind}
            and self.category in {None, entry.category}
            and self.state in {None, entry.state_at(now)}
        )


@dataclass(frozen=True, slots=True)
class EntryPage:
    """Entries by id; `next_token` is '' at the end."""

    entries: tuple[Entry, ...]
    next_token: str


@dataclass(frozen=True, slots=True)
class Changes:
    """What a new version of a list does to the old one. An entry that the list drops is revoked, never deleted."""

    added: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    removed: tuple[Entry, ...]
    unchanged: int

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that is written, as it will be."""
        return (*self.added, *self.changed, *self.removed)

    @property
    def is_empty(self) -> bool:
        """The list says what it said before."""
        return not (self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class EntryVersion:
    """An entry as it was from `recorded_at` (UTC) until the next version, and the ledger event that made it so."""

    entry: Entry
    list_version: int
    recorded_at: datetime
    event_sequence: int


@dataclass(frozen=True, slots=True)
class Change:
    """One step of the list: versions are dense, so whoever has seen version n misses nothing up to it."""

    list_version: int
    entry: Entry


class EntryStore(Protocol):
    """Keeps entries. Entries and the ledger event that tells of them are written together or not at all."""

    def current(self, list_id: str) -> dict[str, tuple[str, Entry]]:
        """Content digest and entry of all entries of one list, revoked ones too, by entry id."""

    def apply(self, changes: Changes, draft: EventDraft, *, base_version: int | None = None) -> int:
        """Write all changes and the event at once; returns the new list version.

        `base_version` is the list version that the changes were worked out from, None where they rest on none. Raises
        LintasError LIST_MOVED, and writes nothing, where somebody else has changed the list since.
        """

    def get(self, entry_id: str) -> Entry:
        """Raises LintasError ENTRY_UNKNOWN."""

    def history(self, entry_id: str) -> tuple[EntryVersion, ...]:
        """Every version of an entry, the oldest first, the one in force last. Raises LintasError ENTRY_UNKNOWN."""

    def page(self, which: EntryFilter, *, now: datetime, page_size: int, page_token: str) -> EntryPage:
        """One page, by entry id."""

    def all(self) -> Iterator[Entry]:
        """Every entry that is not revoked, for building an index."""

    def changes_since(self, list_version: int) -> Iterator[Change]:
        """The latest state of every entry changed after that version, in order of version."""

    def list_version(self) -> int:
        """0 before the first change."""


def entry_unknown() -> LintasError:
    """No such entry."""
    return LintasError(
        Fault.NOT_FOUND, "ENTRY_UNKNOWN", "name: no such entry", fields=(FieldFault("name", "no such entry"),)
    )


def list_moved() -> LintasError:
    """Two changes were worked out from the same version; the second must be worked out again."""
    return LintasError(Fault.STALE, "LIST_MOVED", "the watchlist was changed meanwhile; nothing was written, try again")


def compare(current: dict[str, tuple[str, Entry]], incoming: Iterable[Entry], *, now: datetime) -> Changes:
    """What the incoming version of a list changes. Versions of entries count up from what they were."""
    left = dict(current)
    added, changed, unchanged = [], [], 0
    for entry in incoming:
        known = left.pop(entry.entry_id, None)
        if known is None:
            added.append(entry)
        elif known[0] != content_digest(entry) or known[1].revoked_at is not None:
            changed.append(replace(entry, version=known[1].version + 1, local=known[1].local))
        else:
            unchanged += 1
    gone = [entry for _, entry in left.values() if entry.revoked_at is None]
    removed = tuple(replace(entry, revoked_at=now, version=entry.version + 1) for entry in gone)
    return Changes(tuple(added), tuple(changed), removed, unchanged)


class MemoryEntryStore:
    """Keeps entries for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._entries: dict[str, Entry] = {}
        self._history: dict[str, list[EntryVersion]] = {}
        self._list_version = 0
        self._lock = threading.RLock()

    def current(self, list_id: str) -> dict[str, tuple[str, Entry]]:
        with self._lock:
            wanted = [entry for entry in self._entries.values() if entry.list_id == list_id]
        return {entry.entry_id: (content_digest(entry), entry) for entry in wanted}

    def apply(self, changes: Changes, draft: EventDraft, *, base_version: int | None = None) -> int:
        with self._lock:
            if base_version not in {None, self._list_version}:
                raise list_moved()
            event = self._ledger.append(vouched(draft, changes.entries))
            for entry in changes.entries:
                self._list_version += 1
                self._entries[entry.entry_id] = entry
                version = EntryVersion(entry, self._list_version, event.recorded_at, event.sequence)
                self._history.setdefault(entry.entry_id, []).append(version)
            return self._list_version

    def get(self, entry_id: str) -> Entry:
        with self._lock:
            if entry_id not in self._entries:
                raise entry_unknown()
            return self._entries[entry_id]

    def history(self, entry_id: str) -> tuple[EntryVersion, ...]:
        with self._lock:
            if entry_id not in self._history:
                raise entry_unknown()
            return tuple(self._history[entry_id])

    def rewrite_history(self, entry_ids: Iterable[str], rewrite: Callable[[Entry], Entry]) -> None:
        """Put `rewrite` over all versions of these entries but the one in force."""
        with self._lock:
            for entry_id in entry_ids:
                *older, current = self._history[entry_id]
                self._history[entry_id] = [*(replace(each, entry=rewrite(each.entry)) for each in older), current]

    def page(self, which: EntryFilter, *, now: datetime, page_size: int, page_token: str) -> EntryPage:
        with self._lock:
            ordered = sorted(self._entries.items())
        wanted = [entry for key, entry in ordered if key > page_token and which.admits(entry, now)]
        return page_of(wanted[: page_size + 1], page_size)

    def all(self) -> Iterator[Entry]:
        with self._lock:
            return iter([entry for entry in self._entries.values() if entry.revoked_at is None])

    def changes_since(self, list_version: int) -> Iterator[Change]:
        with self._lock:
            latest = [versions[-1] for versions in self._history.values()]
        newer = sorted(
            (each for each in latest if each.list_version > list_version), key=lambda each: each.list_version
        )
        return iter([Change(each.list_version, each.entry) for each in newer])

    def list_version(self) -> int:
        with self._lock:
            return self._list_version


def page_of(entries: list[Entry], page_size: int) -> EntryPage:
    """One page out of at most one entry more than it holds; the token is the last entry's id."""
    page = tuple(entries[:page_size])
    return EntryPage(page, page[-1].entry_id if len(entries) > page_size else "")
