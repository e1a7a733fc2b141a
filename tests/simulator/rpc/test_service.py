"""A training room over a real port: trainees, trainers, other people's secrets, and a terminal that trains."""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import grpc
import pytest
from google.rpc.error_details_pb2 import ErrorInfo
from grpc_status import rpc_status

from console.cli.train_room import scenario_folder
from console.server import ListenError
from console.settings import Settings
from console.training import TrainingRoom, open_training, training_serving
from ledger.actor import Actor, Role
from ledger.rpc.caller import metadata_of
from lintas.v1 import training_pb2 as wire
from lintas.v1 import training_pb2_grpc, verification_pb2, verification_pb2_grpc
from simulator.grading.codec import from_json
from tests.simulator.session.rooms import BOY, scenarios

TRAINER = Actor("room-1", "tr-1", Role.TRAINER)
OFFICER = Actor("room-2", "off-1", Role.OFFICER)


class Caller:
    """Calls as one actor; `refused` gives the status and the stable reason."""

    def __init__(self, channel: grpc.Channel, actor: Actor) -> None:
        self._stub = training_pb2_grpc.TrainingServiceStub(channel)
        self._metadata = tuple(metadata_of(actor))

    def __call__(self, method: str, request: Any) -> Any:
        return getattr(self._stub, method)(request, metadata=self._metadata, timeout=20)

    def refused(self, method: str, request: Any) -> tuple[str, str]:
        with pytest.raises(grpc.RpcError) as caught:
            self(method, request)
        error: Any = caught.value  # a call and an error at once, which the stubs deny
        status = rpc_status.from_call(error)
        assert status is not None
        info = ErrorInfo()
        assert any(each.Unpack(info) for each in status.details)
        return error.code().name, info.reason


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TrainingRoom]:
    folder: Path = tmp_path_factory.mktemp("training")
    with open_training(folder / "training.sqlite", scenario_folder(None)) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(room: TrainingRoom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    live = tmp_path_factory.mktemp("live")
    with training_serving(room, Settings(database_url=f"sqlite:///{live}/x.sqlite"), "127.0.0.1:0") as bound:
        yield bound


@pytest.fixture
def caller(address: str) -> Iterator[Callable[[Actor], Caller]]:
    with grpc.insecure_channel(address) as channel:
        yield lambda actor: Caller(channel, actor)


def _opened(caller: Callable[[Actor], Caller], **changes: Any) -> wire.TrainingSession:
    request = wire.OpenSessionRequest(title="Course", slots=[wire.SessionSlot(scenarios=[BOY])])
    request.MergeFrom(wire.OpenSessionRequest(**changes))
    opened: wire.TrainingSession = caller(TRAINER)("OpenSession", request)
    return opened


def _seated(caller: Callable[[Actor], Caller], code: str, name: str = "Melati") -> tuple[wire.Seat, wire.Trainee]:
    seat = caller(OFFICER)("JoinSession", wire.JoinSessionRequest(code=code, nickname=name))
    return seat, wire.Trainee(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret)


def _act(trainee: wire.Trainee, **action: Any) -> wire.ActRequest:
    return wire.ActRequest(trainee=trainee, slot=0, request_id=str(uuid.uuid4()), **action)


def test_scenarios_are_listed_for_trainers_only(caller: Callable[[Actor], Caller]) -> None:
    listed = caller(TRAINER)("ListScenarios", wire.ListScenariosRequest())
    assert BOY in {each.key for each in listed.scenarios}
    assert all(each.title.id and each.title.en for each in listed.scenarios)
    assert caller(OFFICER).refused("ListScenarios", wire.ListScenariosRequest())[0] == "PERMISSION_DENIED"


def test_a_whole_exercise(caller: Callable[[Actor], Caller]) -> None:
    opened = _opened(caller)
    assert len(opened.code) == 6
    officer = caller(OFFICER)
    seat, me = _seated(caller, opened.code)
    case = officer("GetTrainingCase", wire.GetTrainingCaseRequest(trainee=me, slot=-1))
    assert (case.case_number, case.of_cases, case.my_turn, case.over) == (1, 1, True, False)
    officer("Act", _act(me, ask=wire.AskAction(question="separate")))
    case = officer("Act", _act(me, ask=wire.AskAction(question="who_is_he")))
    assert case.said[-1].answered.en.startswith("Uncle…")
    region = wire.Region(left=0.3, top=0.3, right=0.5, bottom=0.5)
    case = officer("Act", _act(me, look=wire.LookAction(document="passport", tool="loupe", region=region)))
    assert case.looks[0].fact == "passport.loupe.1"
    case = officer("Act", _act(me, scan=wire.ScanAction()))
    assert case.scans[0].advice == verification_pb2.ADVICE_KIND_PROTECT
    assert case.scans[0].checks
    pair = wire.CitationMade(fact="passport.page.dob", other="passport.chip.dob")
    assert officer("Act", _act(me, cite=pair)).citations
    decide = wire.DecideRequest(
        trainee=me, request_id="d1", outcome=verification_pb2.OUTCOME_PROTECT, confidence=0.9, reason="anak"
    )
    assert officer("Decide", decide).over
    assert officer("Decide", decide).over  # the same request again
    again = wire.DecideRequest(trainee=me, request_id="d2", outcome=verification_pb2.OUTCOME_CLEAR)
    assert officer.refused("Decide", again) == ("FAILED_PRECONDITION", "ALREADY_DECIDED")
    asked = wire.DebriefRequest(session_id=seat.session_id, trainee=seat.trainee, secret=seat.secret)
    told = json.loads(officer("Debrief", asked).json)
    assert told[0]["parts"]["points"] > 80
    assert (
        officer("Debrief", asked).json
        == caller(TRAINER)("Debrief", wire.DebriefRequest(session_id=seat.session_id, trainee=seat.trainee)).json
    )
    workshop = from_json(caller(TRAINER)("Report", wire.ReportRequest(session_id=seat.session_id)).workshop_json)
    assert [each.trainee for each in workshop.attempts] == [seat.trainee]


def test_other_peoples_secrets(caller: Callable[[Actor], Caller]) -> None:
    opened = _opened(caller)
    officer = caller(OFFICER)
    mine, me = _seated(caller, opened.code)
    other, _ = _seated(caller, opened.code, "Kenanga")
    stolen = wire.Trainee(session_id=me.session_id, trainee=me.trainee, secret=other.secret)
    assert officer.refused("GetTrainingCase", wire.GetTrainingCaseRequest(trainee=stolen)) == (
        "UNAUTHENTICATED",
        "NOT_YOU",
    )
    assert officer.refused("Act", _act(stolen, scan=wire.ScanAction()))[1] == "NOT_YOU"
    back = wire.JoinSessionRequest(code=opened.code, rejoin_trainee=mine.trainee, secret=other.secret)
    assert officer.refused("JoinSession", back) == ("PERMISSION_DENIED", "REJOIN_REFUSED")
    debrief = wire.DebriefRequest(session_id=me.session_id, trainee=me.trainee, secret=other.secret)
    assert officer.refused("Debrief", debrief)[1] == "NOT_YOU"
    good = wire.JoinSessionRequest(code=opened.code.lower(), rejoin_trainee=mine.trainee, word=mine.word)
    assert officer("JoinSession", good).desk == mine.desk
    assert officer.refused("JoinSession", wire.JoinSessionRequest(code="XXXXXX", nickname="A"))[0] == "NOT_FOUND"


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (wire.OpenSessionRequest(title="x"), "INVALID_FIELD"),
        (wire.OpenSessionRequest(title="", slots=[wire.SessionSlot(scenarios=[BOY])]), "INVALID_FIELD"),
        (wire.OpenSessionRequest(title="x", slots=[wire.SessionSlot(scenarios=["nobody"])]), "SCENARIO_UNKNOWN"),
        (wire.OpenSessionRequest(title="x", slots=[wire.SessionSlot()]), "INVALID_FIELD"),
        (wire.OpenSessionRequest(title="x", slots=[wire.SessionSlot(scenarios=[BOY], variant=-1)]), "INVALID_FIELD"),
        (wire.OpenSessionRequest(title="x", deal_count=4, prevalence=0.9), "INVALID_FIELD"),
        (wire.OpenSessionRequest(title="x", deal_count=9999), "INVALID_FIELD"),
    ],
)
def test_orders_that_cannot_be(caller: Callable[[Actor], Caller], request_: Any, reason: str) -> None:
    assert caller(TRAINER).refused("OpenSession", request_)[1] == reason


def test_actions_that_cannot_be(caller: Callable[[Actor], Caller]) -> None:
    _, me = _seated(caller, _opened(caller).code)
    officer = caller(OFFICER)
    for action in (
        {},
        {"look": wire.LookAction(document="passport", tool="x-ray")},
        {"look": wire.LookAction(document="nothing")},
        {"ask": wire.AskAction(question="nothing")},
        {"hand_over": wire.HandOverAction(facts=["x"] * 500)},
    ):
        assert officer.refused("Act", _act(me, **action))[0] == "INVALID_ARGUMENT"
    unknown = wire.DecideRequest(trainee=me, request_id="d", outcome=99)  # type: ignore[arg-type]  # on purpose
    assert officer.refused("Decide", unknown)[0] == "INVALID_ARGUMENT"
    nameless = wire.ActRequest(trainee=me, scan=wire.ScanAction())
    assert officer.refused("Act", nameless)[1] == "INVALID_FIELD"


def test_pictures_are_drawn(caller: Callable[[Actor], Caller]) -> None:
    _, me = _seated(caller, _opened(caller).code)
    officer = caller(OFFICER)
    whole = officer("GetPicture", wire.GetPictureRequest(trainee=me, document="passport"))
    assert whole.png.startswith(b"\x89PNG")
    assert whole.width_px > 600
    closer = wire.GetPictureRequest(
        trainee=me, document="passport", light="uv", loupe=wire.Region(left=0.1, top=0.1, right=0.3, bottom=0.3)
    )
    assert officer("GetPicture", closer).png != whole.png
    for document, light in (("visa", ""), ("passport", "x-ray")):
        wrong = wire.GetPictureRequest(trainee=me, document=document, light=light)
        assert officer.refused("GetPicture", wrong)[0] == "INVALID_ARGUMENT"


def test_news_reach_those_who_watch(caller: Callable[[Actor], Caller], address: str) -> None:
    opened = _opened(caller)
    heard: list[int] = []

    def watch() -> None:
        with grpc.insecure_channel(address) as channel:
            stub = training_pb2_grpc.TrainingServiceStub(channel)
            request = wire.WatchSessionRequest(session_id=opened.session_id)
            for news in stub.WatchSession(request, metadata=tuple(metadata_of(OFFICER)), timeout=20):
                heard.append(news.number)

    watcher = threading.Thread(target=watch)
    watcher.start()
    _seated(caller, opened.code)
    closed = caller(TRAINER)("Advance", wire.AdvanceRequest(session_id=opened.session_id, close=True))
    watcher.join(timeout=20)
    assert closed.closed
    assert heard[-1] == 2
    assert heard == sorted(set(heard))


def test_a_session_is_forgotten(caller: Callable[[Actor], Caller]) -> None:
    opened = _opened(caller)
    _, me = _seated(caller, opened.code)
    assert caller(OFFICER).refused("DeleteSession", wire.DeleteSessionRequest(session_id=opened.session_id))[0] == (
        "PERMISSION_DENIED"
    )
    caller(TRAINER)("DeleteSession", wire.DeleteSessionRequest(session_id=opened.session_id))
    assert caller(OFFICER).refused("GetTrainingCase", wire.GetTrainingCaseRequest(trainee=me))[0] == "NOT_FOUND"


def test_a_terminal_trains_at_the_other_port(address: str) -> None:
    from simulator.scenario.presentation import mrz_lines  # noqa: PLC0415 - beside what it is for

    scenario = scenarios()[BOY]
    lines = mrz_lines(scenario.persona, scenario.documents[0])
    with grpc.insecure_channel(address) as channel:
        stub = verification_pb2_grpc.VerificationServiceStub(channel)
        case = stub.Examine(
            verification_pb2.ExamineRequest(request_id=str(uuid.uuid4()), mrz_lines=lines),
            metadata=tuple(metadata_of(OFFICER)),
            timeout=20,
        )
    assert case.examination.specimen
    assert "SPECIMEN_DOCUMENT" not in {each.code for each in case.examination.advice.reasons}
    assert [each.entry.name for each in case.examination.hits] == [f"entries/{BOY}.namesake"]
    assert case.create_time.ToDatetime().year == 2026


def test_a_taken_port_is_said(room: TrainingRoom, address: str) -> None:
    with pytest.raises(ListenError), training_serving(room, Settings(), address):
        pass
