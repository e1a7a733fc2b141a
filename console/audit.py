"""Verifies the whole record: the chain of events, and the cases that events vouch for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import takewhile

from ledger.chain import EMPTY, ChainFault, FaultKind, Head, verify
from ledger.event import Event
from ledger.sql import SqlLedger
from verifier.sql import SqlCaseStore


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What was found. An empty `faults` means that nothing was changed, removed, moved or put in."""

    faults: tuple[ChainFault, ...]
    event_count: int
    head: Head


class Audit:
    """Reads events once, in constant memory but for one digest a case."""

    def __init__(self, ledger: SqlLedger, cases: SqlCaseStore) -> None:
        self._ledger = ledger
        self._cases = cases

    def verify(self, heads: Iterable[Head] = ()) -> AuditReport:
        """Hold every event against the chain, the store's own head and `heads`, and every case against its event."""
        tally = _Tally()
        own_head = self._ledger.head()
        # others go on writing meanwhile: what came after this head is for the next audit
        seen = takewhile(lambda event: event.sequence <= own_head.sequence, self._ledger.events())
        faults = list(verify(tally.counted(seen), own_head, *heads))
        later = next(self._ledger.events(after_sequence=own_head.sequence), None)
        if later is not None and self._ledger.head() == own_head:
            faults.append(ChainFault(FaultKind.UNLINKED, later.sequence, "events stand after the head"))
        faults.extend(self._cases.verify_records(tally.vouched, up_to_sequence=own_head.sequence))
        return AuditReport(tuple(faults), tally.count, tally.last)


class _Tally:
    def __init__(self) -> None:
        self.count = 0
        self.last = EMPTY
        self.vouched: dict[str, tuple[int, str]] = {}

    def counted(self, events: Iterable[Event]) -> Iterator[Event]:
        for event in events:
            self.count += 1
            self.last = Head(event.sequence, event.digest)
            if event.kind.startswith("case."):
                self.vouched[event.subject] = (event.sequence, _record_digest(event.body_json))
            yield event


def _record_digest(body_json: str) -> str:
    try:
        return str(json.loads(body_json)["record_sha256"])
    except (ValueError, TypeError, KeyError):
        return ""  # a spoilt body is the chain's finding, not ours
