"""Verifies the whole record: the chain of events, and the cases that events vouch for."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import Any, Final

from console.event_filter import EventFilter
from ledger.chain import EMPTY, ChainFault, FaultKind, Head, verify
from ledger.event import Event
from ledger.short_id import ids_from
from ledger.sql import Database, SqlLedger
from verifier.sql import SqlCaseStore
from verifier.sql.protection_audit import verify_protection
from watchlist.sql.proposals import verify_proposals
from watchlist.sql.settlements import verify_settlements
from watchlist.sql.verify import Vouched, verify_versions

# events whose subject is a record of verifier.sql.protection_tables
_OF_SHELVES: Final = ("protection.", "referral.", "tip.", "lead.", "training.")


@dataclass(frozen=True, slots=True)
class AuditReport:
    """What was found. An empty `faults` means that nothing was changed, removed, moved or put in."""

    faults: tuple[ChainFault, ...]
    event_count: int
    head: Head


class Audit:
    """Reads events once, in constant memory but for one digest a case."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._ledger = SqlLedger(database)
        self._cases = SqlCaseStore(database)

    def verify(self, heads: Iterable[Head] = ()) -> AuditReport:
        """Hold every event against the chain, the store's own head and `heads`; every case, list entry and proposal
        against the event that vouches for it."""
        tally = _Tally()
        own_head = self._ledger.head()
        # others go on writing meanwhile: what came after this head is for the next audit
        seen = takewhile(lambda event: event.sequence <= own_head.sequence, self._ledger.events())
        faults = list(verify(tally.counted(seen), own_head, *heads))
        later = next(self._ledger.events(after_sequence=own_head.sequence), None)
        if later is not None and self._ledger.head() == own_head:
            faults.append(ChainFault(FaultKind.UNLINKED, later.sequence, "events stand after the head"))
        faults.extend(self._cases.verify_records(tally.vouched, up_to_sequence=own_head.sequence))
        entries = Vouched(tally.versions, tally.has_older_entries, tally.masked)
        faults.extend(verify_versions(self._database, entries, up_to_sequence=own_head.sequence))
        faults.extend(verify_settlements(self._database, tally.settlements, up_to_sequence=own_head.sequence))
        faults.extend(verify_proposals(self._database, tally.proposals, up_to_sequence=own_head.sequence))
        faults.extend(verify_protection(self._database, tally.protection, up_to_sequence=own_head.sequence))
        return AuditReport(tuple(faults), tally.count, tally.last)

    def query(self, wanted: EventFilter, *, limit: int) -> list[Event]:
        """The last `limit` events that fit, the oldest first. Reads the chain once in constant memory.

        The beginning of a case's id will do. Raises LintasError ID_AMBIGUOUS, CASE_UNKNOWN.
        """
        collection, _, case_id = wanted.subject.partition("/")
        if collection == "cases" and ids_from(case_id) is not None:
            wanted = replace(wanted, subject=self._cases.get(case_id).name)
        return list(deque(filter(wanted.admits, self._ledger.events(subject=wanted.subject)), maxlen=limit))


class _Tally:
    def __init__(self) -> None:
        self.count = 0
        self.last = EMPTY
        self.vouched: dict[str, tuple[int, str]] = {}
        self.proposals: dict[str, tuple[int, str]] = {}
        self.settlements: dict[str, tuple[int, str]] = {}
        self.protection: dict[str, tuple[int, str]] = {}
        self.versions: dict[int, str] = {}
        self.masked: set[str] = set()
        self.has_older_entries = False

    def counted(self, events: Iterable[Event]) -> Iterator[Event]:
        for event in events:
            self.count += 1
            self.last = Head(event.sequence, event.digest)
            if event.kind.startswith("case."):
                self.vouched[event.subject] = (event.sequence, _record_digest(event.body_json))
            elif event.kind.startswith(_OF_SHELVES):
                self.protection[event.subject] = (event.sequence, _record_digest(event.body_json))
            elif event.kind.startswith("watchlist."):
                self._list(event)
            yield event

    def _list(self, event: Event) -> None:
        body = _body(event.body_json)
        if (digest := body.get("versions_sha256")) is not None:
            self.versions[event.sequence] = str(digest)
        elif event.kind == "watchlist.imported":
            self.has_older_entries = True
        if event.subject.startswith("exclusions/"):
            self.settlements[event.subject] = (event.sequence, str(body.get("record_sha256", "")))
        if event.subject.startswith("proposals/"):
            self.proposals[event.subject] = (event.sequence, str(body.get("record_sha256", "")))
            if event.kind == "watchlist.approved" and body.get("kind") in {"mask", "erase"}:
                self.masked.update(map(str, body.get("entries", ())))


def _body(body_json: str) -> dict[str, Any]:
    try:
        body = json.loads(body_json)
    except ValueError:
        return {}  # a spoilt body is the chain's finding, not ours
    return body if isinstance(body, dict) else {}


def _record_digest(body_json: str) -> str:
    return str(_body(body_json).get("record_sha256", ""))
