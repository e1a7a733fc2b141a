"""Index, scoring and law put together: hits with their evidence and their state at this instant."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import numpy as np

from watchlist.compare.document import same_document
from watchlist.entry import Comparison, DocumentKey, Entry, EntryKind, Evidence, Grade, Hit, SearchResult, Subject
from watchlist.names.frequency import carriers_per_10_000
from watchlist.names.prepared import significant
from watchlist.scoring.model import Model, load_model
from watchlist.scoring.scorer import Look, Prior, Scorer
from watchlist.search.documents import ListedDocuments, NoDocuments
from watchlist.search.exclusions import Exclusions, NoExclusions
from watchlist.search.listed import Listed
from watchlist.search.texts import SAME_DOCUMENT, common_name_note, excluded_note

_SHOWN_PROBABILITY: Final = 0.01
_MOST_HITS: Final = 50
_COMMON_NAME: Final = 1.0  # carriers in 10,000
_LONG_AGO: Final = datetime(1, 1, 1, tzinfo=UTC)


class Searcher:
    """Follows changes of the list; searches take no lock and each sees one version of it.

    `entries` may be a mapping by id that holds them elsewhere, such as in a compact store. `exclusions` are asked
    with every search by a subject with documents. `documents` are listed documents that are kept elsewhere.
    """

    def __init__(
        self,
        entries: Iterable[Entry] | Mapping[str, Entry] = (),
        list_version: int = 0,
        *,
        model: Model | None = None,
        prior: Prior = Prior(),
        shown_probability: float = _SHOWN_PROBABILITY,
        exclusions: Exclusions | None = None,
        documents: ListedDocuments | None = None,
    ) -> None:
        self._model = model or load_model()
        self._prior = prior
        self._shown_probability = shown_probability
        self._exclusions = exclusions or NoExclusions()
        self._documents = NoDocuments() if documents is None else documents
        self._lock = threading.Lock()  # for those who change it
        self._listed = Listed.of(entries, list_version)

    @property
    def entry_count(self) -> int:
        """Entries that are searched."""
        return len(self._listed.entries) + len(self._documents)

    @property
    def list_version(self) -> int:
        """The version that a search beginning now answers from."""
        return self._listed.version

    def follow(self, entries: Sequence[Entry], list_version: int) -> None:
        """Take in the latest state of these entries; searches see all of it or nothing."""
        with self._lock:
            self._listed = self._listed.changed(entries, list_version)

    def forget(self, entry_ids: Iterable[str]) -> None:
        """Take these out of memory, where they are in it: they are found among `documents` from now on."""
        with self._lock:
            listed = self._listed
            held = [listed.entries[entry_id] for entry_id in entry_ids if entry_id in listed.entries]
            if held:
                gone = [replace(entry, revoked_at=_LONG_AGO) for entry in held]
                self._listed = listed.changed(gone, listed.version)

    def search(self, subject: Subject, now: datetime) -> SearchResult:
        """Hits, best first: documents by number, persons by name with whatever else is known.

        Nobody is dropped by an exclusion: such a hit comes last, graded EXCLUDED.
        """
        listed = self._listed
        hits = [*_document_hits(listed, self._documents, subject, now), *self._person_hits(listed, subject, now)]
        hits = self._after_exclusions(hits, subject, now)
        hits.sort(key=_rank)
        notes = []
        if any(hit.homonyms_per_10_000 is not None and hit.homonyms_per_10_000 >= _COMMON_NAME for hit in hits):
            notes.append(common_name_note(max(hit.homonyms_per_10_000 or 0.0 for hit in hits)))
        if excluded := sum(hit.comparison.grade is Grade.EXCLUDED for hit in hits):
            notes.append(excluded_note(excluded))
        searched = len(listed.entries) + len(self._documents)
        return SearchResult(tuple(hits[:_MOST_HITS]), listed.version, searched, tuple(notes))

    def looks(self, subject: Subject, entries: Sequence[Entry] | None = None) -> list[tuple[Look, float]]:
        """What the model sees of a subject beside its candidates, or beside `entries`, with its sum: for training."""
        listed = self._listed
        wanted = entries or listed.candidates(subject)
        seen = Scorer(self._model, listed.prepared, len(listed.entries), self._prior).looks(subject, wanted)
        sums = self._model.sums(np.array([look.row for look in seen])) if seen else np.zeros(0)
        return list(zip(seen, sums.tolist(), strict=True))

    def _person_hits(self, listed: Listed, subject: Subject, now: datetime) -> Iterator[Hit]:
        persons = [entry for entry in listed.candidates(subject) if entry.kind is EntryKind.PERSON]
        scorer = Scorer(self._model, listed.prepared, len(listed.entries), self._prior)
        estimates = (carriers_per_10_000(significant(name.full)) for name in subject.names)
        homonyms = max((each for each in estimates if each is not None), default=None)
        for entry, comparison in zip(persons, scorer.compare(subject, persons), strict=True):
            if comparison.probability >= self._shown_probability:
                yield Hit(entry, entry.state_at(now), comparison, homonyms)

    def _after_exclusions(self, hits: list[Hit], subject: Subject, now: datetime) -> list[Hit]:
        decided = self._exclusions.of_documents(subject.documents) if subject.documents else ()
        if not decided:
            return hits
        return [
            replace(hit, comparison=replace(hit.comparison, grade=Grade.EXCLUDED))
            if hit.entry.kind is EntryKind.PERSON
            and any(each.holds_for(subject.documents, hit.entry, now) for each in decided)
            else hit
            for hit in hits
        ]


def _rank(hit: Hit) -> tuple[bool, float, str]:
    return (hit.comparison.grade is Grade.EXCLUDED, -hit.comparison.probability, hit.entry.entry_id)


def _document_hits(listed: Listed, documents: ListedDocuments, subject: Subject, now: datetime) -> Iterator[Hit]:
    seen: dict[str, Hit] = {}
    for key in subject.documents:
        for entry in (*listed.with_number(key.number), *documents.with_number(key.number)):
            found = next((each for each in entry.documents if same_document(key, each)), None)
            if entry.kind is EntryKind.DOCUMENT and found is not None:
                seen.setdefault(entry.entry_id, Hit(entry, entry.state_at(now), _same_document(key, found)))
    yield from seen.values()


def _same_document(seen: DocumentKey, listed: DocumentKey) -> Comparison:
    evidence = Evidence("document", seen.number, listed.number, 12.0, SAME_DOCUMENT)
    grade = Grade.EXACT if seen.issuer and listed.issuer else Grade.PROBABLE
    return Comparison(0.99 if grade is Grade.EXACT else 0.7, grade, (evidence,))
