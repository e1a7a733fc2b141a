"""What an import asks of a data base: the list as it stands, and a whole new version written in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Final, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, text, update

from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.sql import Database, append
from watchlist.imports.record import ImportMark, Landing, ListRecord
from watchlist.imports.revision import WRITTEN, Place, Revisions, Standing, Written
from watchlist.sql.bulk import insert_rows, roomy
from watchlist.sql.entries import keep_history, locked_version
from watchlist.sql.list_records import begin_import, end_import, import_marks_of, keep_record, list_records
from watchlist.sql.tables import entries, lists, requests, versions
from watchlist.store import list_moved

T = TypeVar("T")
_BATCH: Final = 1000


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

    def lists(self) -> tuple[ListRecord, ...]:
        return self._database.read(list_records)

    def keep_date(self, list_id: str, published: str) -> None:
        newer = update(lists).where(lists.c.list_id == list_id, lists.c.published < published)
        self._database.write(lambda connection: connection.execute(newer.values(published=published)))

    def marks(self) -> tuple[ImportMark, ...]:
        return self._database.read(import_marks_of)

    def begin(self, mark: ImportMark) -> None:
        self._database.write(partial(begin_import, mark=mark))

    def end(self, mark: ImportMark) -> None:
        self._database.write(partial(end_import, mark=mark))

    def take_in(
        self, landing: Landing, revisions: Revisions, draft: EventDraft, request: RequestKey, *, base_version: int
    ) -> int:
        return self._database.write(
            partial(
                write_list,
                landing=landing,
                revisions=revisions,
                draft=draft,
                request=request,
                base_version=base_version,
            )
        )


def write_list(
    connection: Connection,
    *,
    landing: Landing,
    revisions: Revisions,
    draft: EventDraft,
    request: RequestKey,
    base_version: int,
) -> int:
    """`ListStore.take_in` within the transaction of `connection`."""
    list_id = landing.record.list_id
    before = locked_version(connection)
    moved = select(entries.c.entry_id).where(entries.c.list_version > base_version, entries.c.list_id == list_id)
    if connection.execute(moved.limit(1)).first() is not None:
        raise list_moved()
    is_known = _answered(connection, request) != ""
    event = append(connection, draft)
    place = Place(list_id, before, format_instant(event.recorded_at), event.sequence)
    with roomy(connection):
        insert_rows(connection, entries, WRITTEN, revisions.added(place))
        replacing = revisions.replacing(place)
        while batch := list(islice(replacing, _BATCH)):
            _replace(connection, batch)
    after = before + revisions.added_count + revisions.replacing_count
    connection.execute(update(versions).where(versions.c.id == 1).values(list_version=after))
    keep_record(connection, landing, after)
    end_import(connection, mark=landing.mark)
    if not is_known:
        answer = f"lists/{list_id}@{after}"
        connection.execute(insert(requests).values(request_id=request.request_id, digest=request.digest, answer=answer))
    return after


def _replace(connection: Connection, batch: list[Written]) -> None:
    rows = [{"key": each[0], **dict(zip(WRITTEN, each, strict=True))} for each in batch]
    keep_history(connection, [str(row["key"]) for row in rows])
    connection.execute(update(entries).where(entries.c.entry_id == bindparam("key")), rows)


def _answered(connection: Connection, request: RequestKey) -> str:
    row = connection.execute(select(requests).where(requests.c.request_id == request.request_id)).one_or_none()
    if row is not None and row.digest != request.digest:
        raise request_reused()
    return str(row.answer) if row is not None else ""
