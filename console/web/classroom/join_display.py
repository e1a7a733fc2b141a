"""The code for joining, as long as a session is open: on its page, and large for the wall."""

from __future__ import annotations

import io
import ipaddress
from typing import Final

import segno
from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.web.classroom.room import TRAINERS, as_trainer
from console.web.classroom.trainers_room import trainers_room
from console.web.page import page
from console.web.visit import Visit


def join_address(visit: Visit) -> str:
    """What trainees type, without the scheme: browsers add it."""
    return f"{visit.request.url.netloc}/join"


def is_reachable(visit: Visit) -> bool:
    """Whether other machines can follow that address: a loopback address is this machine's own everywhere."""
    host = visit.request.url.hostname or ""
    try:
        return not ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host != "localhost" and not host.endswith(".localhost")


def _wall(visit: Visit) -> Response:
    session_id = visit.request.path_params["session_id"]
    return visit.page(
        "classroom/join_wall.html",
        session=as_trainer(visit).session(session_id),
        code=trainers_room(visit).join_code(session_id),
        address=join_address(visit),
        is_reachable=is_reachable(visit),
    )


def _qr(visit: Visit) -> Response:
    code = trainers_room(visit).join_code(visit.request.path_params["session_id"])
    if not code:
        raise HTTPException(404)
    out = io.BytesIO()
    url = f"{visit.request.url.scheme}://{join_address(visit)}?code={code}"
    segno.make(url, error="m").save(out, kind="svg", scale=6, border=3, svgclass=None, lineclass=None, omitsize=True)
    return Response(out.getvalue(), media_type="image/svg+xml")


JOIN_DISPLAY_ROUTES: Final = (
    page("/classroom/sessions/{session_id}/join", _wall, roles=TRAINERS),
    page("/classroom/sessions/{session_id}/qr.svg", _qr, roles=TRAINERS),
)
