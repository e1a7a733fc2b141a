"""A trainer's orders over a real port: who may give them, what they do to trainees, and what survives a kill -9."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import grpc
import pytest

from console.cli.train_room import scenario_folder
from console.training import open_training
from ledger.actor import Actor, Role
from lintas.v1 import training_pb2 as wire
from lintas.v1 import training_pb2_grpc
from simulator.session.exercises import load_session
from simulator.session.plan import Pace
from simulator.session.steering import Freeze
from simulator.sql import SqlSessionStore, TrainingFile
from tests.simulator.rpc.test_service import (
    OFFICER,
    TRAINER,
    Caller,
    _opened,
    _seated,
    address,
    caller,
    room,
)
from tests.simulator.session.rooms import cases, plan

__all__ = ["address", "caller", "room"]
Call = Callable[[Actor], Caller]
RINI = Actor("room-3", "rini", Role.TRAINER)
ROOT = Actor("desk-1", "root", Role.ADMINISTRATOR)


def steer(session: wire.TrainingSession, **order: Any) -> wire.SteerRequest:
    return wire.SteerRequest(session_id=session.session_id, request_id=str(uuid.uuid4()), **order)


def ask(me: wire.Trainee, question: str = "greet") -> wire.ActRequest:
    action = wire.AskAction(question=question)
    return wire.ActRequest(trainee=me, slot=0, request_id=str(uuid.uuid4()), ask=action)


def decide(me: wire.Trainee, outcome: str = "OUTCOME_PROTECT") -> wire.DecideRequest:
    return wire.DecideRequest(trainee=me, request_id=str(uuid.uuid4()), outcome=outcome, confidence=0.9)


def test_a_pause_reaches_trainees_and_ends(caller: Call) -> None:
    trainer, officer = caller(TRAINER), caller(OFFICER)
    opened = _opened(caller)
    _, me = _seated(caller, opened.code)
    told = trainer("Steer", steer(opened, pause=wire.PauseOrder()))
    assert (told.paused, told.clock_running) == (True, False)
    case = officer("GetTrainingCase", wire.GetTrainingCaseRequest(trainee=me, slot=-1))
    assert case.hold == wire.SESSION_HOLD_PAUSED
    assert officer.refused("Act", ask(me)) == ("FAILED_PRECONDITION", "SESSION_PAUSED")
    assert officer.refused("Decide", decide(me))[1] == "SESSION_PAUSED"
    assert trainer("Steer", steer(opened, resume=wire.ResumeOrder())).clock_running
    assert officer("Act", ask(me)).hold == wire.SESSION_HOLD_NONE


def test_stepping_back_for_another_try(caller: Call) -> None:
    trainer, officer = caller(TRAINER), caller(OFFICER)
    opened = _opened(caller)
    seat, me = _seated(caller, opened.code)
    officer("Decide", decide(me, "OUTCOME_CLEAR"))
    order = wire.StepBackOrder(slot=0, purpose=wire.REVISIT_PURPOSE_RETRY)
    told = trainer("Steer", steer(opened, step_back=order))
    assert (told.revisit.slot, told.revisit.number) == (0, 1)
    assert officer("Decide", decide(me)).try_number == 1
    told = trainer("Steer", steer(opened, return_to_now=wire.ReturnOrder()))
    assert not told.HasField("revisit")
    asked = wire.DebriefRequest(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret)
    (debrief,) = json.loads(officer("Debrief", asked).json)
    assert (debrief["decision"], debrief["tries"][0]["decision"]) == ("clear", "protect")
    lacking = wire.StepBackOrder(slot=0)
    assert trainer.refused("Steer", steer(opened, step_back=lacking))[1] == "INVALID_FIELD"


def test_the_board_is_shown_without_names(caller: Call) -> None:
    trainer, officer = caller(TRAINER), caller(OFFICER)
    opened = _opened(caller)
    people = [_seated(caller, opened.code, name)[1] for name in ("Melati", "Dahlia", "Seroja")]
    for each in people:
        cite = wire.CitationMade(fact="bearer.face", other="passport.page.photo")
        officer("Act", wire.ActRequest(trainee=each, request_id="c", cite=cite))
        officer("Decide", decide(each))
    told = trainer("Steer", steer(opened, freeze=wire.FrozenBoard(slot=0, reveals=True)))
    assert told.frozen.reveals
    (board,) = trainer("GetBoard", wire.GetBoardRequest(session_id=opened.session_id)).boards
    assert [(each.count, each.fact.text.en) for each in board.links] == [(3, "The traveller's face")]
    assert list(board.confidence) == [0, 0, 0, 0, 3]
    assert "Melati" not in str(board)
    assert not trainer("Steer", steer(opened, unfreeze=wire.UnfreezeOrder())).HasField("frozen")


def test_what_is_injected_is_read_once(caller: Call) -> None:
    trainer, officer = caller(TRAINER), caller(OFFICER)
    opened = _opened(caller)
    _, me = _seated(caller, opened.code)
    order = steer(opened, inject=wire.InjectOrder(kind=wire.HAPPENING_KIND_LINK_DOWN, words="Genset mati"))
    trainer("Steer", order)
    trainer("Steer", order)  # a press that was sent twice
    case = officer("Act", wire.ActRequest(trainee=me, request_id="s", scan=wire.ScanAction()))
    assert [(each.kind, each.words) for each in case.happened] == [(wire.HAPPENING_KIND_LINK_DOWN, "Genset mati")]
    assert not case.scans[0].link_up
    for wrong in (
        wire.InjectOrder(),
        wire.InjectOrder(kind=wire.HAPPENING_KIND_LIST_STALE),
        wire.InjectOrder(kind=wire.HAPPENING_KIND_PHONE_CALL, words="x" * 301),
        wire.InjectOrder(kind=99),  # type: ignore[arg-type]  # on purpose
    ):
        assert trainer.refused("Steer", steer(opened, inject=wrong))[0] == "INVALID_ARGUMENT"
    assert trainer.refused("Steer", wire.SteerRequest(session_id=opened.session_id))[1] == "INVALID_FIELD"


_OF_TRAINERS: tuple[tuple[str, Callable[[str], Any]], ...] = (
    ("GetSession", lambda session: wire.GetSessionRequest(session_id=session)),
    ("Advance", lambda session: wire.AdvanceRequest(session_id=session, close=True)),
    ("Steer", lambda session: wire.SteerRequest(session_id=session, pause=wire.PauseOrder())),
    ("GetBoard", lambda session: wire.GetBoardRequest(session_id=session)),
    ("DebriefClass", lambda session: wire.DebriefClassRequest(session_id=session)),
    ("Rehearse", lambda session: wire.RehearseRequest(session_id=session)),
    ("Report", lambda session: wire.ReportRequest(session_id=session)),
    ("Debrief", lambda session: wire.DebriefRequest(session_id=session, trainee="t01")),
    ("Replay", lambda session: wire.ReplayRequest(session_id=session, trainee="t01")),
    ("DeleteSession", lambda session: wire.DeleteSessionRequest(session_id=session)),
)


@pytest.mark.parametrize(("method", "request_of"), _OF_TRAINERS, ids=[name for name, _ in _OF_TRAINERS])
def test_another_trainer_holds_nothing_until_added(caller: Call, method: str, request_of: Callable[[str], Any]) -> None:
    opened = _opened(caller)
    _seated(caller, opened.code)
    other = caller(RINI)
    request = request_of(opened.session_id)
    assert other.refused(method, request) == ("PERMISSION_DENIED", "NOT_YOUR_SESSION")
    caller(TRAINER)("Steer", steer(opened, add_trainer=wire.TrainerOrder(officer_id="rini")))
    if method == "Rehearse":
        assert other.refused(method, request)[1] == "NOT_A_REHEARSAL"
    else:
        other(method, request)


def test_an_administrator_stops_a_class_and_reads_no_answers(caller: Call) -> None:
    opened = _opened(caller)
    seat, _ = _seated(caller, opened.code)
    root = caller(ROOT)
    assert root("Steer", steer(opened, pause=wire.PauseOrder())).paused
    for method, request in (
        ("Report", wire.ReportRequest(session_id=opened.session_id)),
        ("Replay", wire.ReplayRequest(session_id=opened.session_id, trainee=seat.trainee)),
        ("Debrief", wire.DebriefRequest(session_id=opened.session_id, trainee=seat.trainee)),
    ):
        assert root.refused(method, request)[0] == "PERMISSION_DENIED"
    assert root("Advance", wire.AdvanceRequest(session_id=opened.session_id, close=True)).closed
    assert caller(OFFICER).refused("Steer", steer(opened, pause=wire.PauseOrder()))[0] == "PERMISSION_DENIED"


def test_trainees_look_back_at_their_own_case_once_it_is_decided(caller: Call) -> None:
    officer = caller(OFFICER)
    opened = _opened(caller)
    seat, me = _seated(caller, opened.code)
    other, _ = _seated(caller, opened.code, "Dahlia")
    officer("Act", ask(me))
    mine = wire.ReplayRequest(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret)
    assert officer.refused("Replay", mine) == ("FAILED_PRECONDITION", "DEBRIEF_LATER")
    stolen = wire.ReplayRequest(session_id=seat.session_id, trainee=seat.trainee, secret=other.secret)
    assert officer.refused("Replay", stolen)[1] == "NOT_YOU"
    officer("Decide", decide(me))
    steps = json.loads(officer("Replay", mine).json)
    assert [each["kind"] for each in steps] == ["ask", "decide"]
    of_trainer = wire.ReplayRequest(session_id=seat.session_id, trainee=seat.trainee)
    assert officer("Replay", mine).json == caller(TRAINER)("Replay", of_trainer).json


def test_a_rehearsal_is_the_trainers_own(caller: Call) -> None:
    trainer = caller(TRAINER)
    opened = _opened(caller, rehearsal=True)
    assert opened.rehearsal
    assert opened.code == ""
    seat = trainer("Rehearse", wire.RehearseRequest(session_id=opened.session_id))
    me = wire.Trainee(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret)
    assert caller(OFFICER)("Decide", decide(me)).over
    assert trainer.refused("Report", wire.ReportRequest(session_id=opened.session_id))[1] == "REHEARSAL"
    trainer("DeleteSession", wire.DeleteSessionRequest(session_id=opened.session_id))
    assert trainer.refused("GetSession", wire.GetSessionRequest(session_id=opened.session_id))[0] == "NOT_FOUND"


def test_the_key_of_a_case_for_talking_it_through(caller: Call) -> None:
    opened = _opened(caller)
    asked = wire.DebriefClassRequest(session_id=opened.session_id)
    (told,) = json.loads(caller(TRAINER)("DebriefClass", asked).json)
    assert list(told)[2:5] == ["reactions", "description", "decisions"]
    assert told["decisions"][0]["decision"] == "protect"
    assert all(each["explain"] for each in told["evidence"] if each["decoy"])
    wrong = wire.DebriefClassRequest(session_id=opened.session_id, slot=9)
    assert caller(TRAINER).refused("DebriefClass", wrong)[0] == "INVALID_ARGUMENT"


def test_wrong_codes_of_one_phone_end_and_others_go_on(caller: Call, address: str) -> None:
    """The console names the phone it speaks for; whoever calls from elsewhere is known by where they call from."""
    opened = _opened(caller)
    with grpc.insecure_channel(address) as channel:
        phone = _Phone(channel, "10.1.2.3")
        wrong = wire.JoinSessionRequest(code="WRONG1", nickname="A")
        for _ in range(20):
            assert phone.refused("JoinSession", wrong)[1] == "SESSION_UNKNOWN"
        right = wire.JoinSessionRequest(code=opened.code, nickname="A")
        assert phone.refused("JoinSession", right) == ("RESOURCE_EXHAUSTED", "JOIN_SLOW_DOWN")
        assert _Phone(channel, "10.1.2.4")("JoinSession", right).trainee == "t01"


class _Phone(Caller):
    def __init__(self, channel: grpc.Channel, address: str) -> None:
        super().__init__(channel, OFFICER)
        self._stub = training_pb2_grpc.TrainingServiceStub(channel)
        self._metadata = (*self._metadata, ("lintas-address", address))


_STEERS_AND_DIES = """
import os, signal, sys
from pathlib import Path
from console.cli.train_room import scenario_folder
from console.training import open_training
from simulator.session.happening import Happening, Kind
from simulator.session.steering import Freeze, Inject, Pause, Purpose, StepBack
with open_training(Path(sys.argv[1]), scenario_folder(None)) as room:
    side = room.exercises.trainer
    for order in (Inject(Happening(Kind.LINK_DOWN)), Pause(), StepBack(0, Purpose.RETRY), Freeze(0)):
        side.steer("s1", order, type(order).__name__)
    print("steered", flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_steered_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "training.sqlite"
    with open_training(path, scenario_folder(None)) as opened:
        rooms = opened.exercises
        rooms.join(rooms.open(replace(plan(), pace=Pace.TRAINER), cases()).code, "Melati")
        rooms.advance("s1", 0)
    died = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", _STEERS_AND_DIES, str(path)], capture_output=True, text=True, check=False, env=os.environ
    )
    assert (died.stdout, died.returncode) == ("steered\n", -signal.SIGKILL), died.stderr
    with TrainingFile(path) as file:
        session = load_session(SqlSessionStore(file), "s1")
    assert session.is_paused
    assert session.frozen is not None
    assert session.revisit is not None
    assert session.number == 6
    with open_training(path, scenario_folder(None)) as opened:
        again = opened.exercises
        again.trainer.steer("s1", Freeze(0), "Freeze")  # the press is sent once more by whoever saw no answer
        assert again.session("s1") == session
