"""Listed documents in the data base: a filter in memory says «surely not», the index over numbers says the rest."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any, Final

from sqlalchemy import Connection, func, select

from ledger.sql import Database
from watchlist.codec import from_json
from watchlist.compare.document import bare
from watchlist.entry import Entry, EntryKind
from watchlist.index.growing_filter import GrowingFilter
from watchlist.sql.tables import FOUND_BY_NUMBER, HELD, entries
from watchlist.store import Change

_BATCH: Final = 10_000
_PAGE: Final = 1000
_COUNT: Final = select(func.count()).select_from(entries).where(FOUND_BY_NUMBER)


class SqlDocuments:
    """The `ListedDocuments` port over a data base. Thread-safe. About 15 bits of memory a document.

    `follow` before each search, so that the filter knows what was added.
    """

    def __init__(self, database: Database) -> None:
        """Reads all numbers once: about three seconds a million."""
        self._database = database
        self._lock = threading.Lock()
        self._count: int | None = self._counted()
        self._filter = GrowingFilter(self._count or 0)
        database.read(self._fill)

    def __len__(self) -> int:
        if self._count is None:
            self._count = self._counted()
        return self._count

    @property
    def filter_bytes(self) -> int:
        """Memory of the filter."""
        return self._filter.size_bytes

    def may_hold(self, number: str) -> bool:
        """False where this bare number is surely not listed: without asking the data base."""
        return bool(number) and self._filter.may_hold(number)

    def with_number(self, number: str) -> Sequence[Entry]:
        """Entries in force that list this number."""
        wanted = bare(number)
        if not self.may_hold(wanted):
            return ()
        query = select(entries.c.entry).where(entries.c.number == wanted, FOUND_BY_NUMBER).order_by(entries.c.entry_id)
        texts = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return [from_json(text) for text in texts]

    def follow(self, list_version: int) -> Iterator[str]:
        """Take in what changed after that version; gives the ids of the documents concerned.

        The filter only grows: a number that is gone costs a look-up, no more.
        """
        with self._lock:
            after = list_version
            while rows := self._database.read(partial(_changed, after=after)):
                list_versions, entry_ids, numbers = zip(*rows, strict=True)
                self._filter.add(numbers)
                self._count = None
                yield from entry_ids
                after = list_versions[-1]

    def held(self) -> Iterator[Entry]:
        """Every other entry that is not revoked, by id, for building an index in memory."""
        after = ""
        while rows := self._database.read(partial(_held_after, after=after)):
            yield from (from_json(row.entry) for row in rows)
            after = rows[-1].entry_id

    def held_changes_since(self, list_version: int) -> Iterator[Change]:
        """The latest state of every other entry changed after that version, in order of version."""
        after = list_version
        while rows := self._database.read(partial(_held_changes_after, after=after)):
            if any(row.kind == EntryKind.DOCUMENT.value for row in rows):
                self._count = None  # it may have been found by number before
            yield from (Change(row.list_version, from_json(row.entry)) for row in rows)
            after = rows[-1].list_version

    def _counted(self) -> int:
        return int(self._database.read(lambda connection: connection.execute(_COUNT).scalar_one()))

    def _fill(self, connection: Connection) -> None:
        """All numbers, as of one instant: what changes meanwhile is followed."""
        query = select(entries.c.number).where(FOUND_BY_NUMBER)
        for numbers in connection.execution_options(yield_per=_BATCH).execute(query).scalars().partitions(_BATCH):
            self._filter.add(numbers)


def _changed(connection: Connection, *, after: int) -> list[Any]:
    query = select(entries.c.list_version, entries.c.entry_id, entries.c.number)
    query = query.where(entries.c.list_version > after, entries.c.number != "")
    return list(connection.execute(query.order_by(entries.c.list_version).limit(_BATCH)).all())


def _held_after(connection: Connection, *, after: str) -> list[Any]:
    query = select(entries.c.entry_id, entries.c.entry).where(HELD, entries.c.entry_id > after)
    return list(connection.execute(query.order_by(entries.c.entry_id).limit(_PAGE)).all())


def _held_changes_after(connection: Connection, *, after: int) -> list[Any]:
    query = select(entries.c.list_version, entries.c.kind, entries.c.entry)
    query = query.where(entries.c.list_version > after, entries.c.number == "")
    return list(connection.execute(query.order_by(entries.c.list_version).limit(_PAGE)).all())
