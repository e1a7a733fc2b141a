"""A client of what only trainers may read: scenarios with their answers, lint, own sessions and their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeVar

import grpc

from console.client import service_error
from ledger.actor import Actor
from ledger.rpc.caller import metadata_of
from lintas.v1 import trainer_pb2 as wire
from lintas.v1 import trainer_pb2_grpc, training_pb2

R = TypeVar("R")
_LINT_S: Final = 180.0


class TrainerClient:
    """All methods raise ServiceError."""

    def __init__(self, channel: grpc.Channel, actor: Actor, *, timeout_s: float = 30.0) -> None:
        self._stub = trainer_pb2_grpc.TrainerServiceStub(channel)
        self._metadata = tuple(metadata_of(actor))
        self._timeout_s = timeout_s

    def _call(self, method: Callable[..., R], request: Any, *, least_s: float = 0.0) -> R:
        try:
            return method(request, metadata=self._metadata, timeout=max(self._timeout_s, least_s))
        except grpc.RpcError as error:
            raise service_error(error) from None

    def scenario(self, key: str, variant: int = 0) -> wire.ScenarioDetail:
        """A scenario with its answers."""
        return self._call(self._stub.GetScenario, wire.GetScenarioRequest(key=key, variant=variant))

    def picture(self, request: wire.GetScenarioPictureRequest) -> training_pb2.Picture:
        """A page in any light, or under the loupe."""
        return self._call(self._stub.GetScenarioPicture, request)

    def lint(self) -> wire.LintScenariosResponse:
        """What lint says of every file: some 0.2 s a file the first time, on a busy machine much more."""
        return self._call(self._stub.LintScenarios, wire.LintScenariosRequest(), least_s=_LINT_S)

    def sessions(self, limit: int = 0) -> wire.ListSessionsResponse:
        """Newest first."""
        return self._call(self._stub.ListSessions, wire.ListSessionsRequest(limit=limit))

    def join_code(self, session_id: str) -> str:
        """The code for joining; '' once the session is closed."""
        return self._call(self._stub.GetJoinCode, wire.GetJoinCodeRequest(session_id=session_id)).code

    def pack(self, request: wire.MakePackRequest, *, timeout_s: float) -> Iterator[wire.PackProgress]:
        """How far it is, then the file in pieces."""
        try:
            yield from self._stub.MakePack(request, metadata=self._metadata, timeout=timeout_s)
        except grpc.RpcError as error:
            raise service_error(error) from None
