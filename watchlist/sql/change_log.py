"""The list as a log of its latest states, out of the table of entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, select, text

from ledger.sql import Database
from watchlist.replica.log import LogPage
from watchlist.replica.row import Row, RowDigest
from watchlist.sql.tables import entries, versions

T = TypeVar("T")
_ROWS: Final = select(
    entries.c.list_version, entries.c.entry, entries.c.recorded_at, entries.c.event_sequence
).order_by(entries.c.list_version)
_HEAD: Final = select(versions.c.list_version).where(versions.c.id == 1)
_BATCH: Final = 1000


class SqlChangeLog:
    """The `ChangeLog` port over a data base."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(self, after_version: int, limit: int, *, with_digest: bool = False) -> LogPage:
        def work(connection: Connection) -> LogPage:
            self._hold_still(connection)
            head = int(connection.execute(_HEAD).scalar_one_or_none() or 0)
            query = _ROWS.where(entries.c.list_version > after_version).limit(limit)
            rows = tuple(_row(row) for row in connection.execute(query))
            is_asked = with_digest and len(rows) < limit
            return LogPage(rows, head, digest_of_list(connection) if is_asked else "")

        return self._database.read(work)

    def with_everything(self, use: Callable[[Iterator[Row]], T]) -> T:
        return self._database.read(lambda connection: use(all_rows(connection)))

    def list_version(self) -> int:
        return self._database.read(lambda connection: int(connection.execute(_HEAD).scalar_one_or_none() or 0))

    def _hold_still(self, connection: Connection) -> None:
        """Several statements on one view of the data; SQLite gives that by itself."""
        if not self._database.is_sqlite:
            connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ"))


def all_rows(connection: Connection) -> Iterator[Row]:
    """Every row by list version; one statement, so one view of the data."""
    found = connection.execution_options(yield_per=_BATCH).execute(_ROWS)
    return (_row(row) for row in found)


def digest_of_list(connection: Connection) -> str:
    """SHA-256 (hex) over all rows, from the entries themselves and not from digests kept beside them."""
    digest = RowDigest()
    for row in all_rows(connection):
        digest.add(row)
    return digest.hexdigest()


def _row(row: Any) -> Row:
    list_version, entry, recorded_at, event_sequence = row
    return Row(list_version, entry, recorded_at, event_sequence)
