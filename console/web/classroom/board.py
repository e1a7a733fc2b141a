"""What a class decided and cited, counted, without names: a page for the trainer, and one for the wall."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from console.web.classroom.facts import told
from console.web.classroom.room import STEERERS, as_trainer
from console.web.page import page
from console.web.visit import Visit
from lintas.v1 import training_pb2 as wire

_BINS: Final = 5


def case_asked(visit: Visit, session: wire.TrainingSession) -> int:
    """The place in the order that the address names, from 0; else the one that is looked at in class."""
    asked = visit.ask("case")
    if asked.isascii() and asked.isdecimal() and int(asked) < session.cases:
        return int(asked)
    if session.HasField("revisit"):
        return session.revisit.slot
    return min(max(session.step, 0), session.cases - 1)


def _range_of(index: int) -> str:
    """Of confidence, in percent."""
    step = 100 // _BINS
    return f"{index * step}–{(index + 1) * step} %"


def _board(visit: Visit) -> Response:
    session_id, room = visit.request.path_params["session_id"], as_trainer(visit)
    session = room.session(session_id)
    number = case_asked(visit, session)
    return visit.page(
        "classroom/board.html",
        session=session,
        number=number,
        boards=room.boards(session_id, number).boards,
        reveals=visit.ask("reveal") == "1",
        told=told,
        range_of=_range_of,
    )


def _wall(visit: Visit) -> Response:
    """For the projector: follows the session by itself, and shows the board while screens wait."""
    session_id, room = visit.request.path_params["session_id"], as_trainer(visit)
    session = room.session(session_id)
    is_shown = session.HasField("frozen")
    boards = room.boards(session_id, session.frozen.slot).boards if is_shown else ()
    return visit.page("classroom/wall.html", session=session, boards=boards, told=told, range_of=_range_of)


BOARD_ROUTES: Final = (
    page("/classroom/sessions/{session_id}/board", _board, roles=STEERERS),
    page("/classroom/sessions/{session_id}/wall", _wall, roles=STEERERS),
)
