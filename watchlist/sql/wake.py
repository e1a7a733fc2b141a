"""Wakes whoever waits for the list to move. Only a wake-up: what has changed is always read by version.

PostgreSQL tells at commit (LISTEN/NOTIFY, from a trigger on the version's row), and is asked from time to time all the
same, since a notification can be lost with its connection. SQLite is asked often, which costs microseconds.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any, Final

from ledger.errors import LintasError
from ledger.sql import Database
from watchlist.sql.change_log import SqlChangeLog

_LOG = logging.getLogger("lintas.sync")
CHANNEL: Final = "lintas_watchlist"
_ASK_SQLITE_S: Final = 0.1
_ASK_POSTGRES_S: Final = 1.0
_AGAIN_S: Final = 1.0


class ListWatch:
    """Calls `on_move(list_version)` on a thread of its own soon after each change. Use it as a context manager."""

    def __init__(self, database: Database, on_move: Callable[[int], None]) -> None:
        self._database = database
        self._log = SqlChangeLog(database)
        self._on_move = on_move
        self._stopped = threading.Event()
        self._known = self._log.list_version()
        self._thread = threading.Thread(target=self._watch, name="list-watch", daemon=True)

    def __enter__(self) -> ListWatch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.is_set():
            try:
                if self._database.is_sqlite:
                    self._ask_often()
                else:
                    self._listen()
            except Exception as error:
                _LOG.warning("the list cannot be watched now (%s), trying again", type(error).__name__)
                self._stopped.wait(_AGAIN_S)

    def _ask_often(self) -> None:
        while not self._stopped.wait(_ASK_SQLITE_S):
            self._ask()

    def _listen(self) -> None:
        with self._database.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            connection.detach()  # a connection that listens must not go back to the others
            driver.autocommit = True
            driver.execute(f"LISTEN {CHANNEL}")
            self._ask()  # what moved before anybody listened
            while not self._stopped.is_set():
                for _ in driver.notifies(timeout=_ASK_POSTGRES_S, stop_after=1):
                    pass
                self._ask()

    def _ask(self) -> None:
        try:
            version = self._log.list_version()
        except LintasError:
            self._stopped.wait(_AGAIN_S)
            return
        if version != self._known:
            self._known = version
            self._on_move(version)
