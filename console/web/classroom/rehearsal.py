"""A trainer sits down in their own rehearsal: the same phone pages, in the browser in which they steer."""

from __future__ import annotations

from typing import Final

from starlette.responses import RedirectResponse, Response

from console.web.classroom.room import TRAINERS, as_trainer
from console.web.classroom.seat import keep_seat
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field

_SEATS: Final = {"": "SEAT_KIND_SOLO", "primary": "SEAT_KIND_PRIMARY", "secondary": "SEAT_KIND_SECONDARY"}


def _sit(visit: Visit) -> Response:
    session_id, wanted = visit.request.path_params["session_id"], visit.form.text("seat")
    if wanted not in _SEATS:
        raise invalid_field("seat", "primary or secondary, or nothing")
    seat = as_trainer(visit).rehearse(session_id, _SEATS[wanted])
    visit.world.hub.publish(f"session:{session_id}")
    response: Response = RedirectResponse("/play", status_code=303)
    keep_seat(response, visit.request, seat)
    return response


REHEARSAL_ROUTES: Final = (page("/classroom/sessions/{session_id}/sit", _sit, roles=TRAINERS, methods=("POST",)),)
