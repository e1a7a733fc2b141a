"""The trainer's side of a session: the live board, pace, reports."""

from __future__ import annotations

from datetime import date
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.client import new_request_id
from console.web.classroom.join_display import is_reachable, join_address
from console.web.classroom.room import STEERERS, TRAINERS, as_trainer
from console.web.classroom.steering import KINDS, cases_had
from console.web.classroom.trainers_room import trainers_room
from console.web.page import page
from console.web.visit import Visit
from ledger.actor import Role
from ledger.errors import invalid_field


def _start(visit: Visit) -> Response:
    sessions = trainers_room(visit).sessions().sessions
    return visit.page("classroom/start.html", sessions=sessions, day_of=date.fromisoformat)


def _session(visit: Visit) -> Response:
    session = as_trainer(visit).session(visit.request.path_params["session_id"])
    # the code is the trainers' own; an administrator steers while they are away, and lets nobody in
    is_told_code = visit.role is Role.TRAINER and not session.rehearsal
    return visit.page(
        "classroom/session.html",
        session=session,
        code=trainers_room(visit).join_code(session.session_id) if is_told_code else "",
        address=join_address(visit),
        is_reachable=is_reachable(visit),
        had=cases_had(session),
        kinds=[(kind, visit.say(text)) for kind, text in KINDS.items()],
        request_id=new_request_id(),
    )


def _pace(visit: Visit) -> Response:
    session_id, what = visit.request.path_params["session_id"], visit.form.text("what")
    room = as_trainer(visit)
    if what == "next":
        step = room.session(session_id).step + 1
        if visit.form.text("step") in {"", str(step)}:  # pressed twice opens one case, not two
            room.advance(session_id, step)
    elif what == "close":
        room.close(session_id)
    elif what == "delete":
        room.delete(session_id)
        visit.world.hub.publish(f"session:{session_id}")
        return visit.go("/classroom", done="session_deleted")
    else:
        raise invalid_field("what", "next, close or delete")
    visit.world.hub.publish(f"session:{session_id}")
    return visit.go(f"/classroom/sessions/{session_id}")


def _report(visit: Visit) -> Response:
    from simulator.grading.codec import from_json  # noqa: PLC0415 - grading loads scipy
    from simulator.grading.grades import grade  # noqa: PLC0415
    from simulator.report.render import Format, render  # noqa: PLC0415
    from simulator.report.voice import Voice  # noqa: PLC0415

    kinds = {"pdf": "application/pdf", "csv": "text/csv", "xapi": "application/jsonl"}
    kind = visit.request.path_params["kind"]
    if kind not in kinds:
        raise HTTPException(404)
    workshop = from_json(as_trainer(visit).report(visit.request.path_params["session_id"]))
    content = render(workshop, grade(workshop), Format(kind), Voice.BOTH)
    name = f"lintas_class{Format(kind).suffix}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=kinds[kind], headers=headers)


SESSION_ROUTES: Final = (
    page("/classroom", _start, roles=TRAINERS),
    page("/classroom/sessions/{session_id}", _session, roles=STEERERS),
    page("/classroom/sessions/{session_id}/pace", _pace, roles=STEERERS, methods=("POST",)),
    page("/classroom/sessions/{session_id}/report.{kind}", _report, roles=TRAINERS),
)
