"""«Not the same person»: what an officer decided about one travel document and one entry, until it runs out."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ledger.errors import invalid_field
from watchlist.compare.document import bare, same_document
from watchlist.entry import DocumentKey, Entry


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Who decided it, why, and until when it holds (UTC, exclusive). `entry_version` is the entry that was seen."""

    document: DocumentKey
    entry_id: str
    entry_version: int
    decided_by: str
    decided_at: datetime
    expires_at: datetime
    reason: str = ""

    def holds_for(self, documents: Sequence[DocumentKey], entry: Entry, now: datetime) -> bool:
        """Whether it still speaks: not run out, the entry unchanged, and the entry does not list this document.

        An entry that was changed since may say something new of its person, so it is to be looked at again.
        """
        return (
            entry.entry_id == self.entry_id
            and entry.version == self.entry_version
            and self.decided_at <= now < self.expires_at
            and any(same_document(each, self.document) for each in documents)
            and not any(same_document(self.document, listed) for listed in entry.documents)
        )


class Exclusions(Protocol):
    """Where such decisions are kept."""

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        """All decisions about any of these documents, also those that have run out."""


class NoExclusions:
    """Nothing is remembered."""

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        """Nothing."""
        del documents
        return ()


class MemoryExclusions:
    """In memory, for training and tests. Thread-safe."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._by_number: dict[str, dict[str, Exclusion]] = {}

    def remember(self, exclusion: Exclusion) -> None:
        """Keep a decision; a later one about the same document and entry takes its place.

        Raises LintasError where the document has no issuer or number (it would speak for other people's documents
        too), or where it would run out before it begins.
        """
        if not (exclusion.document.issuer and bare(exclusion.document.number)):
            raise invalid_field("document", "issuer and number are needed: a decision is about one document")
        if exclusion.expires_at <= exclusion.decided_at:
            raise invalid_field("expires_at", "after decided_at")
        with self._lock:
            self._by_number.setdefault(bare(exclusion.document.number), {})[_key(exclusion)] = exclusion

    def withdraw(self, document: DocumentKey, entry_id: str) -> bool:
        """Forget a decision after a review; False where there was none."""
        with self._lock:
            kept = self._by_number.get(bare(document.number), {})
            return kept.pop(f"{document.issuer}/{entry_id}", None) is not None

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        """All decisions about any of these documents."""
        with self._lock:
            return tuple(
                each for document in documents for each in self._by_number.get(bare(document.number), {}).values()
            )

    def due(self, now: datetime) -> Iterator[Exclusion]:
        """Decisions that have run out and wait for a review, the oldest first."""
        with self._lock:
            every = [each for kept in self._by_number.values() for each in kept.values()]
        yield from sorted((each for each in every if each.expires_at <= now), key=lambda each: each.expires_at)


def _key(exclusion: Exclusion) -> str:
    return f"{exclusion.document.issuer}/{exclusion.entry_id}"
