"""What an import asks of a data base: the list as it stands, and a whole new version written in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, text, update

from ledger.event import Event, EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.sql import Database, append
from watchlist.imports.revision import Revision, Revisions, Standing
from watchlist.sql.bulk import insert_rows, roomy
from watchlist.sql.entries import keep_history, locked_version
from watchlist.sql.tables import entries, requests, versions
from watchlist.store import list_moved

T = TypeVar("T")
_BATCH: Final = 1000
_COLUMNS: Final = (
    "entry_id", "list_id", "kind", "category", "number", "content_digest", "entry_digest", "revoked_at", "version",
    "list_version", "recorded_at", "event_sequence", "entry",
)  # fmt: skip


class SqlListStore:
    """The `ListStore` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def answered(self, request: RequestKey) -> str:
        return self._database.read(lambda connection: _answered(connection, request))

    def standing(self, list_id: str, work: Callable[[int, Iterator[Standing]], T]) -> T:
        # by bytes on both: the order of the import's own sorting, which a language's collation is not
        order = entries.c.entry_id.collate("BINARY" if self._database.is_sqlite else "C")
        query = (
            select(
                entries.c.entry_id,
                entries.c.content_digest,
                entries.c.version,
                entries.c.revoked_at != "",
                entries.c.entry,
            )
            .where(entries.c.list_id == list_id)
            .order_by(order)
        )

        def read(connection: Connection) -> T:
            if not self._database.is_sqlite:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))
            version = connection.execute(select(versions.c.list_version).where(versions.c.id == 1)).scalar_one_or_none()
            rows = connection.execution_options(yield_per=_BATCH).execute(query)
            return work(int(version or 0), (Standing(*row) for row in rows))

        return self._database.read(read)

    def take_in(
        self, list_id: str, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        return self._database.write(
            partial(
                _take_in,
                list_id=list_id,
                revisions=revisions,
                draft=draft,
                request=request,
                base_version=base_version,
            )
        )


def _take_in(
    connection: Connection,
    *,
    list_id: str,
    revisions: Revisions,
    draft: EventDraft,
    request: RequestKey,
    base_version: int,
) -> int:
    before = locked_version(connection)
    moved = select(entries.c.entry_id).where(entries.c.list_version > base_version, entries.c.list_id == list_id)
    if connection.execute(moved.limit(1)).first() is not None:
        raise list_moved()
    is_known = _answered(connection, request) != ""
    event = append(connection, draft)
    written = 0
    with roomy(connection):
        counted = _Counted(revisions.added())
        rows = (_values(each, list_id, before, event) for each in counted)
        insert_rows(connection, entries, _COLUMNS, rows)
        written += counted.count
        replacing = revisions.replacing()
        while batch := list(islice(replacing, _BATCH)):
            _replace(connection, batch, list_id, before, event)
            written += len(batch)
    after = before + written
    connection.execute(update(versions).where(versions.c.id == 1).values(list_version=after))
    if not is_known:
        answer = f"lists/{list_id}@{after}"
        connection.execute(insert(requests).values(request_id=request.request_id, digest=request.digest, answer=answer))
    return after


def _replace(connection: Connection, batch: list[Revision], list_id: str, before: int, event: Event) -> None:
    keep_history(connection, [each.entry_id for each in batch])
    values = (dict(zip(_COLUMNS, _values(each, list_id, before, event), strict=True)) for each in batch)
    rows = [{"key": row["entry_id"], **row} for row in values]
    connection.execute(update(entries).where(entries.c.entry_id == bindparam("key")), rows)


def _values(each: Revision, list_id: str, before: int, event: Event) -> tuple[Any, ...]:
    """In the order of `_COLUMNS`."""
    return (
        each.entry_id, list_id, each.kind, each.category, each.number, each.content_digest, each.entry_digest,
        each.revoked_at, each.version, before + each.position, format_instant(event.recorded_at), event.sequence,
        each.text,
    )  # fmt: skip


class _Counted:
    """Counts what passes."""

    def __init__(self, revisions: Iterator[Revision]) -> None:
        self._revisions = revisions
        self.count = 0

    def __iter__(self) -> Iterator[Revision]:
        for each in self._revisions:
            self.count += 1
            yield each


def _answered(connection: Connection, request: RequestKey) -> str:
    row = connection.execute(select(requests).where(requests.c.request_id == request.request_id)).one_or_none()
    if row is not None and row.digest != request.digest:
        raise request_reused()
    return str(row.answer) if row is not None else ""
