"""One SQLite file of a training room, told from all others by its application id."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError

from ledger.errors import Fault, LintasError
from simulator.sql.tables import METADATA

T = TypeVar("T")

APPLICATION_ID: Final = 0x4C544E54  # "LTNT": a Lintas training file, in SQLite's header (bytes 68 to 71)
_VERSION: Final = 2  # 2: logs hold what trainers steered
_PRAGMAS: Final = (
    "PRAGMA busy_timeout=15000",
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",  # whoever got an answer finds it again after a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # what is deleted after a course is gone from the file, too
)


class TrainingFile:
    """Reads and writes in transactions. Thread-safe. Close it, or use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Opens or makes the file.

        Raises LintasError: NOT_A_TRAINING_FILE for anything that is there and is none (a live data base above all),
        TRAINING_FILE_NEWER for a later version's, DATABASE_UNAVAILABLE where it cannot be had.
        """
        _refuse_others(path)
        _make(path)
        self._engine = _engine(path)
        try:
            self.write(_prepare)
        except LintasError:
            self.close()
            raise

    def write(self, work: Callable[[Connection], T]) -> T:
        """Run `work` in a transaction; returns once it is durable. Nothing of it remains if it raises."""
        return self._run(work, is_writer=True)

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run `work` on one consistent view."""
        return self._run(work, is_writer=False)

    def _run(self, work: Callable[[Connection], T], *, is_writer: bool) -> T:
        try:
            with self._engine.connect() as plain:
                connection = plain.execution_options(lintas_writer=is_writer)
                with connection.begin():
                    return work(connection)
        except DBAPIError as error:
            if type(error.orig).__name__ in {"OperationalError", "DatabaseError"}:
                message = f"the training file cannot be used now ({type(error.orig).__name__})"
                raise LintasError(Fault.UNAVAILABLE, "DATABASE_UNAVAILABLE", message) from error
            raise

    def forget_log(self) -> None:
        """Empty the write-ahead log, in which deleted rows would otherwise stand for a while."""
        with self._engine.connect() as connection:
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]  # never None while open

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def __enter__(self) -> TrainingFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def application_id(path: Path) -> int | None:
    """The id in the header of a SQLite file: bytes 68 to 71; 0 for unmarked, None where it is no SQLite file.

    Source: sqlite.org/fileformat2.html §1.3.
    """
    with path.open("rb") as stream:
        header = stream.read(100)
    return int.from_bytes(header[68:72]) if header.startswith(b"SQLite format 3\0") else None


def _refuse_others(path: Path) -> None:
    """Looks at the bytes alone: opening somebody else's data base already leaves traces beside it."""
    try:
        is_new = not path.exists() or path.stat().st_size == 0
        if is_new or application_id(path) == APPLICATION_ID:
            return
    except OSError as error:
        raise _unavailable(error) from error
    message = f"{path}: this is no training file, and training opens no other; name another file"
    raise LintasError(Fault.PRECONDITION, "NOT_A_TRAINING_FILE", message)


def _make(path: Path) -> None:
    """Marked from its first byte on: whoever is killed right after has left no file that looks like another."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        if path.stat().st_size == 0:
            # before write-ahead logging begins: from then on a new header stands beside the file, not in it
            with closing(sqlite3.connect(path, isolation_level=None)) as connection:
                connection.execute("PRAGMA synchronous=FULL")
                connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    except OSError as error:
        raise _unavailable(error) from error
    except sqlite3.Error as error:
        message = f"the training file cannot be used now ({type(error).__name__})"
        raise LintasError(Fault.UNAVAILABLE, "DATABASE_UNAVAILABLE", message) from error


def _unavailable(error: OSError) -> LintasError:
    message = f"the training file cannot be had ({error.strerror})"
    return LintasError(Fault.UNAVAILABLE, "DATABASE_UNAVAILABLE", message)


def _engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    engine = create_engine(url, pool_size=5, max_overflow=40, hide_parameters=True)
    event.listen(engine, "connect", _configure)
    event.listen(engine, "begin", _begin)
    return engine


def _configure(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions are ours: the driver's own begin comes too late
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    is_writer = connection.get_execution_options().get("lintas_writer", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


def _prepare(connection: Connection) -> None:
    found = connection.execute(text("PRAGMA user_version")).scalar_one()
    marked = connection.execute(text("PRAGMA application_id")).scalar_one()
    if marked != APPLICATION_ID:
        message = "this is no training file, and training opens no other"
        raise LintasError(Fault.PRECONDITION, "NOT_A_TRAINING_FILE", message)
    if found > _VERSION:
        message = "the training file was written by a later version of Lintas"
        raise LintasError(Fault.PRECONDITION, "TRAINING_FILE_NEWER", message)
    connection.exec_driver_sql(f"PRAGMA user_version={_VERSION}")
    METADATA.create_all(connection)
