"""Where settlements are kept: the port, and the one in memory for training and tests."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from ledger.errors import Fault, LintasError
from ledger.event import EventDraft
from ledger.request_key import RequestKey, request_reused
from ledger.store import MemoryLedger
from watchlist.compare.document import bare
from watchlist.entry import DocumentKey
from watchlist.exclusions.settlement import Settlement, SettlementState, settlement_error
from watchlist.search.exclusions import Exclusion


@dataclass(frozen=True, slots=True)
class SettlementPage:
    """Settlements by id; `next_token` is '' at the end."""

    settlements: tuple[Settlement, ...]
    next_token: str


class SettlementStore(Protocol):
    """Keeps settlements, each change with its ledger event and request id at once. Also answers searches."""

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        """What two people agreed to about any of these documents, also where it has run out."""

    def answered(self, request: RequestKey) -> str:
        """The settlement id that this request led to; '' where it is new. Raises REQUEST_ID_REUSED."""

    def keep(self, settlement: Settlement, draft: EventDraft, request: RequestKey) -> Settlement:
        """A new one (version 1), or the next version. Raises LintasError ETAG_STALE where another was faster."""

    def get(self, settlement_id: str) -> Settlement:
        """Raises LintasError EXCLUSION_UNKNOWN."""

    def list(self, state: SettlementState | None, *, now: datetime, page_size: int, page_token: str) -> SettlementPage:
        """One page, by id."""


def unknown() -> LintasError:
    """No such settlement."""
    return settlement_error("EXCLUSION_UNKNOWN", "name", "no such exclusion", Fault.NOT_FOUND)


def stale() -> LintasError:
    """Somebody else changed it in between."""
    return settlement_error("ETAG_STALE", "etag", "it has changed; read it again", Fault.STALE)


def page_of(settlements: Sequence[Settlement], page_size: int) -> SettlementPage:
    """One page out of at most one more than it holds."""
    page = tuple(settlements[:page_size])
    return SettlementPage(page, page[-1].settlement_id if len(settlements) > page_size else "")


def speaks(settlement: Settlement) -> bool:
    """Agreed to and not withdrawn; whether it has run out is the search's question."""
    return settlement.confirmed_by is not None and settlement.withdrawn_at is None


class MemorySettlementStore:
    """Keeps settlements for the life of the process. Thread-safe."""

    def __init__(self, ledger: MemoryLedger) -> None:
        self._ledger = ledger
        self._kept: dict[str, Settlement] = {}
        self._requests: dict[str, tuple[str, str]] = {}
        self._lock = threading.RLock()

    def of_documents(self, documents: Sequence[DocumentKey]) -> Sequence[Exclusion]:
        numbers = {bare(document.number) for document in documents}
        with self._lock:
            known = list(self._kept.values())
        return [each.exclusion for each in known if speaks(each) and bare(each.exclusion.document.number) in numbers]

    def answered(self, request: RequestKey) -> str:
        with self._lock:
            digest, answer = self._requests.get(request.request_id, (request.digest, ""))
        if digest != request.digest:
            raise request_reused()
        return answer

    def keep(self, settlement: Settlement, draft: EventDraft, request: RequestKey) -> Settlement:
        with self._lock:
            if known := self.answered(request):
                return self.get(known)
            before = self._kept.get(settlement.settlement_id)
            if (before.version if before else 0) != settlement.version - 1:
                raise stale()
            self._ledger.append(draft)
            self._kept[settlement.settlement_id] = settlement
            self._requests[request.request_id] = (request.digest, settlement.settlement_id)
            return settlement

    def get(self, settlement_id: str) -> Settlement:
        with self._lock:
            if settlement_id not in self._kept:
                raise unknown()
            return self._kept[settlement_id]

    def list(self, state: SettlementState | None, *, now: datetime, page_size: int, page_token: str) -> SettlementPage:
        with self._lock:
            known = sorted(self._kept.items())
        wanted = [each for key, each in known if key > page_token and state in {None, each.state_at(now)}]
        return page_of(wanted[: page_size + 1], page_size)
