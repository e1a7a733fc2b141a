"""The live record of crossings as patterns read it: PostgreSQL itself, SQLite by way of DuckDB in memory."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from sqlalchemy import Connection, Table, select
from sqlalchemy.exc import ProgrammingError

from ledger.errors import Fault, LintasError
from ledger.sql import Database
from verifier.patterns.tables import DAY_S, Span
from verifier.sql.crossing_tables import allowances, contacts, crossings

if TYPE_CHECKING:
    from verifier.patterns.duck import DuckStore
    from verifier.patterns.store import Store

T = TypeVar("T")
_BATCH: Final = 50_000
_BEFORE_S: Final = 365 * DAY_S  # bursts look at what was before the span


class SqlPatternStore:
    """Opens the record for one run."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, span: Span, work: Callable[[Store], T]) -> T:
        """Give `work` one consistent view of the span and a year before it. Nothing that it does there stays.

        Raises what `work` raises, and LintasError DATABASE_UNAVAILABLE.
        """
        if not self._database.is_sqlite:
            return self._database.read(lambda connection: work(_PostgresStore(connection)))
        # here, not above: DuckDB is for analysts and not for the service that stands at the border
        from verifier.patterns.duck import DuckStore  # noqa: PLC0415

        with DuckStore() as store:
            store.create()
            self._database.read(lambda connection: _copy(connection, store, span))
            return work(store)


class _PostgresStore:
    """A `Store` on the live PostgreSQL: in a transaction of its own, which is rolled back whatever happens."""

    dialect: Final = "postgres"

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")

    def rows(self, sql: str) -> list[dict[str, object]]:
        """The rows of one query."""
        return [dict(row) for row in self._connection.exec_driver_sql(sql).mappings()]

    def keep(self, name: str, sql: str) -> None:
        """As a temporary table, with the statistics that a good plan needs."""
        try:
            self._connection.exec_driver_sql(f"DROP TABLE IF EXISTS pg_temp.{name}")
            self._connection.exec_driver_sql(f"CREATE TEMPORARY TABLE {name} ON COMMIT DROP AS {sql}")
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", "") != "42501":  # insufficient_privilege
                raise
            message = "the role may not make temporary tables: GRANT TEMPORARY ON DATABASE … TO it"
            raise LintasError(Fault.UNAVAILABLE, "DATABASE_UNAVAILABLE", message) from error
        self._connection.exec_driver_sql(f"ANALYZE {name}")

    def drop(self, name: str) -> None:
        """The end of the transaction does, also of one that failed."""


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
