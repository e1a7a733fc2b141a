"""TrainingService: converts, calls the exercises, converts back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final, Protocol

import grpc

from ledger.actor import Role
from ledger.errors import Fault, LintasError, invalid_field
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import text_to_wire
from lintas.v1 import training_pb2 as wire
from lintas.v1 import training_pb2_grpc
from simulator.grading.codec import to_json as workshop_to_json
from simulator.library import Library
from simulator.rpc.action import (
    action_from_wire,
    decision_from_wire,
    order_from_wire,
    region_from_wire,
    seat_from_wire,
)
from simulator.rpc.address import address_of
from simulator.rpc.case import case_to_wire, seat_to_wire
from simulator.rpc.session import board_to_wire, session_to_wire
from simulator.rpc.steering import steering_from_wire
from simulator.scenario.expected import Signal
from simulator.scenario.model import Scenario
from simulator.session.action import Action, Box
from simulator.session.case import DealtCase
from simulator.session.class_debrief import to_json as class_debrief_to_json
from simulator.session.debrief import to_json as debrief_to_json
from simulator.session.exercises import Exercises, Place
from simulator.session.replay import to_json as replay_to_json
from simulator.session.setup import set_up
from watchlist.rpc.convert import bounded

_WATCH_S: Final = 1.0


class PicturesPort(Protocol):
    """Somebody who can draw documents."""

    def boxes(self, scenario: Scenario) -> dict[tuple[str, str], Box]:
        """Where the drawing puts each defect, as fractions of the page."""

    def png(self, case: DealtCase, document: str, light: str, loupe: Box | None) -> tuple[bytes, int, int]:
        """The picture with its width and height in pixels. Raises LintasError for what cannot be shown."""


class TrainingService(training_pb2_grpc.TrainingServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(
        self,
        exercises: Exercises,
        library: Callable[[], Library],
        pictures: PicturesPort,
        *,
        new_id: Callable[[], str],
        today: Callable[[], date],
    ) -> None:
        self._exercises = exercises
        self._library = library
        self._pictures = pictures
        self._new_id = new_id
        self._today = today

    def ListScenarios(
        self, request: wire.ListScenariosRequest, context: grpc.ServicerContext
    ) -> wire.ListScenariosResponse:
        library = self._library()
        own = {each.scenario.meta.key for each in library.files if each.scenario is not None and each.is_own}
        scenarios = sorted(library.scenarios.values(), key=lambda each: (each.meta.bank or 999, each.meta.key))
        return wire.ListScenariosResponse(scenarios=[_summary(each, is_own=each.meta.key in own) for each in scenarios])

    def OpenSession(self, request: wire.OpenSessionRequest, context: grpc.ServicerContext) -> wire.TrainingSession:
        plan, cases = set_up(
            order_from_wire(request),
            self._library(),
            session_id=self._new_id(),
            salt=self._new_id(),
            opened_on=self._today(),
            drawn_at=self._pictures.boxes,
            trainer=actor_from(context.invocation_metadata()).officer_id,
        )
        opened = self._exercises.open(plan, cases)
        # nobody joins a rehearsal, so its code is told to nobody
        return self._told(opened.session_id, code="" if plan.is_rehearsal else opened.code)

    def GetSession(self, request: wire.GetSessionRequest, context: grpc.ServicerContext) -> wire.TrainingSession:
        self._held(request.session_id, context)
        return self._told(request.session_id)

    def JoinSession(self, request: wire.JoinSessionRequest, context: grpc.ServicerContext) -> wire.Seat:
        code = bounded(request.code, "code", 16)
        if request.rejoin_trainee:
            trainee = bounded(request.rejoin_trainee, "rejoin_trainee", 64)
            place = self._exercises.rejoin(
                code, trainee, secret=request.secret, word=request.word, address=address_of(context)
            )
        else:
            seat = seat_from_wire(request.seat)
            place = self._exercises.join(
                code, request.nickname, seat=seat, desk=request.desk, address=address_of(context)
            )
        return _place_to_wire(place)

    def GetTrainingCase(self, request: wire.GetTrainingCaseRequest, context: grpc.ServicerContext) -> wire.TrainingCase:
        session_id, trainee = self._checked(request.trainee)
        slot = None if request.slot < 0 else request.slot
        return case_to_wire(self._exercises.view(session_id, trainee, slot))

    def GetPicture(self, request: wire.GetPictureRequest, context: grpc.ServicerContext) -> wire.Picture:
        session_id, trainee = self._checked(request.trainee)
        self._exercises.view(session_id, trainee, request.slot)  # refuses cases that have not been reached
        session = self._exercises.session(session_id)
        case = session.case_at(session.person(trainee).desk, request.slot)
        loupe = region_from_wire(request.loupe) if request.HasField("loupe") else None
        png, width_px, height_px = self._pictures.png(case, request.document, request.light or "visible", loupe)
        return wire.Picture(png=png, width_px=width_px, height_px=height_px)

    def Act(self, request: wire.ActRequest, context: grpc.ServicerContext) -> wire.TrainingCase:
        return self._act(request.trainee, request.slot, action_from_wire(request), request.request_id)

    def Decide(self, request: wire.DecideRequest, context: grpc.ServicerContext) -> wire.TrainingCase:
        return self._act(request.trainee, request.slot, decision_from_wire(request), request.request_id)

    def _act(self, who: wire.Trainee, slot: int, action: Action, request_id: str) -> wire.TrainingCase:
        session_id, trainee = self._checked(who)
        return case_to_wire(self._exercises.act(session_id, trainee, slot, action, request_id))

    def Advance(self, request: wire.AdvanceRequest, context: grpc.ServicerContext) -> wire.TrainingSession:
        self._held(request.session_id, context)
        if request.close:
            self._exercises.close(request.session_id)
        else:
            self._exercises.advance(request.session_id, request.step)
        return self._told(request.session_id)

    def Steer(self, request: wire.SteerRequest, context: grpc.ServicerContext) -> wire.TrainingSession:
        self._held(request.session_id, context)
        self._exercises.trainer.steer(request.session_id, steering_from_wire(request), request.request_id)
        return self._told(request.session_id)

    def GetBoard(self, request: wire.GetBoardRequest, context: grpc.ServicerContext) -> wire.GetBoardResponse:
        self._held(request.session_id, context)
        boards = self._exercises.trainer.boards(request.session_id, request.slot)
        return wire.GetBoardResponse(boards=map(board_to_wire, boards))

    def DebriefClass(
        self, request: wire.DebriefClassRequest, context: grpc.ServicerContext
    ) -> wire.DebriefClassResponse:
        self._held(request.session_id, context)
        debriefs = self._exercises.trainer.debriefs(request.session_id, request.slot)
        return wire.DebriefClassResponse(json=class_debrief_to_json(debriefs))

    def Rehearse(self, request: wire.RehearseRequest, context: grpc.ServicerContext) -> wire.Seat:
        self._held(request.session_id, context)
        return _place_to_wire(self._exercises.rehearse(request.session_id, seat_from_wire(request.seat)))

    def WatchSession(
        self, request: wire.WatchSessionRequest, context: grpc.ServicerContext
    ) -> Iterator[wire.SessionNews]:
        news = self._exercises.watch(request.session_id, request.after, wait_s=_WATCH_S, is_wanted=context.is_active)
        for number in news:
            yield wire.SessionNews(number=number)

    def Debrief(self, request: wire.DebriefRequest, context: grpc.ServicerContext) -> wire.DebriefResponse:
        is_trainer = self._is_holder(request.session_id, request.trainee, request.secret, context)
        debriefs = self._exercises.debrief(request.session_id, request.trainee, is_trainer=is_trainer)
        return wire.DebriefResponse(json=debrief_to_json(debriefs))

    def Replay(self, request: wire.ReplayRequest, context: grpc.ServicerContext) -> wire.ReplayResponse:
        session_id, trainee = request.session_id, request.trainee
        if not self._is_holder(session_id, trainee, request.secret, context):
            told = self._exercises.debrief(session_id, trainee)
            if request.slot not in {each.slot for each in told}:
                raise LintasError(Fault.PRECONDITION, "DEBRIEF_LATER", "decide the case first; then look back at it")
        steps = self._exercises.trainer.replay(session_id, trainee, request.slot, request.try_number)
        return wire.ReplayResponse(json=replay_to_json(steps))

    def _is_holder(self, session_id: str, trainee: str, secret: str, context: grpc.ServicerContext) -> bool:
        """True for a trainer of the session; False for the trainee with their secret. Raises LintasError otherwise.

        Whoever shows a secret is that trainee, also on a trainer's own rehearsal.
        """
        is_trainer = actor_from(context.invocation_metadata()).role is Role.TRAINER
        if secret or not is_trainer:
            self._exercises.check(session_id, trainee, secret)
            return False
        self._held(session_id, context)
        return True

    def Report(self, request: wire.ReportRequest, context: grpc.ServicerContext) -> wire.ReportResponse:
        self._held(request.session_id, context)
        workshop = self._exercises.workshop(request.session_id)
        return wire.ReportResponse(workshop_json=workshop_to_json(workshop).encode())

    def DeleteSession(
        self, request: wire.DeleteSessionRequest, context: grpc.ServicerContext
    ) -> wire.DeleteSessionResponse:
        self._held(request.session_id, context)
        self._exercises.delete(request.session_id)
        return wire.DeleteSessionResponse()

    def _held(self, session_id: str, context: grpc.ServicerContext) -> None:
        """Raises LintasError: NOT_YOUR_SESSION for another trainer's, SESSION_UNKNOWN."""
        self._exercises.trainer.check(session_id, actor_from(context.invocation_metadata()))

    def _told(self, session_id: str, *, code: str = "") -> wire.TrainingSession:
        side = self._exercises.trainer
        session, standings = self._exercises.session(session_id), side.standings(session_id)
        return session_to_wire(session, standings, worked_s=side.clock_s(session_id), code=code)

    def _checked(self, who: wire.Trainee) -> tuple[str, str]:
        """Raises LintasError: NOT_YOU for somebody else's secret, SESSION_UNKNOWN."""
        if not (who.session_id and who.trainee):
            raise invalid_field("trainee", "session_id, trainee and secret are needed; see JoinSession")
        self._exercises.check(who.session_id, who.trainee, who.secret)
        return who.session_id, who.trainee


def _summary(scenario: Scenario, *, is_own: bool) -> wire.ScenarioSummary:
    meta, twin = scenario.meta, scenario.variation.counterfactual
    return wire.ScenarioSummary(
        key=meta.key,
        version=meta.version,
        title=text_to_wire(meta.title.text),
        case_class=meta.case.value,
        topic=meta.topic.value,
        objectives=[text_to_wire(each.text.text) for each in scenario.objectives],
        difficulty_logit=scenario.difficulty,
        time_budget_s=scenario.time_budget_s,
        signal=scenario.expected.signal is Signal.SIGNAL,
        bank=meta.bank or 0,
        content_note=text_to_wire(meta.content_note.text) if meta.content_note else None,
        counterfactual_of=twin.of if twin else "",
        competencies=dict.fromkeys(each.competency for each in scenario.objectives),
        own=is_own,
    )


def _place_to_wire(place: Place) -> wire.Seat:
    return wire.Seat(
        session_id=place.session_id,
        trainee=place.trainee,
        desk=place.desk,
        seat=seat_to_wire(place.seat.value),
        secret=place.secret,
        word=place.word,
    )
