"""Index, scoring and law put together: hits with their evidence and their state at this instant."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from datetime import datetime

from watchlist.compare.document import bare, same_document
from watchlist.entry import (
    Comparison,
    DocumentKey,
    Entry,
    EntryKind,
    Evidence,
    Grade,
    Hit,
    SearchResult,
    Subject,
)
from watchlist.index import NameIndex
from watchlist.scoring import Scorer
from watchlist.search.texts import SAME_DOCUMENT

_CANDIDATES = 200
_SHOWN_PROBABILITY = 0.02
_MOST_HITS = 50


class Searcher:
    """Keeps all entries in memory and follows changes. Thread-safe."""

    def __init__(self, entries: Iterable[Entry] = (), list_version: int = 0) -> None:
        self._lock = threading.RLock()
        self._entries: dict[str, Entry] = {}
        self._names = NameIndex()
        self._documents: dict[str, set[str]] = {}
        self._list_version = list_version
        self._scorer = Scorer(self._names.weight)
        for entry in entries:
            self._put(entry)

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return len(self._entries)

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Take in the latest state of these entries; searches see all of it or nothing."""
        with self._lock:
            for entry in entries:
                self._drop(entry.entry_id)
                if entry.revoked_at is None:
                    self._put(entry)
            self._list_version = list_version

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first: documents by number, persons by name with whatever else is known."""
        with self._lock:
            hits = [*self._document_hits(subject, now), *self._person_hits(subject, now)]
            hits.sort(key=lambda hit: (-hit.comparison.probability, hit.entry.entry_id))
            return SearchResult(tuple(hits[:_MOST_HITS]), self._list_version, len(self._entries))

    def _document_hits(self, subject: Subject, now: datetime) -> Iterable[Hit]:
        for key in subject.documents:
            for entry in self._with_number(key.number):
                listed = next((each for each in entry.documents if same_document(key, each)), None)
                if entry.kind is EntryKind.DOCUMENT and listed is not None:
                    yield Hit(entry, entry.state_at(now), _same_document(key, listed))

    def _person_hits(self, subject: Subject, now: datetime) -> Iterable[Hit]:
        candidates = dict.fromkeys(self._names.candidates((name.full for name in subject.names), _CANDIDATES))
        for key in subject.documents:
            candidates.update(dict.fromkeys(entry.entry_id for entry in self._with_number(key.number)))
        for number in subject.identity_numbers:
            candidates.update(dict.fromkeys(entry.entry_id for entry in self._with_number(number)))
        for entry_id in candidates:
            entry = self._entries[entry_id]
            if entry.kind is EntryKind.PERSON:
                comparison = self._scorer.compare(subject, entry)
                if comparison.probability >= _SHOWN_PROBABILITY:
                    yield Hit(entry, entry.state_at(now), comparison)

    def _with_number(self, number: str) -> list[Entry]:
        return [self._entries[entry_id] for entry_id in self._documents.get(bare(number), ())]

    def _put(self, entry: Entry) -> None:
        self._entries[entry.entry_id] = entry
        if entry.names:
            self._names.add(entry.entry_id, [name.full for name in entry.names])
        for number in _numbers(entry):
            self._documents.setdefault(number, set()).add(entry.entry_id)

    def _drop(self, entry_id: str) -> None:
        entry = self._entries.pop(entry_id, None)
        if entry is not None:
            self._names.remove(entry_id)
            for number in _numbers(entry):
                self._documents[number].discard(entry_id)


def _numbers(entry: Entry) -> set[str]:
    numbers = {bare(key.number) for key in entry.documents} | {bare(number) for number in entry.identity_numbers}
    return numbers - {""}


def _same_document(seen: DocumentKey, listed: DocumentKey) -> Comparison:
    evidence = Evidence("document", seen.number, listed.number, 12.0, SAME_DOCUMENT)
    grade = Grade.EXACT if seen.issuer and listed.issuer else Grade.PROBABLE
    return Comparison(0.99 if grade is Grade.EXACT else 0.7, grade, (evidence,))
