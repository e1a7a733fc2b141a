"""Records in memory, for training and tests."""

from __future__ import annotations

import threading
from typing import Generic, TypeVar

from ledger.event import EventDraft
from ledger.request_key import RequestKey, request_reused
from ledger.short_id import ids_from, several_begin_so
from ledger.store import MemoryLedger
from verifier.protection.codec import Codec, vouching
from verifier.protection.records import (
    Kept,
    RecordFilter,
    RecordPage,
    decode_token,
    page_of,
    place_of,
    record_stale,
    record_unknown,
)

T = TypeVar("T", bound=Kept)


class MemoryRecords(Generic[T]):
    """The `Records` port for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger, kind: type[T]) -> None:
        self._ledger = ledger
        self._codec = Codec(kind)
        self._records: dict[str, T] = {}
        self._requests: dict[str, tuple[str, str]] = {}
        self._lock = threading.RLock()

    def answered(self, request: RequestKey) -> T | None:
        with self._lock:
            known = self._requests.get(request.request_id)
            if known is None:
                return None
            digest, record_id = known
            if digest != request.digest:
                raise request_reused()
            return self._records[record_id]

    def record(self, new: T, draft: EventDraft, request: RequestKey) -> T:
        with self._lock:
            if (known := self.answered(request)) is not None:
                return known
            return self._keep(new, draft, request)

    def change(self, before: T, after: T, draft: EventDraft, request: RequestKey) -> T:
        with self._lock:
            if (known := self.answered(request)) is not None:
                return known
            if self.get(before.record_id).version != before.version:
                raise record_stale()
            return self._keep(after, draft, request)

    def _keep(self, record: T, draft: EventDraft, request: RequestKey) -> T:
        self._ledger.append(vouching(draft, self._codec.to_json(record)))
        self._records[record.record_id] = record
        self._requests[request.request_id] = (request.digest, record.record_id)
        return record

    def get(self, record_id: str) -> T:
        with self._lock:
            if record_id in self._records:
                return self._records[record_id]
            wanted = ids_from(record_id)
            found = [each for each in self._records if wanted and wanted.holds(each)]
            if len(found) > 1:
                raise several_begin_so()
            if not found:
                raise record_unknown()
            return self._records[found[0]]

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[T]:
        with self._lock:
            wanted = [each for each in self._records.values() if which.matches(each)]
        wanted.sort(key=place_of, reverse=True)
        if page_token:
            after = decode_token(page_token)
            wanted = [each for each in wanted if place_of(each) < after]
        return page_of(wanted[: page_size + 1], page_size)
