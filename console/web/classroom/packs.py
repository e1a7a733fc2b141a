"""Packs on paper from the classroom: ordered, waited for, fetched."""

from __future__ import annotations

import secrets
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.web.classroom.pack_shelf import PackJob
from console.web.classroom.room import TRAINERS
from console.web.classroom.trainers_room import trainers_room
from console.web.faults import told
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import trainer_pb2 as wire

_LONGEST_S: Final = 1800.0
_LANGUAGES: Final = {
    "id": wire.PACK_LANGUAGE_INDONESIAN,
    "en": wire.PACK_LANGUAGE_ENGLISH,
    "both": wire.PACK_LANGUAGE_BOTH,
}
_PARTS: Final = {"class": wire.PACK_PART_CLASS, "key": wire.PACK_PART_KEY, "all": wire.PACK_PART_ALL}


def _choose(visit: Visit) -> Response:
    """`?session=ID` or `?scenario=KEY&scenario=KEY`: what is to be printed."""
    keys = [each[:64] for each in visit.request.query_params.getlist("scenario")]
    return visit.page("classroom/pack.html", session_id=visit.ask("session")[:64], keys=keys, job=None, job_id="")


def _order(visit: Visit) -> Response:
    form = visit.form
    request = wire.MakePackRequest(
        session_id=form.text("session"),
        scenarios=[each for each in form.texts("scenario") if each],
        language=_LANGUAGES.get(form.text("language"), wire.PACK_LANGUAGE_BOTH),
        part=_PARTS.get(form.text("part"), wire.PACK_PART_ALL),
    )
    room, job_id = trainers_room(visit), secrets.token_urlsafe(12)
    visit.world.packs.start(
        job_id,
        visit.who.account.name,
        lambda: room.pack(request, timeout_s=_LONGEST_S),
        lambda: visit.world.hub.publish(f"pack:{job_id}"),
    )
    return visit.go(f"/classroom/packs/{job_id}")


def _wait(visit: Visit) -> Response:
    job_id, job = _job(visit)
    fault = told(job.error) if job.error is not None else None
    return visit.page(
        "classroom/pack.html",
        status=fault.status if fault else 200,
        job=job,
        job_id=job_id,
        fault=fault,
        session_id="",
        keys=[],
    )


def _fetch(visit: Visit) -> Response:
    _, job = _job(visit)
    if not job.pdf:
        raise HTTPException(404)
    headers = {"Content-Disposition": 'attachment; filename="lintas_pack.pdf"'}
    return Response(job.pdf, media_type="application/pdf", headers=headers)


def _job(visit: Visit) -> tuple[str, PackJob]:
    job_id = visit.request.path_params["job_id"]
    job = visit.world.packs.job(job_id, visit.who.account.name)
    if job is None:
        raise HTTPException(404)
    return job_id, job


PACK_ROUTES: Final = (
    page("/classroom/packs", _choose, roles=TRAINERS),
    page("/classroom/packs", _order, roles=TRAINERS, methods=("POST",)),
    page("/classroom/packs/{job_id}", _wait, roles=TRAINERS),
    page("/classroom/packs/{job_id}/pack.pdf", _fetch, roles=TRAINERS),
)
