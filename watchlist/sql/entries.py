"""The entry store in SQL: entries, list version and ledger event in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Final

from sqlalchemy import Connection, bindparam, insert, literal, select, update
from sqlalchemy.sql import Select

from ledger.event import Event, EventDraft, format_instant, parse_instant
from ledger.sql import Database, append
from watchlist.codec import content_digest, from_json, to_json
from watchlist.entry import Entry
from watchlist.index.compact import compact_number
from watchlist.sql.tables import entries, history, versions
from watchlist.store import (
    Change,
    Changes,
    EntryFilter,
    EntryPage,
    EntryVersion,
    entry_unknown,
    list_moved,
    page_of,
)
from watchlist.vouching import entry_digest, vouched

_BATCH: Final = 1000


class SqlEntryStore:
    """The `EntryStore` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def current(self, list_id: str) -> dict[str, tuple[str, Entry]]:
        query = select(entries.c.entry_id, entries.c.content_digest, entries.c.entry).where(
            entries.c.list_id == list_id
        )
        rows = self._database.read(lambda connection: connection.execute(query).all())
        return {row.entry_id: (row.content_digest, from_json(row.entry)) for row in rows}

    def apply(self, changes: Changes, draft: EventDraft, *, base_version: int | None = None) -> int:
        return self._database.write(
            lambda connection: apply_changes(connection, changes, draft, base_version=base_version)
        )

    def get(self, entry_id: str) -> Entry:
        query = select(entries.c.entry).where(entries.c.entry_id == entry_id)
        text = self._database.read(lambda connection: connection.execute(query).scalar_one_or_none())
        if text is None:
            raise entry_unknown()
        return from_json(text)

    def history(self, entry_id: str) -> tuple[EntryVersion, ...]:
        return self._database.read(lambda connection: _history(connection, entry_id))

    def page(self, which: EntryFilter, *, now: datetime, page_size: int, page_token: str) -> EntryPage:
        found: list[Entry] = []
        after = page_token
        # the state is a matter of time, not of a column: pages are filled until there are enough that fit
        while len(found) <= page_size and (batch := self._batch(which, after)):
            found.extend(entry for entry in batch if which.admits(entry, now))
            after = batch[-1].entry_id
        return page_of(found[: page_size + 1], page_size)

    def _batch(self, which: EntryFilter, after: str) -> list[Entry]:
        query = _filtered(select(entries.c.entry), which).where(entries.c.entry_id > after)
        query = query.order_by(entries.c.entry_id).limit(_BATCH)
        texts = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return [from_json(text) for text in texts]

    def all(self) -> Iterator[Entry]:
        query = select(entries.c.entry_id, entries.c.entry).where(entries.c.revoked_at == "")
        after = ""
        while rows := self._database.read(partial(_page_after, query=query, after=after)):
            yield from (from_json(row.entry) for row in rows)
            after = rows[-1].entry_id

    def changes_since(self, list_version: int) -> Iterator[Change]:
        after = list_version
        while rows := self._database.read(partial(_changes_after, after=after)):
            yield from (Change(row.list_version, from_json(row.entry)) for row in rows)
            after = rows[-1].list_version

    def list_version(self) -> int:
        query = select(versions.c.list_version).where(versions.c.id == 1)
        return self._database.read(lambda connection: connection.execute(query).scalar_one_or_none()) or 0


def apply_changes(
    connection: Connection, changes: Changes, draft: EventDraft, *, base_version: int | None = None
) -> int:
    """`EntryStore.apply` within the transaction of `connection`. Raises LintasError LIST_MOVED."""
    after = locked_version(connection)
    if base_version not in {None, after}:
        raise list_moved()
    event = append(connection, vouched(draft, changes.entries))
    for batch in _batches(changes.added):
        rows = [_row(entry, after + n, event) for n, entry in enumerate(batch, start=1)]
        connection.execute(insert(entries), rows)
        after += len(rows)
    for batch in _batches((*changes.changed, *changes.removed)):
        keep_history(connection, [each.entry_id for each in batch])
        rows = [{"key": each.entry_id, **_row(each, after + n, event)} for n, each in enumerate(batch, start=1)]
        connection.execute(update(entries).where(entries.c.entry_id == bindparam("key")), rows)
        after += len(rows)
    connection.execute(update(versions).where(versions.c.id == 1).values(list_version=after))
    return after


def lock_list(connection: Connection) -> None:
    """Put this transaction in line with all that change the list; always before the ledger's lock."""
    locked_version(connection)


_KEPT: Final = ("entry_id", "version", "list_version", "entry_digest", "recorded_at", "event_sequence", "entry")


def keep_history(connection: Connection, entry_ids: list[str]) -> None:
    """Copy the versions that are about to be replaced."""
    old = select(*(entries.c[name] for name in _KEPT), literal("")).where(entries.c.entry_id.in_(entry_ids))
    connection.execute(insert(history).from_select([*_KEPT, "masked_at"], old))


def _history(connection: Connection, entry_id: str) -> tuple[EntryVersion, ...]:
    current = connection.execute(select(entries).where(entries.c.entry_id == entry_id)).one_or_none()
    if current is None:
        raise entry_unknown()
    older = select(history).where(history.c.entry_id == entry_id).order_by(history.c.version)
    return tuple(
        EntryVersion(from_json(row.entry), row.list_version, parse_instant(row.recorded_at), row.event_sequence)
        for row in (*connection.execute(older).all(), current)
    )


def _page_after(connection: Connection, *, query: Select[Any], after: str) -> list[Any]:
    page = query.where(entries.c.entry_id > after).order_by(entries.c.entry_id).limit(_BATCH)
    return list(connection.execute(page).all())


def _changes_after(connection: Connection, *, after: int) -> list[Any]:
    query = select(entries.c.list_version, entries.c.entry).where(entries.c.list_version > after)
    return list(connection.execute(query.order_by(entries.c.list_version).limit(_BATCH)).all())


def _filtered(query: Select[Any], which: EntryFilter) -> Select[Any]:
    if which.list_id:
        query = query.where(entries.c.list_id == which.list_id)
    if which.kind is not None:
        query = query.where(entries.c.kind == which.kind.value)
    if which.category is not None:
        query = query.where(entries.c.category == which.category.value)
    return query


def locked_version(connection: Connection) -> int:
    query = select(versions.c.list_version).where(versions.c.id == 1).with_for_update()
    found = connection.execute(query).scalar_one_or_none()
    if found is None:
        connection.execute(insert(versions).values(id=1, list_version=0))
        return 0
    return int(found)


def _batches(items: Iterable[Entry]) -> Iterator[list[Entry]]:
    remaining = iter(items)
    while batch := list(islice(remaining, _BATCH)):
        yield batch


def _row(entry: Entry, list_version: int, event: Event) -> dict[str, object]:
    text = to_json(entry)
    return {
        "entry_id": entry.entry_id,
        "list_id": entry.list_id,
        "kind": entry.kind.value,
        "category": entry.category.value,
        "revoked_at": format_instant(entry.revoked_at) if entry.revoked_at else "",
        "version": entry.version,
        "list_version": list_version,
        "content_digest": content_digest(entry),
        "entry_digest": entry_digest(text),
        "recorded_at": format_instant(event.recorded_at),
        "event_sequence": event.sequence,
        "entry": text,
        "number": compact_number(entry),
    }
