"""What a trainer presses while a class is at work: pause, look back, show the board, let something happen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from starlette.responses import RedirectResponse, Response

from console.web.classroom.room import STEERERS, as_trainer
from console.web.page import page
from console.web.visit import Visit
from ledger.actor import Role
from ledger.errors import invalid_field
from ledger.text import Text
from lintas.v1 import training_pb2 as wire

KINDS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "link_down": Text(id="sambungan ke pusat putus", en="the link to the centre is lost"),
        "link_up": Text(id="sambungan pulih", en="the link is back"),
        "list_stale": Text(id="daftar pantau usang (jam)", en="the watchlist is old (hours)"),
        "companion_appears": Text(id="pendamping datang ke loket", en="a companion comes to the counter"),
        "queue_grows": Text(id="antrean bertambah (orang)", en="the queue grows (people)"),
        "phone_call": Text(id="telepon dari kepala regu", en="the shift leader telephones"),
        "hotline_calls_back": Text(id="layanan darurat menelepon balik", en="the hotline calls back"),
    }
)
_WITH_AMOUNT: Final = frozenset({"list_stale", "queue_grows"})
_PURPOSES: Final = {"discuss": wire.REVISIT_PURPOSE_DISCUSS, "retry": wire.REVISIT_PURPOSE_RETRY}


def cases_had(session: wire.TrainingSession) -> int:
    """So many cases from the first on can come again: those that the trainer opened, or somebody decided."""
    if session.pace == wire.SESSION_PACE_TRAINER:
        return min(session.step + 1, session.cases)
    return max((each.decided for each in session.trainees), default=0)


def _steer(visit: Visit) -> Response:
    session_id, what = visit.request.path_params["session_id"], visit.form.text("what")
    if what not in _ORDERS:
        raise invalid_field("what", f"one of {', '.join(_ORDERS)}")
    request = wire.SteerRequest(session_id=session_id, request_id=visit.form.text("request_id")[:64])
    _ORDERS[what](visit, request)
    as_trainer(visit).steer(request)
    visit.world.hub.publish(f"session:{session_id}")
    return RedirectResponse(f"/classroom/sessions/{session_id}", status_code=303)


def _slot(visit: Visit) -> int:
    """Cases are numbered from 1 for people."""
    text = visit.form.text("case")
    if not (text.isascii() and text.isdecimal()) or not 1 <= int(text) <= 999:
        raise invalid_field("case", "choose a case")
    return int(text) - 1


def _back(visit: Visit, request: wire.SteerRequest) -> None:
    purpose = _PURPOSES[visit.form.text("what")]
    request.step_back.CopyFrom(wire.StepBackOrder(slot=_slot(visit), purpose=purpose))


def _freeze(visit: Visit, request: wire.SteerRequest) -> None:
    reveals = visit.form.text("what") == "reveal"
    request.freeze.CopyFrom(wire.FrozenBoard(slot=_slot(visit), reveals=reveals))


def _inject(visit: Visit, request: wire.SteerRequest) -> None:
    kind, amount = visit.form.text("kind"), visit.form.text("amount")
    if kind not in KINDS:
        raise invalid_field("kind", "choose what happens")
    if kind in _WITH_AMOUNT and not (amount.isascii() and amount.isdecimal() and len(amount) < 5):
        raise invalid_field("amount", "hours or people, as a number")
    request.inject.CopyFrom(
        wire.InjectOrder(
            kind=f"HAPPENING_KIND_{kind.upper()}",
            amount=int(amount) if kind in _WITH_AMOUNT else 0,
            words=visit.form.text("words"),
        )
    )


def _add(visit: Visit, request: wire.SteerRequest) -> None:
    """Somebody who exists: a mistyped name would hold the session and never come."""
    name = visit.form.text("trainer")[:64]
    found = next((each for each in visit.world.roster.all() if each.name == name.casefold()), None)
    if found is None or found.role is not Role.TRAINER or not found.is_enabled:
        raise invalid_field("trainer", "no trainer has an account of this name")
    request.add_trainer.officer_id = found.name


def _remove(visit: Visit, request: wire.SteerRequest) -> None:
    request.remove_trainer.officer_id = visit.form.text("trainer")[:64]


_ORDERS: Final[Mapping[str, Callable[[Visit, wire.SteerRequest], None]]] = MappingProxyType(
    {
        "pause": lambda _, request: request.pause.SetInParent(),
        "resume": lambda _, request: request.resume.SetInParent(),
        "discuss": _back,
        "retry": _back,
        "return": lambda _, request: request.return_to_now.SetInParent(),
        "freeze": _freeze,
        "reveal": _freeze,
        "unfreeze": lambda _, request: request.unfreeze.SetInParent(),
        "inject": _inject,
        "add": _add,
        "remove": _remove,
    }
)

STEERING_ROUTES: Final = (page("/classroom/sessions/{session_id}/steer", _steer, roles=STEERERS, methods=("POST",)),)
