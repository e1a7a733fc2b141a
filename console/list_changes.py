"""When the watchlist last changed, as the ledger tells it; asked every few seconds, so each event is looked at once."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from ledger.sql import SqlLedger

_CHANGING: Final = ("watchlist.imported", "watchlist.approved")


class ListChanges:
    """Remembers how far it has read."""

    def __init__(self, ledger: SqlLedger) -> None:
        self._ledger = ledger
        self._read_up_to = 0
        self._last: datetime | None = None

    def last(self) -> datetime | None:
        """Time of the last change; None before the first list. Raises LintasError DATABASE_UNAVAILABLE."""
        head = self._ledger.head()
        if head.sequence > self._read_up_to:
            found = (self._ledger.newest(kind, after_sequence=self._read_up_to) for kind in _CHANGING)
            self._last = max((event.recorded_at for event in found if event), default=self._last)
            self._read_up_to = head.sequence
        return self._last
