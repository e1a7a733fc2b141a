"""Index, scoring and law put together: hits with their evidence and their state at this instant."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import numpy as np

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
from watchlist.names.frequency import carriers_per_10_000, information
from watchlist.names.prepared import Information, prepare, significant
from watchlist.scoring.model import Model, load_model
from watchlist.scoring.scorer import Look, Prior, Scorer
from watchlist.search.texts import SAME_DOCUMENT

_CANDIDATES: Final = 40  # a name and block
_SHOWN_PROBABILITY: Final = 0.01
_MOST_HITS: Final = 50


@dataclass(frozen=True, slots=True)
class _List:
    """One version of the list, whole: a search works on one and never sees half a change."""

    entries: Mapping[str, Entry]
    index: NameIndex
    numbers: Mapping[str, frozenset[str]]
    version: int

    @property
    def information(self) -> Information:
        """Nats of information in a word, as this list and the population have it."""
        return information(self.index.carriers, self.index.names)


class Searcher:
    """Keeps all entries in memory and follows changes. Searches take no lock."""

    def __init__(
        self,
        entries: Iterable[Entry] = (),
        list_version: int = 0,
        *,
        model: Model | None = None,
        prior: Prior = Prior(),
        shown_probability: float = _SHOWN_PROBABILITY,
    ) -> None:
        self._model = model or load_model()
        self._prior = prior
        self._shown_probability = shown_probability
        self._lock = threading.Lock()
        known = {entry.entry_id: entry for entry in entries}
        numbers: dict[str, set[str]] = {}
        for entry in known.values():
            for number in _numbers(entry):
                numbers.setdefault(number, set()).add(entry.entry_id)
        filed = {number: frozenset(ids) for number, ids in numbers.items()}
        self._list = _List(known, NameIndex.of(known.values()), filed, list_version)

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return len(self._list.entries)

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Take in the latest state of these entries; searches see all of it or nothing."""
        with self._lock:
            before = self._list
            known, numbers = dict(before.entries), dict(before.numbers)
            for entry in entries:
                old = known.pop(entry.entry_id, None)
                for number in _numbers(old) if old else ():
                    numbers[number] = numbers[number] - {entry.entry_id}
                if entry.revoked_at is None:
                    known[entry.entry_id] = entry
                    for number in _numbers(entry):
                        numbers[number] = numbers.get(number, frozenset()) | {entry.entry_id}
            self._list = _List(known, before.index.changed(entries), numbers, list_version)

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first: documents by number, persons by name with whatever else is known."""
        now_listed = self._list
        hits = [*_document_hits(now_listed, subject, now), *self._person_hits(now_listed, subject, now)]
        hits.sort(key=lambda hit: (-hit.comparison.probability, hit.entry.entry_id))
        return SearchResult(tuple(hits[:_MOST_HITS]), now_listed.version, len(now_listed.entries))

    def looks(self, subject: Subject, entries: Sequence[Entry] | None = None) -> list[tuple[Look, float]]:
        """What the model sees of a subject beside its candidates, or beside `entries`, with its sum: for training."""
        listed = self._list
        known = listed.information
        wanted = entries or [listed.entries[each] for each in dict.fromkeys(_candidates(listed, subject, known))]
        seen = Scorer(self._model, known, len(listed.entries), self._prior).looks(subject, wanted)
        sums = self._model.sums(np.array([look.row for look in seen])) if seen else np.zeros(0)
        return list(zip(seen, sums.tolist(), strict=True))

    def _person_hits(self, listed: _List, subject: Subject, now: datetime) -> Iterator[Hit]:
        known = listed.information
        candidates = dict.fromkeys(_candidates(listed, subject, known))
        entries = [listed.entries[entry_id] for entry_id in candidates]
        persons = [entry for entry in entries if entry.kind is EntryKind.PERSON]
        scorer = Scorer(self._model, known, len(listed.entries), self._prior)
        homonyms = max(
            (n for name in subject.names if (n := carriers_per_10_000(significant(name.full)))), default=None
        )
        for entry, comparison in zip(persons, scorer.compare(subject, persons), strict=True):
            if comparison.probability >= self._shown_probability:
                yield Hit(entry, entry.state_at(now), comparison, homonyms)


def _candidates(listed: _List, subject: Subject, known: Information) -> Iterator[str]:
    for key in subject.documents:
        yield from listed.numbers.get(bare(key.number), ())
    for number in subject.identity_numbers:
        yield from listed.numbers.get(bare(number), ())
    for name in subject.names:
        yield from listed.index.candidates(prepare(name.full, known), subject.birth_dates, known, _CANDIDATES)


def _document_hits(listed: _List, subject: Subject, now: datetime) -> Iterator[Hit]:
    for key in subject.documents:
        for entry_id in listed.numbers.get(bare(key.number), ()):
            entry = listed.entries[entry_id]
            found = next((each for each in entry.documents if same_document(key, each)), None)
            if entry.kind is EntryKind.DOCUMENT and found is not None:
                yield Hit(entry, entry.state_at(now), _same_document(key, found))


def _numbers(entry: Entry) -> set[str]:
    numbers = {bare(key.number) for key in entry.documents} | {bare(number) for number in entry.identity_numbers}
    return numbers - {""}


def _same_document(seen: DocumentKey, listed: DocumentKey) -> Comparison:
    evidence = Evidence("document", seen.number, listed.number, 12.0, SAME_DOCUMENT)
    grade = Grade.EXACT if seen.issuer and listed.issuer else Grade.PROBABLE
    return Comparison(0.99 if grade is Grade.EXACT else 0.7, grade, (evidence,))
