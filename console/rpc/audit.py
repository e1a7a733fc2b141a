"""AuditService: converts, asks the audit, converts back."""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal

import grpc

from console.audit import Audit
from console.event_filter import EventFilter
from ledger.chain import Head
from ledger.errors import invalid_field
from ledger.event import Event
from ledger.rpc.convert import actor_to_wire, instant_from_wire, instant_to_wire
from lintas.v1 import audit_pb2 as wire
from lintas.v1 import audit_pb2_grpc
from watchlist.rpc.convert import bounded

_DEFAULT: Final = 100
_MOST: Final = 1000


class AuditService(audit_pb2_grpc.AuditServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(self, audit: Audit) -> None:
        self._audit = audit

    def QueryEvents(self, request: wire.QueryEventsRequest, context: grpc.ServicerContext) -> wire.QueryEventsResponse:
        if not 0 <= request.limit <= _MOST:
            raise invalid_field("limit", f"0 to {_MOST}")
        wanted = EventFilter(
            kind=bounded(request.kind, "kind", 64),
            officer_id=bounded(request.officer_id, "officer_id", 64),
            subject=bounded(request.subject, "subject", 256),
            since=_instant(request, "start_time"),
            until=_instant(request, "end_time"),
        )
        found = self._audit.query(wanted, limit=request.limit or _DEFAULT)
        return wire.QueryEventsResponse(events=[_event(event) for event in found])

    def VerifyRecord(
        self, request: wire.VerifyRecordRequest, context: grpc.ServicerContext
    ) -> wire.VerifyRecordResponse:
        report = self._audit.verify([_head(text, f"heads[{i}]") for i, text in enumerate(request.heads)])
        return wire.VerifyRecordResponse(
            faults=[wire.RecordFault(kind=f.kind.value, sequence=f.sequence, detail=f.detail) for f in report.faults],
            events=report.event_count,
            head=str(report.head),
        )


def _instant(request: wire.QueryEventsRequest, name: Literal["start_time", "end_time"]) -> datetime | None:
    return instant_from_wire(getattr(request, name), name) if request.HasField(name) else None


def _head(text: str, field: str) -> Head:
    try:
        return Head.parse(text)
    except ValueError as error:
        raise invalid_field(field, str(error)) from None


def _event(event: Event) -> wire.AuditEvent:
    return wire.AuditEvent(
        sequence=event.sequence,
        kind=event.kind,
        actor=actor_to_wire(event.actor),
        subject=event.subject,
        record_time=instant_to_wire(event.recorded_at),
        body_json=event.body_json,
        digest=event.digest,
    )
