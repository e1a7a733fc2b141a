"""One data base: SQLite beside the service, or PostgreSQL by URL. Nothing is acknowledged before it is on the disk."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import QueuePool

from ledger.errors import Fault, LintasError
from ledger.sql.group_commit import GroupCommit

T = TypeVar("T")
_BUSY_TIMEOUT_MS = 15_000
_BROKEN = frozenset({"OperationalError", "DatabaseError"})  # cannot connect, locked, full, or no data base at all
_PRIMARY = 0xFF  # of SQLite's result codes; what stands above it tells the place
_WHY = {
    sqlite3.SQLITE_BUSY: "another process holds it",
    sqlite3.SQLITE_LOCKED: "another process holds it",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "the file cannot be opened",
    sqlite3.SQLITE_READONLY: "the file allows no writing",
    sqlite3.SQLITE_CORRUPT: "the file is damaged; restore it from a copy",
}
# FULL flushes the log at every commit; NORMAL loses acknowledged rows in a power cut (docs/decisions/0004).
_SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}",  # first: even the others may have to wait for another process
    "PRAGMA synchronous=FULL",
    "PRAGMA foreign_keys=ON",
)


class Database:
    """Reads and writes in transactions. Thread-safe. Close it, or use it as a context manager."""

    def __init__(self, url: str, *, is_read_only: bool = False) -> None:
        """`url` as in SQLAlchemy, for example `sqlite:///lintas.sqlite` or `postgresql+psycopg://…`.

        `is_read_only`: nothing of it is written, and the file may lie on a medium that allows no writing. Where it does
        not, SQLite may leave an empty log beside it.
        Raises LintasError (DATABASE_URL) where the URL is malformed or of another kind.
        """
        self._engine = _reading_engine(url) if is_read_only else _engine(url)
        has_writer = self.is_sqlite and not is_read_only
        self._group: GroupCommit | None = GroupCommit(self._engine) if has_writer else None

    @property
    def is_sqlite(self) -> bool:
        """SQLite has one writer, so its commits are grouped; PostgreSQL groups by itself."""
        return self._engine.dialect.name == "sqlite"

    @property
    def engine(self) -> Engine:
        """For migrations only; everything else goes through `read` and `write`."""
        return self._engine

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction; returns once it is durable. Nothing of it remains if it raises.

        Raises what `work` raises, and LintasError (DATABASE_UNAVAILABLE) where the data base cannot be written.
        """
        try:
            if self._group is not None:
                return self._group.run(work)
            with self._engine.begin() as connection:
                return work(connection)
        except DBAPIError as error:
            raise unavailable(error) from error

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on one consistent view. Raises as `write` does."""
        try:
            with self._engine.connect() as connection:
                return work(connection)
        except DBAPIError as error:
            raise unavailable(error) from error

    def close(self) -> None:
        """Finish what was accepted, then let go of all connections."""
        if self._group is not None:
            self._group.close()
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _parsed(url: str) -> URL:
    try:
        return make_url(url)
    except ArgumentError as error:
        raise _bad_url("cannot be parsed") from error


def _reading_engine(url: str) -> Engine:
    parsed = _parsed(url)
    if parsed.get_backend_name() == "postgresql":
        arguments = {"options": "-c default_transaction_read_only=on"}
        return create_engine(parsed, pool_pre_ping=True, connect_args=arguments, hide_parameters=True)
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise _bad_url("names a kind that is not supported; only sqlite and postgresql are")
    path = Path(parsed.database).absolute()
    if not path.is_file():
        raise _bad_url("names a file that is not there")
    engine = create_engine("sqlite://", creator=lambda: _open_to_read(path), pool_size=5, poolclass=QueuePool)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _open_to_read(path: Path) -> sqlite3.Connection:
    # where nobody can write, SQLite cannot put its shared memory beside the file; nobody can change it either
    log = path.with_name(path.name + "-wal")
    is_immutable = not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    address = f"{path.as_uri()}?mode=ro{'&immutable=1' if is_immutable else ''}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
    connection.execute("PRAGMA query_only=ON")
    return connection


def _engine(url: str) -> Engine:
    # parameters are people: they stay out of error texts
    parsed = _parsed(url)
    if parsed.get_backend_name() == "sqlite":
        if not parsed.database or parsed.database == ":memory:":
            raise _bad_url("SQLite needs a file")
        _make_folder(Path(parsed.database).parent)
        _make_private(Path(parsed.database))
        engine = create_engine(parsed, pool_size=10, max_overflow=20, hide_parameters=True)
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
        return engine
    if parsed.get_backend_name() == "postgresql":
        return create_engine(parsed, pool_pre_ping=True, pool_size=10, max_overflow=20, hide_parameters=True)
    raise _bad_url("names a kind that is not supported; only sqlite and postgresql are")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise _bad_url(f"names a folder that cannot be made ({error.strerror})") from error


def _make_private(file: Path) -> None:
    """A new data base is for its owner's eyes only: it holds names. An existing one keeps the rights it was given."""
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise _bad_url(f"names a file that cannot be made ({error.strerror})") from error


def _bad_url(detail: str) -> LintasError:
    # the URL may hold a password, so it is not repeated
    return LintasError(Fault.INVALID, "DATABASE_URL", f"the data base URL {detail}")


def unavailable(error: DBAPIError) -> Exception:
    """A LintasError where the driver means that the data base cannot be used; else the error itself."""
    code = getattr(error.orig, "sqlite_errorcode", 0) & _PRIMARY
    if code == sqlite3.SQLITE_NOTADB:
        return _bad_url("names a file that is no SQLite data base")
    if error.connection_invalidated or "locked" in str(error.orig) or type(error.orig).__name__ in _BROKEN:
        why = _WHY.get(code, "no answer" if not code else "a fault of the disk or the file")
        return LintasError(Fault.UNAVAILABLE, "DATABASE_UNAVAILABLE", f"the data base cannot be used now: {why}")
    return error


def _configure_sqlite(connection: Any, _record: object) -> None:
    # hand transactions to us: the driver's own begin would come too late for BEGIN IMMEDIATE and savepoints
    connection.isolation_level = None
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(pragma)
    _use_wal(connection)


def _use_wal(connection: Any) -> None:
    """Two processes that turn a new file to WAL at once block each other, and SQLite tells one without waiting."""
    ends = time.monotonic() + _BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > ends:
                raise
            time.sleep(0.02)
        else:
            return


def _begin_sqlite(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get("lintas_writer", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")
