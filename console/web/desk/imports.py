"""A whole list: what it would change is shown as a proposal, and nothing changes before a second person agrees."""

from __future__ import annotations

import re
from typing import Final

from starlette.responses import Response

from console.client import new_request_id
from console.web.desk.people import SUPERVISORS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field
from lintas.v1 import watchlist_pb2
from watchlist.sources.registry import sources

_LARGEST_BODY_BYTES: Final = 48 * 1024 * 1024  # larger lists go by `lintas watchlist import`
_LIST_ID: Final = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def _page(visit: Visit) -> Response:
    return visit.page("desk/import.html", says=Words(), request_id=new_request_id(), sources=_sources(), report=None)


def _import(visit: Visit) -> Response:
    form = visit.form
    list_id = form.text("list_id")
    if not _LIST_ID.fullmatch(list_id):
        raise invalid_field("list_id", "lower-case letters, digits, dots, hyphens; at most 64", reason="LIST_ID")
    header = watchlist_pb2.ImportHeader(
        request_id=form.text("request_id"),
        list_id=list_id,
        source=form.text("source") or "auto",
        dry_run=form.text("what") == "preview",
        reason=form.text("reason"),
    )
    content = form.file("file")
    if not content:
        raise invalid_field("file", "choose the list's file", reason="LIST_EMPTY")
    with visit.services() as services:
        report = services.import_entries(header, [[content]], timeout_s=visit.world.call_timeout_s * 10)
    if report.proposal:
        visit.world.hub.publish("desk")
        return visit.go(f"/desk/{report.proposal}", done="proposed")
    return visit.page(
        "desk/import.html",
        says=Words(),
        request_id=new_request_id(),
        sources=_sources(),
        report=report,
        list_id=list_id,
    )


def _sources() -> list[str]:
    return ["auto", *(source.name for source in sources())]


IMPORT_ROUTES: Final = (
    page("/desk/import", _page, roles=SUPERVISORS),
    page("/desk/import/send", _import, roles=SUPERVISORS, methods=("POST",), largest_body_bytes=_LARGEST_BODY_BYTES),
)
