"""Opening a session: the form, a look at the cases that would be dealt, and the session itself."""

from __future__ import annotations

from typing import Final

from starlette.responses import RedirectResponse, Response

from console.client import ServiceError
from console.web.classroom import library_words
from console.web.classroom.opening_form import Opening, fresh_values, read_opening
from console.web.classroom.room import TRAINERS, as_trainer
from console.web.faults import told
from console.web.page import page
from console.web.visit import Visit
from ledger.text import Text

_EXERCISE: Final = Text(id="Latihan", en="Exercise")
_BESIDE: Final = {"title": "title", "seed": "seed", "slots": "scenario", "deal_count": "count", "pool": "count"}


def _form(visit: Visit) -> Response:
    """`?scenario=KEY` ticks cases beforehand, as the library's own button does."""
    scenarios = as_trainer(visit).scenarios().scenarios
    values = fresh_values(visit.world.now().astimezone(visit.world.zone), visit.say(_EXERCISE))
    ticked = tuple(visit.request.query_params.getlist("scenario"))
    if ticked:
        values |= {"cases": "choose", "scenario": ticked}
    return _shown(visit, Opening(values, scenarios))


def _open(visit: Visit) -> Response:
    room = as_trainer(visit)
    fresh = fresh_values(visit.world.now().astimezone(visit.world.zone), visit.say(_EXERCISE))
    opening = read_opening(visit.form, room.scenarios().scenarios, fresh)
    if opening.errors or visit.form.text("what") == "show":
        return _shown(visit, opening, status=400 if opening.errors else 200)
    request = opening.request()
    request.rehearsal = visit.form.text("what") == "rehearse"
    try:
        opened = room.open(request)
    except ServiceError as error:
        if error.code != "INVALID_ARGUMENT":
            raise
        fault = told(error)
        sentence = Text(id=f"{fault.title.id}. {fault.advice.id}", en=f"{fault.title.en}. {fault.advice.en}")
        names = [name.partition("[")[0].partition(".")[0] for name, _ in error.fields]
        opening.errors |= {_BESIDE.get(name, "scenario"): sentence for name in names or ["scenario"]}
        return _shown(visit, opening, status=400)
    return RedirectResponse(f"/classroom/sessions/{opened.session_id}", status_code=303)


def _shown(visit: Visit, opening: Opening, *, status: int = 200) -> Response:
    return visit.page("classroom/opening.html", status=status, opening=opening, w=library_words)


OPENING_ROUTES: Final = (
    page("/classroom/open", _form, roles=TRAINERS),
    page("/classroom/open", _open, roles=TRAINERS, methods=("POST",)),
)
