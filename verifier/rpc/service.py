"""VerificationService: converts, calls the desk, converts back."""

from __future__ import annotations

from typing import Final

import grpc

from ledger.errors import invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name, seconds_left
from lintas.v1 import verification_pb2 as wire
from lintas.v1 import verification_pb2_grpc
from verifier.decision import Outcome
from verifier.desk import Desk, Verdict
from verifier.rpc.case import case_to_wire
from verifier.rpc.presentation import presentation_from_wire
from verifier.store import CaseFilter
from watchlist.rpc.convert import bounded

_LONGEST_NOTE: Final = 4000


class VerificationService(verification_pb2_grpc.VerificationServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(self, desk: Desk, *, longest_examination_s: float, reading_engines: tuple[str, ...]) -> None:
        self._desk = desk
        self._longest_examination_s = longest_examination_s
        self._reading_engines = reading_engines

    def Examine(self, request: wire.ExamineRequest, context: grpc.ServicerContext) -> wire.Case:
        actor = actor_from(context.invocation_metadata())
        key = RequestKey(check_request_id(request.request_id), digest_of("Examine", request, actor))
        engine = request.reading_engine or "auto"
        if engine not in self._reading_engines:
            known = ", ".join(self._reading_engines)
            raise invalid_field("reading_engine", f"one of {known}", reason="UNKNOWN_READING_ENGINE")
        case = self._desk.examine(
            presentation_from_wire(request),
            actor,
            key,
            seconds_left=seconds_left(context, self._longest_examination_s),
            reading_engine=engine,
        )
        return case_to_wire(case)

    def RecordDecision(self, request: wire.RecordDecisionRequest, context: grpc.ServicerContext) -> wire.Case:
        actor = actor_from(context.invocation_metadata())
        key = RequestKey(check_request_id(request.request_id), digest_of("RecordDecision", request, actor))
        outcome = enum_from_wire(wire.Outcome, "OUTCOME", Outcome, request.outcome, "outcome")
        if outcome is None:
            raise invalid_field("outcome", "required")
        if not request.etag:
            raise invalid_field("etag", "required; send the etag of the case as you last read it")
        verdict = Verdict(
            case_id=id_from_name(request.name, "cases"),
            etag=request.etag,
            outcome=outcome,
            reason_code=bounded(request.reason_code, "reason_code", 64),
            note=bounded(request.note, "note", _LONGEST_NOTE),
            confirms_decision_id=request.confirms_decision_id,
            is_emergency=request.emergency,
        )
        return case_to_wire(self._desk.decide(verdict, actor, key))

    def GetCase(self, request: wire.GetCaseRequest, context: grpc.ServicerContext) -> wire.Case:
        return case_to_wire(self._desk.get(id_from_name(request.name, "cases")))

    def ListCases(self, request: wire.ListCasesRequest, context: grpc.ServicerContext) -> wire.ListCasesResponse:
        page = self._desk.list(
            CaseFilter(undecided_only=request.undecided_only, officer_id=bounded(request.officer_id, "officer_id", 64)),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        cases = [case_to_wire(case, summary=True) for case in page.cases]
        return wire.ListCasesResponse(cases=cases, next_page_token=page.next_token)
