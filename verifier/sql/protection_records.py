"""Records of protection in SQL: row, content, ledger event and request id in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from sqlalchemy import Connection, insert, select, tuple_, update

from ledger.event import EventDraft, format_instant
from ledger.request_key import RequestKey, request_reused
from ledger.short_id import ids_from, several_begin_so
from ledger.sql import Database, append, lock
from verifier.protection.codec import Codec, digest_of, vouching
from verifier.protection.records import (
    Kept,
    RecordFilter,
    RecordPage,
    decode_token,
    page_of,
    record_stale,
    record_unknown,
)
from verifier.sql.protection_tables import Shelf, requests

T = TypeVar("T", bound=Kept)
Also = Callable[[Connection, T], None]


class SqlRecords(Generic[T]):
    """The `Records` port over a data base, for one kind of record."""

    def __init__(self, database: Database, shelf: Shelf, kind: type[T], *, also: Also[T] | None = None) -> None:
        """`also` runs in the transaction that keeps a new record."""
        self._database = database
        self._shelf = shelf
        self._codec = Codec(kind)
        self._also = also

    def answered(self, request: RequestKey) -> T | None:
        return self._database.read(lambda connection: self._answered(connection, request))

    def record(self, new: T, draft: EventDraft, request: RequestKey) -> T:
        def work(connection: Connection) -> T:
            lock(connection)
            if (known := self._answered(connection, request)) is not None:
                return known
            text = self._codec.to_json(new)
            event = append(connection, vouching(draft, text))
            connection.execute(insert(self._shelf.rows).values(row_of(new, text, event.sequence)))
            connection.execute(insert(self._shelf.contents).values(record_id=new.record_id, content=text))
            _remember(connection, request, new.record_id)
            if self._also is not None:
                self._also(connection, new)
            return new

        return self._database.write(work)

    def change(self, before: T, after: T, draft: EventDraft, request: RequestKey) -> T:
        rows, contents = self._shelf.rows, self._shelf.contents

        def work(connection: Connection) -> T:
            lock(connection)
            if (known := self._answered(connection, request)) is not None:
                return known
            text = self._codec.to_json(after)
            event = append(connection, vouching(draft, text))
            is_as_before = (rows.c.record_id == before.record_id) & (rows.c.version == before.version)
            changed = connection.execute(update(rows).where(is_as_before).values(row_of(after, text, event.sequence)))
            if changed.rowcount != 1:
                raise record_stale()
            connection.execute(update(contents).where(contents.c.record_id == before.record_id).values(content=text))
            _remember(connection, request, after.record_id)
            return after

        return self._database.write(work)

    def get(self, record_id: str) -> T:
        return self._database.read(lambda connection: self._get(connection, record_id))

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[T]:
        rows, contents = self._shelf.rows, self._shelf.contents
        query = select(contents.c.content).join(rows, rows.c.record_id == contents.c.record_id)
        if which.case_id:
            query = query.where(rows.c.case_id == which.case_id)
        if which.state:
            query = query.where(rows.c.state == which.state)
        if which.since is not None:
            query = query.where(rows.c.created_at >= format_instant(which.since))
        if which.until is not None:
            query = query.where(rows.c.created_at < format_instant(which.until))
        if page_token:
            query = query.where(tuple_(rows.c.created_at, rows.c.record_id) < tuple_(*decode_token(page_token)))
        query = query.order_by(rows.c.created_at.desc(), rows.c.record_id.desc()).limit(page_size + 1)
        found = self._database.read(lambda connection: connection.execute(query).scalars().all())
        return page_of([self._codec.from_json(text) for text in found], page_size)

    def _get(self, connection: Connection, record_id: str) -> T:
        column = self._shelf.contents.c.record_id
        query = select(self._shelf.contents.c.content)
        text = connection.execute(query.where(column == record_id)).scalar_one_or_none()
        if text is None and (wanted := ids_from(record_id)) is not None:
            found = connection.execute(query.where(column.between(wanted.first, wanted.last)).limit(2)).scalars().all()
            if len(found) > 1:
                raise several_begin_so()
            text = found[0] if found else None
        if text is None:
            raise record_unknown()
        return self._codec.from_json(text)

    def _answered(self, connection: Connection, request: RequestKey) -> T | None:
        row = connection.execute(select(requests).where(requests.c.request_id == request.request_id)).one_or_none()
        if row is None:
            return None
        if row.digest != request.digest:  # the digest covers the method, so another kind of record has another
            raise request_reused()
        return self._get(connection, row.record_id)


def row_of(record: Kept, text: str, sequence: int) -> dict[str, object]:
    """The record's row of codes, with the event that vouches for its text."""
    return {
        "record_id": record.record_id,
        "case_id": record.case_id,
        "created_at": format_instant(record.created_at),
        "device_id": record.actor.device_id,
        "officer_id": record.actor.officer_id,
        "state": record.state_code,
        "version": record.version,
        "event_sequence": sequence,
        "record_digest": digest_of(text),
    }


def _remember(connection: Connection, request: RequestKey, record_id: str) -> None:
    row = {"request_id": request.request_id, "digest": request.digest, "record_id": record_id}
    connection.execute(insert(requests).values(row))
