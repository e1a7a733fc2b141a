"""Rows by the million into one table, streaming, each data base by its fast way, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Table
from sqlalchemy.exc import OperationalError

_CACHE_KIB: Final = 65_536  # indexes of a million rows fit; with SQLite's own 2 MiB their pages go out again and again


def insert_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Put rows in. Raises SQLAlchemy's OperationalError where the data base cannot take them; nothing stands then."""
    driver: Any = connection.connection.driver_connection
    names = ", ".join(columns)
    dbapi = connection.dialect.loaded_dbapi
    try:
        if connection.dialect.name == "sqlite":
            places = ", ".join("?" * len(columns))
            driver.executemany(f"INSERT INTO {table.name} ({names}) VALUES ({places})", rows)  # noqa: S608 - our own names
            return
        with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    except dbapi.Error as error:
        # as SQLAlchemy would have told it; parameters are people and stay out
        raise OperationalError(f"bulk insert into {table.name}", None, error, hide_parameters=True) from error


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """More page cache for SQLite while much is written; PostgreSQL has its own."""
    if connection.dialect.name != "sqlite":
        yield
        return
    before = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
    connection.exec_driver_sql(f"PRAGMA cache_size=-{_CACHE_KIB}")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"PRAGMA cache_size={before}")
