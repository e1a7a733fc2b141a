"""A client of the training room, as one actor. Trainees are named by their seat, never by an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import grpc

from console.client import service_error
from ledger.actor import Actor
from ledger.rpc.caller import metadata_of
from lintas.v1 import training_pb2 as wire
from lintas.v1 import training_pb2_grpc
from simulator.rpc.address import ADDRESS_KEY

R = TypeVar("R")


class TrainingClient:
    """All methods raise ServiceError."""

    def __init__(self, channel: grpc.Channel, actor: Actor, *, timeout_s: float = 30.0, address: str = "") -> None:
        """`address`: the network address that the caller speaks for, where the caller is a server of pages."""
        self._stub = training_pb2_grpc.TrainingServiceStub(channel)
        named = ((ADDRESS_KEY, address),) if address else ()
        self._metadata = (*metadata_of(actor), *named)
        self._timeout_s = timeout_s

    def _call(self, method: Callable[..., R], request: Any) -> R:
        try:
            return method(request, metadata=self._metadata, timeout=self._timeout_s)
        except grpc.RpcError as error:
            raise service_error(error) from None

    def scenarios(self) -> wire.ListScenariosResponse:
        """All that can be played."""
        return self._call(self._stub.ListScenarios, wire.ListScenariosRequest())

    def open(self, request: wire.OpenSessionRequest) -> wire.TrainingSession:
        """A new session with its code."""
        return self._call(self._stub.OpenSession, request)

    def session(self, session_id: str) -> wire.TrainingSession:
        """How it stands."""
        return self._call(self._stub.GetSession, wire.GetSessionRequest(session_id=session_id))

    def advance(self, session_id: str, step: int) -> wire.TrainingSession:
        """Open the case at `step` for all."""
        return self._call(self._stub.Advance, wire.AdvanceRequest(session_id=session_id, step=step))

    def close(self, session_id: str) -> wire.TrainingSession:
        """It is over."""
        return self._call(self._stub.Advance, wire.AdvanceRequest(session_id=session_id, close=True))

    def delete(self, session_id: str) -> None:
        """Forget it with all nicknames and answers."""
        self._call(self._stub.DeleteSession, wire.DeleteSessionRequest(session_id=session_id))

    def report(self, session_id: str) -> bytes:
        """The whole workshop as JSON."""
        return self._call(self._stub.Report, wire.ReportRequest(session_id=session_id)).workshop_json

    def join(self, request: wire.JoinSessionRequest) -> wire.Seat:
        """Sit down, or come back."""
        return self._call(self._stub.JoinSession, request)

    def case(self, trainee: wire.Trainee, slot: int = -1) -> wire.TrainingCase:
        """The open case, or an earlier one."""
        return self._call(self._stub.GetTrainingCase, wire.GetTrainingCaseRequest(trainee=trainee, slot=slot))

    def picture(self, request: wire.GetPictureRequest) -> wire.Picture:
        """A document or the face."""
        return self._call(self._stub.GetPicture, request)

    def act(self, request: wire.ActRequest) -> wire.TrainingCase:
        """One action."""
        return self._call(self._stub.Act, request)

    def decide(self, request: wire.DecideRequest) -> wire.TrainingCase:
        """Once."""
        return self._call(self._stub.Decide, request)

    def debrief(self, session_id: str, trainee: str, secret: str = "") -> bytes:
        """Debriefs as JSON."""
        request = wire.DebriefRequest(session_id=session_id, trainee=trainee, secret=secret)
        return self._call(self._stub.Debrief, request).json

    def steer(self, request: wire.SteerRequest) -> wire.TrainingSession:
        """One order of its trainer."""
        return self._call(self._stub.Steer, request)

    def boards(self, session_id: str, slot: int) -> wire.GetBoardResponse:
        """What was decided and cited, counted."""
        return self._call(self._stub.GetBoard, wire.GetBoardRequest(session_id=session_id, slot=slot))

    def debrief_class(self, session_id: str, slot: int) -> bytes:
        """Key and script of a case as JSON."""
        return self._call(self._stub.DebriefClass, wire.DebriefClassRequest(session_id=session_id, slot=slot)).json

    def rehearse(self, session_id: str, seat: str = "SEAT_KIND_UNSPECIFIED") -> wire.Seat:
        """Sit down in one's own rehearsal."""
        return self._call(self._stub.Rehearse, wire.RehearseRequest(session_id=session_id, seat=seat))

    def replay(self, request: wire.ReplayRequest) -> bytes:
        """A case step by step as JSON."""
        return self._call(self._stub.Replay, request).json
