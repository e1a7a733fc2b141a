"""Group commit for SQLite: one writer thread, many units of work to one flush of the disk.

One by one, `synchronous=FULL` allows about 3,000 commits a second; in groups about 19,500 (docs/decisions/0004).
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine

from ledger.errors import Fault, LintasError

T = TypeVar("T")
_LARGEST_GROUP = 64


@dataclass(slots=True)
class _Unit:
    work: Callable[[Connection], Any]
    done: Future[Any]
    result: Any = None
    error: BaseException | None = None


class GroupCommit:
    """Runs units of work on one thread, each in a savepoint of its own, and acknowledges after the commit.

    A caller that goes away takes nothing with it: its unit still runs, and the writer lives on.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._queue: queue.SimpleQueue[_Unit | None] = queue.SimpleQueue()
        self._closed = False
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def run(self, work: Callable[[Connection], T]) -> T:
        """Run `work`; returns its result once it is on the disk, raises what it raised."""
        unit = _Unit(work, Future())
        with self._lock:
            if self._closed:
                raise LintasError(Fault.UNAVAILABLE, "DATABASE_CLOSED", "the data base is closed")
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_until_closed, name="group-commit", daemon=True)
                self._thread.start()
            self._queue.put(unit)
        result: T = unit.done.result()
        return result

    def close(self) -> None:
        """Accept nothing more, finish what was accepted."""
        with self._lock:
            self._closed = True
            thread = self._thread
            self._queue.put(None)
        if thread is not None:
            thread.join()

    def _write_until_closed(self) -> None:
        is_open = True
        while is_open:
            group, is_open = self._next_group()
            if group:
                self._commit(group)

    def _next_group(self) -> tuple[list[_Unit], bool]:
        group: list[_Unit] = []
        unit = self._queue.get()
        while unit is not None:
            group.append(unit)
            if len(group) == _LARGEST_GROUP or self._queue.empty():
                return group, True
            unit = self._queue.get()
        return group, False

    def _commit(self, group: list[_Unit]) -> None:
        try:
            with self._engine.connect() as plain:
                connection = plain.execution_options(lintas_writer=True)
                with connection.begin():
                    for unit in group:
                        _run_in_savepoint(connection, unit)
        except BaseException as error:  # whatever broke the commit, every caller must hear of it
            for unit in group:
                unit.error = error
        for unit in group:
            if unit.error is None:
                unit.done.set_result(unit.result)
            else:
                unit.done.set_exception(unit.error)


def _run_in_savepoint(connection: Connection, unit: _Unit) -> None:
    try:
        with connection.begin_nested():
            unit.result = unit.work(connection)
    except BaseException as error:
        if not _is_in_transaction(connection):
            # a full disk makes SQLite roll everything back, the units before this one too: nobody may hear 'done'
            raise  # one unit's failure is its caller's, not the group's
        unit.error = error


def _is_in_transaction(connection: Connection) -> bool:
    driver = connection.connection.dbapi_connection
    return bool(getattr(driver, "in_transaction", False))
