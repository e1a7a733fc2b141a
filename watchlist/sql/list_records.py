"""What is known of lists beside their entries, and marks of imports that have begun."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, delete, insert, select, update

from ledger.event import format_instant, parse_instant
from watchlist.imports.record import ImportMark, Landing, ListRecord, check_order
from watchlist.sql.tables import import_marks, lists


def list_records(connection: Connection) -> tuple[ListRecord, ...]:
    """Of every imported list, by id."""
    rows = connection.execute(select(lists).order_by(lists.c.list_id))
    return tuple(
        ListRecord(
            row.list_id, row.source, row.published, parse_instant(row.imported_at), row.list_version, row.entries
        )
        for row in rows
    )


def keep_record(connection: Connection, landing: Landing, list_version: int) -> None:
    """Write the record with the list that it tells of. Raises LintasError LIST_OLDER as `check_order` does."""
    record = replace(landing.record, list_version=list_version)
    query = select(lists.c.published).where(lists.c.list_id == record.list_id)
    standing = connection.execute(query).scalar_one_or_none()
    values = {
        "source": record.source,
        "published": check_order(record.published, standing or "", allows_older=landing.allows_older),
        "imported_at": format_instant(record.imported_at),
        "list_version": record.list_version,
        "entries": record.entries,
    }
    if standing is None:
        connection.execute(insert(lists).values(list_id=record.list_id, **values))
    else:
        connection.execute(update(lists).where(lists.c.list_id == record.list_id).values(**values))


def import_marks_of(connection: Connection) -> tuple[ImportMark, ...]:
    """Imports that have begun and not ended, the oldest first."""
    rows = connection.execute(select(import_marks).order_by(import_marks.c.begun_at, import_marks.c.folder))
    return tuple(ImportMark(row.list_id, parse_instant(row.begun_at), row.machine, row.folder) for row in rows)


def begin_import(connection: Connection, *, mark: ImportMark) -> None:
    """Remember it."""
    values = {"list_id": mark.list_id, "begun_at": format_instant(mark.begun_at)}
    connection.execute(insert(import_marks).values(machine=mark.machine, folder=mark.folder, **values))


def end_import(connection: Connection, *, mark: ImportMark) -> None:
    """Forget it."""
    is_it = (import_marks.c.machine == mark.machine) & (import_marks.c.folder == mark.folder)
    connection.execute(delete(import_marks).where(is_it))
