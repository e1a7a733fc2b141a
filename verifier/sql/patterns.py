"""The live record of crossings as patterns read it: PostgreSQL itself, SQLite by way of DuckDB in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, Table, select

from ledger.sql import Database
from verifier.patterns.tables import DAY_S, Span
from verifier.sql.crossing_tables import allowances, contacts, crossings

if TYPE_CHECKING:
    from verifier.patterns.duck import DuckStore
    from verifier.patterns.run import Store

_BATCH: Final = 50_000
_BEFORE_S: Final = 365 * DAY_S  # bursts look at what was before the span


class SqlPatternStore:
    """Opens the record for one run."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def opened(self, span: Span) -> Iterator[Store]:
        """A store for runs within the span, and a year before it. Raises LintasError DATABASE_UNAVAILABLE."""
        if not self._database.is_sqlite:
            yield _PostgresStore(self._database)
            return
        # here, not above: DuckDB is for analysts and not for the service that stands at the border
        from verifier.patterns.duck import DuckStore  # noqa: PLC0415

        with DuckStore() as store:
            store.create()
            self._database.read(lambda connection: _copy(connection, store, span))
            yield store


class _PostgresStore:
    """A `Store` on the live PostgreSQL: it reads, in a transaction that cannot write."""

    dialect: Final = "postgres"

    def __init__(self, database: Database) -> None:
        self._database = database

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query."""

        def work(connection: Connection) -> list[dict[str, object]]:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
            return [dict(row) for row in connection.exec_driver_sql(sql).mappings()]

        return self._database.read(work)


def _copy(connection: Connection, store: DuckStore, span: Span) -> None:
    """SQLite's rows in batches: DuckDB's own scanner would have to be fetched from a network first."""
    for table in (crossings, contacts, allowances):
        _copy_table(connection, store, table, span)


def _copy_table(connection: Connection, store: DuckStore, table: Table, span: Span) -> None:
    from verifier.patterns.duck import TABLES  # noqa: PLC0415 - as above

    query = select(*(table.c[name] for name in TABLES[table.name]))
    if "crossed_at_s" in table.c:
        query = query.where(table.c.crossed_at_s >= span.since_s - _BEFORE_S)
    for batch in connection.execution_options(yield_per=_BATCH).execute(query).partitions():
        store.put(table.name, batch)
