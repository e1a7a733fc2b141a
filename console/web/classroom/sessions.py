"""The trainer's side: library, opening a session, the live board, pace, reports."""

from __future__ import annotations

import io
from collections import Counter
from typing import Final

import segno
from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from console.web.classroom.board import board_of
from console.web.classroom.room import TRAINERS, as_trainer
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field
from lintas.v1 import training_pb2 as wire

_MOST_CASES: Final = 40
_MODES: Final = {"solo": "SESSION_MODE_SOLO", "two_seat": "SESSION_MODE_TWO_SEAT"}
_PACES: Final = {"trainer": "SESSION_PACE_TRAINER", "self": "SESSION_PACE_SELF"}
_FEEDBACK: Final = {"case": "SESSION_FEEDBACK_CASE", "end": "SESSION_FEEDBACK_END"}
_FORMS: Final = {"practice": "PARALLEL_FORM_PRACTICE", "pre": "PARALLEL_FORM_PRE", "post": "PARALLEL_FORM_POST"}


def _start(visit: Visit) -> Response:
    found = as_trainer(visit).scenarios().scenarios
    return visit.page("classroom/start.html", scenarios=found, classes=Counter(each.case_class for each in found))


def _open(visit: Visit) -> Response:
    form = visit.form
    request = wire.OpenSessionRequest(
        title=form.text("title"),
        mode=_MODES.get(form.text("mode"), _MODES["solo"]),
        pace=_PACES.get(form.text("pace"), _PACES["trainer"]),
        feedback=_FEEDBACK.get(form.text("feedback"), _FEEDBACK["case"]),
        seed=_number(form.text("seed") or "1", "seed", 1, 10**9),
    )
    chosen = [key for key in form.texts("scenario") if key]
    if chosen:
        if len(chosen) > _MOST_CASES:
            raise invalid_field("scenario", f"at most {_MOST_CASES}")
        kind = _FORMS.get(form.text("form"), _FORMS["practice"])
        variant = request.seed if form.text("variants") == "1" else 0
        request.slots.extend(wire.SessionSlot(scenarios=[key], variant=variant, form=kind) for key in chosen)
    else:
        request.deal_count = _number(form.text("deal_count") or "8", "deal_count", 1, _MOST_CASES)
        request.prevalence = _number(form.text("prevalence") or "50", "prevalence", 2, 50) / 100
    opened = as_trainer(visit).open(request)
    return RedirectResponse(f"/classroom/sessions/{opened.session_id}?code={opened.code}", status_code=303)


def _number(text: str, field: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise invalid_field(field, f"{least} to {most}")
    return int(text)


def _session(visit: Visit) -> Response:
    session = as_trainer(visit).session(visit.request.path_params["session_id"])
    code = visit.ask("code")[:16]
    join = f"{visit.request.url.scheme}://{visit.request.url.netloc}/join?code={code}" if code else ""
    return visit.page(
        "classroom/session.html",
        session=session,
        code=code,
        join=join,
        address=f"{visit.request.url.netloc}/join",
        front=max((each.decided for each in session.trainees), default=0),
    )


def _qr(visit: Visit) -> Response:
    code = visit.ask("code")[:16]
    if not code.isalnum():
        raise HTTPException(404)
    out = io.BytesIO()
    url = f"{visit.request.url.scheme}://{visit.request.url.netloc}/join?code={code}"
    segno.make(url, error="m").save(out, kind="svg", scale=6, border=2, svgclass=None, lineclass=None, omitsize=True)
    return Response(out.getvalue(), media_type="image/svg+xml")


def _pace(visit: Visit) -> Response:
    session_id, what = visit.request.path_params["session_id"], visit.form.text("what")
    room = as_trainer(visit)
    if what == "next":
        session = room.session(session_id)
        room.advance(session_id, session.step + 1)
    elif what == "close":
        room.close(session_id)
    elif what == "delete":
        room.delete(session_id)
        visit.world.hub.publish(f"session:{session_id}")
        return visit.go("/classroom", done="session_deleted")
    else:
        raise invalid_field("what", "next, close or delete")
    visit.world.hub.publish(f"session:{session_id}")
    code = visit.form.text("code")[:16]
    return RedirectResponse(f"/classroom/sessions/{session_id}?code={code}", status_code=303)


def _board(visit: Visit) -> Response:
    """For the wall: what the class decided and cited in one case, without names."""
    session_id = visit.request.path_params["session_id"]
    room = as_trainer(visit)
    session = room.session(session_id)
    asked = visit.ask("case")
    number = int(asked) if asked.isdecimal() else max(session.step, 0)
    board = board_of(room.report(session_id), number)
    return visit.page("classroom/board.html", session=session, board=board, number=number)


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
    page("/classroom/open", _open, roles=TRAINERS, methods=("POST",)),
    page("/classroom/qr.svg", _qr, roles=TRAINERS),
    page("/classroom/sessions/{session_id}", _session, roles=TRAINERS),
    page("/classroom/sessions/{session_id}/pace", _pace, roles=TRAINERS, methods=("POST",)),
    page("/classroom/sessions/{session_id}/board", _board, roles=TRAINERS),
    page("/classroom/sessions/{session_id}/report.{kind}", _report, roles=TRAINERS),
)
