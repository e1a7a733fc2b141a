"""The booth's first page, and examining."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from console.client import new_request_id
from console.web.booth.cases import COUNTER, case_path, recent_cases
from console.web.booth.examine_form import examine_request
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import verification_pb2

_LARGEST_BODY_BYTES: Final = 10 * 1024 * 1024  # an image of 8 MiB, and what else the form holds


def _booth(visit: Visit) -> Response:
    return visit.page("booth/booth.html", request_id=new_request_id(), recent=recent_cases(visit))


def _examine(visit: Visit) -> Response:
    """Examine and show the case. The same form again leads to the same case."""
    again_of = visit.form.text("again_of")
    with visit.services() as services:
        known: verification_pb2.Case | None = services.get_case(again_of) if again_of else None
        case = services.examine(examine_request(visit.form, known))
    visit.world.hub.publish("cases")
    return visit.go(case_path(case.name))


EXAMINE_ROUTES: Final = (
    page("/booth", _booth, roles=COUNTER),
    page("/booth/examine", _examine, roles=COUNTER, methods=("POST",), largest_body_bytes=_LARGEST_BODY_BYTES),
)
