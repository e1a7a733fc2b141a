"""The trainee's page: look, scan, ask, link evidence, decide. Works by forms; a script only spares reloads."""

from __future__ import annotations

import json
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from console.client import ServiceError, new_request_id
from console.web.classroom.facts import grouped, told
from console.web.classroom.replay import Replay, text_of
from console.web.classroom.room import as_trainee
from console.web.classroom.seat import SeatCookie, seat_in
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field
from lintas.v1 import training_pb2 as wire
from lintas.v1 import verification_pb2
from verifier.checks.catalogue import catalogue

_LIGHTS: Final = ("visible", "uv", "ir")
_TOOLS: Final = {"visible": "eye", "uv": "uv", "ir": "ir"}
_INNER: Final = ".inner"  # the page after a passport's data page
_OUTCOMES: Final = ("clear", "refer", "defer", "refuse", "hold", "protect")
_AT_PRIMARY: Final = ("clear", "refer", "protect")  # the rest is decided in the inner room
_WAITING: Final = {wire.SESSION_HOLD_FROZEN: "SCREENS_FROZEN", wire.SESSION_HOLD_CLOSED: "SESSION_CLOSED"}
_GRID: Final = (4, 3)  # columns, rows: places of the loupe that need no script


def _seat(visit: Visit) -> SeatCookie:
    seat = seat_in(visit.request)
    if seat is None:
        raise HTTPException(404, "seat")
    return seat


def _play(visit: Visit) -> Response:
    seat = seat_in(visit.request)
    if seat is None:
        return RedirectResponse("/join", status_code=303)
    try:
        case = as_trainee(visit).case(seat.on_wire)
    except ServiceError as error:
        if error.reason in {"NOT_YOU", "SESSION_UNKNOWN"}:
            return RedirectResponse("/join", status_code=303)
        if error.code != "FAILED_PRECONDITION":
            raise
        return visit.page("classroom/waiting.html", seat=seat, word=visit.ask("welcome")[:8], reason=error.reason)
    if case.hold in _WAITING:
        reason = _WAITING[case.hold]
        return visit.page("classroom/waiting.html", seat=seat, word=visit.ask("welcome")[:8], reason=reason)
    document = visit.ask("document") or (case.documents[0].key if case.documents else "")
    light = visit.ask("light") if visit.ask("light") in _LIGHTS else "visible"
    is_primary = case.seat == wire.SEAT_KIND_PRIMARY
    outcomes = _AT_PRIMARY if is_primary else _OUTCOMES
    return visit.page(
        "classroom/play.html",
        is_primary=is_primary,
        seat=seat,
        case=case,
        pages=_pages(case),
        facts=grouped(case.facts),
        called={each.name: told(each) for each in case.facts},
        slot=case.case_number - 1,
        document=document,
        light=light,
        lights=_LIGHTS,
        place=visit.ask("place")[:7],
        grid=_places(),
        word=visit.ask("welcome")[:8],
        just_decided=visit.ask("decided") == "1",
        checks=catalogue(),
        request_id=new_request_id(),
        outcomes=[(each, verification_pb2.Outcome.Value(f"OUTCOME_{each.upper()}")) for each in outcomes],
        reads=case.scans[-1] if case.scans else None,
    )


def _pages(case: wire.TrainingCase) -> list[tuple[str, str, bool, bool]]:
    """Key, document, whether it has a chip, whether it is the next page: what can be looked at, in order."""
    pages: list[tuple[str, str, bool, bool]] = []
    for each in case.documents:
        pages.append((each.key, each.key, each.chip, False))
        if each.type == "td3":
            pages.append((each.key + _INNER, each.key, False, True))
    return pages


def _places() -> list[list[str]]:
    columns, rows = _GRID
    return [[f"{column}-{row}" for column in range(columns)] for row in range(rows)]


def _region(place: str) -> wire.Region | None:
    """`2-1` as a region a little larger than its cell; None for anything else."""
    columns, rows = _GRID
    column, _, row = place.partition("-")
    if not (column.isdecimal() and row.isdecimal() and int(column) < columns and int(row) < rows):
        return None
    left, top = int(column) / columns, int(row) / rows
    spare_x, spare_y = 0.25 / columns, 0.25 / rows
    return wire.Region(
        left=max(0.0, left - spare_x),
        top=max(0.0, top - spare_y),
        right=min(1.0, left + 1 / columns + spare_x),
        bottom=min(1.0, top + 1 / rows + spare_y),
    )


def _picture(visit: Visit) -> Response:
    light, slot = visit.ask("light"), visit.ask("slot")
    request = wire.GetPictureRequest(
        trainee=_seat(visit).on_wire,
        slot=int(slot) if slot.isdecimal() else 0,
        document=visit.ask("document")[:64],
        light=light if light in _LIGHTS else "visible",
        loupe=_region(visit.ask("place")),
    )
    picture = as_trainee(visit).picture(request)
    return Response(picture.png, media_type="image/png", headers={"Cache-Control": "private, max-age=3600"})


def _act(visit: Visit) -> Response:
    form, seat = visit.form, _seat(visit)
    slot = form.text("slot")
    request = wire.ActRequest(
        trainee=seat.on_wire, slot=int(slot) if slot.isdecimal() else 0, request_id=form.text("request_id")
    )
    back = f"/play?document={form.text('document')[:64]}&light={form.text('light')[:8]}"
    what, _, value = form.text("what").partition(":")
    if what == "look":
        light = form.text("light")
        region = _region(form.text("place"))
        tool = "loupe" if region is not None and light == "visible" else _TOOLS.get(light, "eye")
        request.look.CopyFrom(wire.LookAction(document=form.text("document"), tool=tool, region=region))
        back += f"&place={form.text('place')[:7]}"
    elif what == "scan":
        request.scan.CopyFrom(wire.ScanAction(reports_findings=form.text("reports") == "1"))
    elif what == "ask":
        request.ask.question = value
    elif what in {"cite", "withdraw"}:
        pair = wire.CitationMade(fact=form.text("fact") or value, other=form.text("other"))
        getattr(request, what).CopyFrom(pair)
    elif what == "write":
        request.write.reason = form.text("reason")
    elif what == "hand":
        request.hand_over.CopyFrom(wire.HandOverAction(facts=form.texts("told"), note=form.text("note")))
    else:
        raise invalid_field("what", "look, scan, ask, cite, withdraw, write or hand")
    as_trainee(visit).act(request)
    return RedirectResponse(back, status_code=303)


def _decide(visit: Visit) -> Response:
    form, seat = visit.form, _seat(visit)
    outcome, confidence = form.text("outcome"), form.text("confidence")
    if outcome not in _OUTCOMES:
        raise invalid_field("outcome", "choose a decision first")
    if not confidence.isdecimal() or not 0 <= int(confidence) <= 100:
        raise invalid_field("confidence", "0 to 100")
    slot = form.text("slot")
    request = wire.DecideRequest(
        trainee=seat.on_wire,
        slot=int(slot) if slot.isdecimal() else 0,
        request_id=form.text("request_id"),
        outcome=f"OUTCOME_{outcome.upper()}",
        confidence=int(confidence) / 100,
        reason=form.text("reason"),
    )
    as_trainee(visit).decide(request)
    visit.world.hub.publish(f"session:{seat.session_id}")
    return visit.go("/play?decided=1")


def _debrief(visit: Visit) -> Response:
    seat = _seat(visit)
    try:
        cases: list[dict[str, Any]] = json.loads(as_trainee(visit).debrief(seat.session_id, seat.trainee, seat.secret))
    except ServiceError as error:
        if error.code != "FAILED_PRECONDITION":
            raise
        cases = []
    return visit.page("classroom/debrief.html", seat=seat, cases=list(reversed(cases)), text=text_of)


def _replay(visit: Visit) -> Response:
    """One's own case, step by step, once its debrief may be read."""
    seat, asked = _seat(visit), visit.ask("slot")
    slot = int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < 4 else 0
    request = wire.ReplayRequest(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret, slot=slot)
    return visit.page(
        "classroom/replay.html",
        replay=Replay.of(as_trainee(visit).replay(request), visit.ask("step")),
        number=slot,
        letter="",
        here_path=f"/play/replay?slot={slot}",
        back_path="/play/debrief",
        text=text_of,
        told=told,
    )


async def _events(request: Request) -> Response:
    """News of one's own session; an event carries no content."""
    seat = seat_in(request)
    if seat is None:
        return Response(status_code=401)
    stream = request.app.state.world.hub.stream([f"session:{seat.session_id}"])
    return StreamingResponse(stream, media_type="text/event-stream", headers={"Cache-Control": "no-store"})


PLAY_ROUTES: Final = (
    page("/play", _play, roles=None),
    page("/play/picture", _picture, roles=None),
    page("/play/act", _act, roles=None, methods=("POST",)),
    page("/play/decide", _decide, roles=None, methods=("POST",)),
    page("/play/debrief", _debrief, roles=None),
    page("/play/replay", _replay, roles=None),
    Route("/play/events", _events),
)
