"""One row of the list as it travels, and the digest that proves two sides equal."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

_DOMAIN = b"lintas list rows v1\n"


@dataclass(frozen=True, slots=True)
class Row:
    """The latest state of one entry, to the letter as the centre keeps it.

    `list_version` is unique and gives the order; `recorded_at` is UTC text with microseconds; `event_sequence` names
    the centre's ledger event that vouches for it.
    """

    list_version: int
    entry: str
    recorded_at: str
    event_sequence: int


class RowDigest:
    """SHA-256 over rows in order of their list version; the same on both sides exactly where the rows are."""

    def __init__(self) -> None:
        self._hasher = hashlib.sha256(_DOMAIN)
        self.count = 0

    def add(self, row: Row) -> None:
        """The next row."""
        entry = hashlib.sha256(row.entry.encode()).hexdigest()
        self._hasher.update(f"{row.list_version}\t{row.event_sequence}\t{row.recorded_at}\t{entry}\n".encode())
        self.count += 1

    def hexdigest(self) -> str:
        """Of all rows so far."""
        return self._hasher.hexdigest()


def digest_of(rows: Iterable[Row]) -> str:
    """SHA-256 (hex) over these rows, in this order."""
    digest = RowDigest()
    for row in rows:
        digest.add(row)
    return digest.hexdigest()
