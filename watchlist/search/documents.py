"""Listed documents that are kept elsewhere and found by their number: the port, and one that has none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from watchlist.entry import Entry


class ListedDocuments(Protocol):
    """Finds documents by number, at least as fresh as the list version that a search answers from."""

    def with_number(self, number: str) -> Sequence[Entry]:
        """Entries in force that list this number, however it is written."""

    def __len__(self) -> int:
        """How many documents can be found."""


class NoDocuments:
    """All documents are held in memory with the persons."""

    def with_number(self, number: str) -> Sequence[Entry]:
        """Nothing."""
        del number
        return ()

    def __len__(self) -> int:
        return 0
