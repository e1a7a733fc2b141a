"""Joining by code and a made-up name, and coming back with the recovery word."""

from __future__ import annotations

from typing import Final

from starlette.responses import RedirectResponse, Response

from console.client import ServiceError
from console.web.classroom.room import as_trainee
from console.web.classroom.seat import keep_seat, seat_in
from console.web.faults import told
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import training_pb2 as wire

_SEATS: Final = {"": 0, "primary": wire.SEAT_KIND_PRIMARY, "secondary": wire.SEAT_KIND_SECONDARY}


def _join(visit: Visit) -> Response:
    return _form(visit, None)


def _form(visit: Visit, error: ServiceError | None) -> Response:
    return visit.page(
        "classroom/join.html",
        status=400 if error else 200,
        code=(visit.form.text("code") or visit.ask("code"))[:16],
        has_seat=seat_in(visit.request) is not None,
        error=told(error) if error else None,
    )


def _sit(visit: Visit) -> Response:
    form = visit.form
    request = wire.JoinSessionRequest(
        code=form.text("code").upper().replace(" ", "")[:16],
        nickname=form.text("nickname")[:40],
        desk=form.text("desk")[:40],
        seat=_SEATS.get(form.text("seat"), 0),  # type: ignore[arg-type]  # an enum's number
        rejoin_trainee=form.text("trainee")[:64],
        word=form.text("word").upper()[:8],
    )
    try:
        seat = as_trainee(visit).join(request)
    except ServiceError as error:
        if error.code in {"UNAVAILABLE", "INTERNAL"}:
            raise
        return _form(visit, error)
    visit.world.hub.publish(f"session:{seat.session_id}")
    response: Response = RedirectResponse(f"/play?welcome={seat.word}", status_code=303)
    keep_seat(response, visit.request, seat)
    return response


JOIN_ROUTES: Final = (
    page("/join", _join, roles=None),
    page("/join/sit", _sit, roles=None, methods=("POST",)),
)
