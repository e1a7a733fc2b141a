"""TrainerService: what trainers alone may read and print. Thin: faults are raised as LintasError, told by the guard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final, Protocol

import grpc

from ledger.actor import Actor
from ledger.errors import LintasError, invalid_field
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire
from lintas.v1 import trainer_pb2 as wire
from lintas.v1 import trainer_pb2_grpc, training_pb2
from simulator.report.pack_order import PackOrder, PackPart
from simulator.report.voice import Voice
from simulator.rpc.case import scan_to_wire
from simulator.sandbox.linted import FileFinding, LintedFile
from simulator.sandbox.preview import Previews
from simulator.scenario.vary import to_json
from simulator.session.action import INNER
from simulator.session.exercises import Exercises
from simulator.session.state import Session
from simulator.session.view import scan_view
from watchlist.rpc.convert import bounded

_LONGEST_KEY: Final = 128
_USUAL_SESSIONS: Final = 20
_MOST_SESSIONS: Final = 50
_MOST_LOOKED_AT: Final = 200
_PIECE_BYTES: Final = 512 * 1024


class PacksPort(Protocol):
    """Somebody who makes packs: yields (pictures drawn, of how many, file or b"") until the file is there."""

    def make(self, order: PackOrder) -> Iterator[tuple[int, int, bytes]]:
        """Raises LintasError SCENARIO_UNKNOWN, SESSION_UNKNOWN, or naming the field."""


class TrainerService(trainer_pb2_grpc.TrainerServiceServicer):
    """Reads scenarios with their answers: the table of permissions keeps everybody else out."""

    def __init__(self, exercises: Exercises, previews: Previews, packs: PacksPort) -> None:
        self._exercises = exercises
        self._previews = previews
        self._packs = packs

    def GetScenario(self, request: wire.GetScenarioRequest, context: grpc.ServicerContext) -> wire.ScenarioDetail:
        found = self._previews.preview(bounded(request.key, "key", _LONGEST_KEY), request.variant)
        answers = found.answers
        return wire.ScenarioDetail(
            key=found.scenario.meta.key,
            scenario_json=to_json(found.scenario).encode(),
            pages=[
                wire.ScenarioPage(document=name, type=kind, regions=regions, inner=name.endswith(INNER))
                for name, kind, regions in found.pages
            ],
            engine=scan_to_wire(scan_view(answers.first)),
            engine_again=scan_to_wire(scan_view(answers.again)),
            engine_informed=scan_to_wire(scan_view(answers.informed)),
            findings=map(_finding, found.linted.findings),
            file=found.linted.file.path.name,
            own=found.linted.file.is_own,
        )

    def GetScenarioPicture(
        self, request: wire.GetScenarioPictureRequest, context: grpc.ServicerContext
    ) -> training_pb2.Picture:
        key = bounded(request.key, "key", _LONGEST_KEY)
        light = request.light or "visible"
        png, width_px, height_px = self._previews.picture(key, request.variant, request.document, light, request.region)
        return training_pb2.Picture(png=png, width_px=width_px, height_px=height_px)

    def LintScenarios(
        self, request: wire.LintScenariosRequest, context: grpc.ServicerContext
    ) -> wire.LintScenariosResponse:
        return wire.LintScenariosResponse(files=map(_linted, self._previews.lint()))

    def ListSessions(
        self, request: wire.ListSessionsRequest, context: grpc.ServicerContext
    ) -> wire.ListSessionsResponse:
        if not 0 <= request.limit <= _MOST_SESSIONS:
            raise invalid_field("limit", f"0 to {_MOST_SESSIONS}")
        held = islice(self._held(actor_from(context.invocation_metadata())), request.limit or _USUAL_SESSIONS)
        return wire.ListSessionsResponse(sessions=map(_summary, held))

    def GetJoinCode(self, request: wire.GetJoinCodeRequest, context: grpc.ServicerContext) -> wire.GetJoinCodeResponse:
        self._exercises.trainer.check(request.session_id, actor_from(context.invocation_metadata()))
        return wire.GetJoinCodeResponse(code=self._exercises.join_code(request.session_id))

    def MakePack(self, request: wire.MakePackRequest, context: grpc.ServicerContext) -> Iterator[wire.PackProgress]:
        order = _order(request)
        if order.session_id:
            self._exercises.trainer.check(order.session_id, actor_from(context.invocation_metadata()))
        for done, of, pdf in self._packs.make(order):
            if not context.is_active():
                return  # whoever wanted it has gone
            yield wire.PackProgress(done=done, of=of, pdf=pdf[:_PIECE_BYTES])
            for start in range(_PIECE_BYTES, len(pdf), _PIECE_BYTES):
                yield wire.PackProgress(done=done, of=of, pdf=pdf[start : start + _PIECE_BYTES])

    def _held(self, actor: Actor) -> Iterator[Session]:
        """The sessions that this trainer holds, newest first, of the newest two hundred of the room."""
        for session_id in islice(reversed(self._exercises.list()), _MOST_LOOKED_AT):
            try:
                yield self._exercises.trainer.check(session_id, actor)
            except LintasError as error:
                if error.reason not in {"NOT_YOUR_SESSION", "SESSION_UNKNOWN"}:  # forgotten meanwhile
                    raise


def _summary(session: Session) -> wire.SessionSummary:
    return wire.SessionSummary(
        session_id=session.plan.session_id,
        title=session.plan.title,
        opened_on=session.plan.opened_on.isoformat(),
        cases=len(session.plan.slots),
        step=session.step,
        trainees=len(session.people),
        closed=session.is_closed,
        rehearsal=session.plan.is_rehearsal,
    )


def _order(request: wire.MakePackRequest) -> PackOrder:
    if bool(request.session_id) is bool(request.scenarios):
        raise invalid_field("scenarios", "a session, or scenarios: one of the two")
    voice = enum_from_wire(wire.PackLanguage, "PACK_LANGUAGE", Voice, request.language, "language")
    part = enum_from_wire(wire.PackPart, "PACK_PART", PackPart, request.part, "part")
    return PackOrder(
        session_id=request.session_id,
        scenarios=tuple(request.scenarios),
        voice=voice or Voice.BOTH,
        part=part or PackPart.ALL,
    )


def _finding(finding: FileFinding) -> wire.ScenarioFinding:
    return wire.ScenarioFinding(
        line=finding.line,
        column=finding.column,
        level=finding.level,
        place=finding.place,
        text=finding.text,
        rule=finding.rule,
    )


def _linted(linted: LintedFile) -> wire.LintedFile:
    return wire.LintedFile(
        file=linted.file.path.name,
        own=linted.file.is_own,
        key=linted.key,
        findings=map(_finding, linted.findings),
    )
