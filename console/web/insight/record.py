"""The record of everything that was done: search it, and hold it against its chain."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Final

from google.protobuf.timestamp_pb2 import Timestamp
from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.web.insight.people import READERS, VERIFIERS
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import audit_pb2

_KINDS: Final = ("", "case.", "watchlist.", "protection.", "account.", "audit.")


def _events(visit: Visit) -> Response:
    request = audit_pb2.QueryEventsRequest(
        kind=visit.ask("kind")[:64],
        officer_id=visit.ask("officer")[:64],
        subject=visit.ask("subject")[:256],
        start_time=_midnight(visit, "from"),
        end_time=_midnight(visit, "to"),
        limit=200,
    )
    with visit.services() as services:
        found = services.query_events(request)
    return visit.page(
        "insight/events.html",
        events=list(reversed(found.events)),
        asked=request,
        kinds=_KINDS,
        since=visit.ask("from"),
        until=visit.ask("to"),
        may_verify=visit.role in VERIFIERS,
        verified=None,
    )


def _verify(visit: Visit) -> Response:
    heads = [line.strip() for line in visit.form.text("heads").splitlines() if line.strip()]
    with visit.services() as services:
        verified = services.verify_record(audit_pb2.VerifyRecordRequest(heads=heads))
    return visit.page("insight/verified.html", verified=verified)


def _midnight(visit: Visit, name: str) -> Timestamp | None:
    if not visit.ask(name):
        return None
    try:
        day = date.fromisoformat(visit.ask(name))
    except ValueError:
        raise HTTPException(400) from None
    stamp = Timestamp()
    stamp.FromDatetime(datetime.combine(day, time(), visit.world.zone).astimezone(UTC))
    return stamp


RECORD_ROUTES: Final = (
    page("/insight/record", _events, roles=READERS),
    page("/insight/record/verify", _verify, roles=VERIFIERS, methods=("POST",)),
)
