"""Talking a case through with the class in the order of PEARLS, and looking back at how somebody played it."""

from __future__ import annotations

import hashlib
import json
from string import ascii_uppercase
from typing import Any, Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.web.classroom.board import case_asked
from console.web.classroom.facts import told
from console.web.classroom.replay import Replay, text_of
from console.web.classroom.room import TRAINERS, as_trainer
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import training_pb2 as wire
from lintas.v1.verification_pb2 import Outcome

_LEAST: Final = 3  # as on the board: with fewer, a replay would be of a person everybody knows


def _debrief(visit: Visit) -> Response:
    session_id, room = visit.request.path_params["session_id"], as_trainer(visit)
    session = room.session(session_id)
    number = case_asked(visit, session)
    cases: list[dict[str, Any]] = json.loads(room.debrief_class(session_id, number))
    boards = room.boards(session_id, number).boards
    return visit.page(
        "classroom/class_debrief.html",
        session=session,
        number=number,
        talks=list(zip(cases, boards, strict=True)),
        desks=list(_letters(session)),
        outcomes={each.removeprefix("OUTCOME_").lower(): number for each, number in Outcome.items()},
        text=text_of,
    )


def _letters(session: wire.TrainingSession) -> dict[str, str]:
    """Letter → trainee, in an order that tells nobody who came when. Empty for a class that is too small."""
    people = [each.trainee for each in session.trainees]
    if len(people) < _LEAST and not session.rehearsal:
        return {}
    mixed = sorted(people, key=lambda each: hashlib.sha256(f"{session.session_id} {each}".encode()).digest())
    return {_letter(index): each for index, each in enumerate(mixed)}


def _letter(index: int) -> str:
    """A to Z, then AA to ZZ."""
    first, second = divmod(index, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[second]


def _replay(visit: Visit) -> Response:
    """How one desk played it, named by a letter."""
    session_id, room = visit.request.path_params["session_id"], as_trainer(visit)
    session = room.session(session_id)
    number, letter = case_asked(visit, session), visit.ask("desk")
    trainee = _letters(session).get(letter)
    if trainee is None:
        raise HTTPException(404, "desk")
    request = wire.ReplayRequest(session_id=session_id, trainee=trainee, slot=number)
    replay = Replay.of(room.replay(request), visit.ask("step"))
    path = f"/classroom/sessions/{session_id}"
    return visit.page(
        "classroom/replay.html",
        replay=replay,
        number=number,
        letter=letter,
        here_path=f"{path}/replay?case={number}&desk={letter}",
        back_path=f"{path}/debrief?case={number}",
        text=text_of,
        told=told,
    )


CLASS_DEBRIEF_ROUTES: Final = (
    page("/classroom/sessions/{session_id}/debrief", _debrief, roles=TRAINERS),
    page("/classroom/sessions/{session_id}/replay", _replay, roles=TRAINERS),
)
