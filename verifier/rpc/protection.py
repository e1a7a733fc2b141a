"""ProtectionService: converts, calls the desks, converts back."""

from __future__ import annotations

import grpc
from google.protobuf.message import Message

from ledger.actor import Actor
from ledger.errors import LintasError, invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire, instant_from_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name
from lintas.v1 import protection_pb2 as wire
from lintas.v1 import protection_pb2_grpc
from verifier.outcome.feedback import Period
from verifier.protection.assessing import Question
from verifier.protection.house import Protection
from verifier.protection.records import RecordFilter
from verifier.referral.referral import Referral, ReferralState
from verifier.referral.terms import TraffickingStatus
from verifier.rpc.journey import journey_from_wire
from verifier.rpc.protection_indicators import assessment_to_wire, catalogue_to_wire
from verifier.rpc.protection_performance import performance_to_wire
from verifier.rpc.protection_records import (
    call_back_from_wire,
    call_back_to_wire,
    outcome_from_wire,
    outcome_to_wire,
    tip_from_wire,
    tip_to_wire,
    triage_from_wire,
)
from verifier.rpc.protection_referrals import (
    directory_to_wire,
    receipt_from_wire,
    referral_from_wire,
    referral_to_wire,
)
from verifier.rpc.protection_words import id_of, optional_id_of
from verifier.tips.tip import TipState
from watchlist.rpc.convert import date_from_wire


class ProtectionService(protection_pb2_grpc.ProtectionServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(self, protection: Protection) -> None:
        self._desks = protection
        self._now = protection.now

    def ListIndicators(
        self, request: wire.ListIndicatorsRequest, context: grpc.ServicerContext
    ) -> wire.ListIndicatorsResponse:
        assessor = self._desks.assessor
        return catalogue_to_wire(assessor.policy, assessor.today())

    def Assess(self, request: wire.AssessRequest, context: grpc.ServicerContext) -> wire.Assessment:
        birth = date_from_wire(request.birth_date, "birth_date") if request.HasField("birth_date") else None
        question = Question(
            journey=journey_from_wire(request.journey),
            case_id=optional_id_of(request.case, "cases", "case"),
            birth_date=birth,
        )
        if question.case_id and birth is not None:
            raise invalid_field("birth_date", "the case has its document's")
        return assessment_to_wire(self._desks.assessor.assess(question))

    def RecordCallBack(self, request: wire.RecordCallBackRequest, context: grpc.ServicerContext) -> wire.CallBack:
        actor, key = _caller(request, "RecordCallBack", context)
        told = call_back_from_wire(request.call_back, actor, self._now())
        return call_back_to_wire(self._desks.call_backs.record(told, actor, key))

    def ListCallBacks(
        self, request: wire.ListCallBacksRequest, context: grpc.ServicerContext
    ) -> wire.ListCallBacksResponse:
        page = self._desks.call_backs.list(
            id_of(request.case, "cases", "case"),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        found = [call_back_to_wire(each) for each in page.records]
        return wire.ListCallBacksResponse(call_backs=found, next_page_token=page.next_token)

    def GetReferralDirectory(
        self, request: wire.GetReferralDirectoryRequest, context: grpc.ServicerContext
    ) -> wire.ReferralDirectory:
        desk = self._desks.referrals
        return directory_to_wire(desk.directory, desk.today())

    def CreateReferral(self, request: wire.CreateReferralRequest, context: grpc.ServicerContext) -> wire.Referral:
        actor, key = _caller(request, "CreateReferral", context)
        told = referral_from_wire(request.referral, actor, self._now())
        return self._referral(self._desks.referrals.create(told, actor, key))

    def GetReferral(self, request: wire.GetReferralRequest, context: grpc.ServicerContext) -> wire.Referral:
        return self._referral(self._desks.referrals.get(id_from_name(request.name, "referrals")))

    def ListReferrals(
        self, request: wire.ListReferralsRequest, context: grpc.ServicerContext
    ) -> wire.ListReferralsResponse:
        state = enum_from_wire(wire.ReferralState, "REFERRAL_STATE", ReferralState, request.state, "state")
        page = self._desks.referrals.list(
            RecordFilter(optional_id_of(request.case, "cases", "case"), state.value if state else ""),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        found = [self._referral(each) for each in page.records]
        return wire.ListReferralsResponse(referrals=found, next_page_token=page.next_token)

    def AcknowledgeReferral(
        self, request: wire.AcknowledgeReferralRequest, context: grpc.ServicerContext
    ) -> wire.Referral:
        actor, key = _caller(request, "AcknowledgeReferral", context)
        referral_id = id_from_name(request.name, "referrals")

        return self._referral(
            self._desks.referrals.acknowledge(
                referral_id,
                _etag(request.etag),
                lambda now: receipt_from_wire(request.receipt, actor, now),
                actor,
                key,
            )
        )

    def RecordOutcome(self, request: wire.RecordOutcomeRequest, context: grpc.ServicerContext) -> wire.CaseOutcome:
        actor, key = _caller(request, "RecordOutcome", context)
        told = outcome_from_wire(request.outcome, actor, self._now())
        return outcome_to_wire(self._desks.outcomes.record(told, actor, key))

    def ListOutcomes(
        self, request: wire.ListOutcomesRequest, context: grpc.ServicerContext
    ) -> wire.ListOutcomesResponse:
        status = enum_from_wire(
            wire.TraffickingStatus, "TRAFFICKING_STATUS", TraffickingStatus, request.status, "status"
        )
        page = self._desks.outcomes.list(
            RecordFilter(optional_id_of(request.case, "cases", "case"), status.value if status else ""),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        found = [outcome_to_wire(each) for each in page.records]
        return wire.ListOutcomesResponse(outcomes=found, next_page_token=page.next_token)

    def IndicatorPerformance(
        self, request: wire.IndicatorPerformanceRequest, context: grpc.ServicerContext
    ) -> wire.IndicatorPerformanceResponse:
        if not request.HasField("start_time"):
            raise invalid_field("start_time", "required")
        since = instant_from_wire(request.start_time, "start_time")
        until = instant_from_wire(request.end_time, "end_time") if request.HasField("end_time") else self._now()
        period = Period(since, until)
        desk = self._desks.outcomes
        return performance_to_wire(desk.performance(period), desk.funnel(period), self._desks.assessor.policy)

    def SubmitTip(self, request: wire.SubmitTipRequest, context: grpc.ServicerContext) -> wire.Tip:
        actor, key = _caller(request, "SubmitTip", context)
        return tip_to_wire(self._desks.tips.submit(tip_from_wire(request.tip, actor, self._now()), actor, key))

    def ListTips(self, request: wire.ListTipsRequest, context: grpc.ServicerContext) -> wire.ListTipsResponse:
        state = enum_from_wire(wire.TipState, "TIP_STATE", TipState, request.state, "state")
        page = self._desks.tips.list(
            RecordFilter(state=state.value if state else ""),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        found = [tip_to_wire(each) for each in page.records]
        return wire.ListTipsResponse(tips=found, next_page_token=page.next_token)

    def TriageTip(self, request: wire.TriageTipRequest, context: grpc.ServicerContext) -> wire.Tip:
        actor, key = _caller(request, "TriageTip", context)
        made_of_it = triage_from_wire(request, actor, self._now())
        tip_id = id_from_name(request.name, "tips")
        return tip_to_wire(self._desks.tips.triage(tip_id, _etag(request.etag), made_of_it, actor, key))

    def _referral(self, kept: Referral) -> wire.Referral:
        desk = self._desks.referrals
        try:
            is_stale = desk.service_of(kept).is_stale(desk.today())
        except LintasError:
            is_stale = True  # the directory no longer has it
        return referral_to_wire(kept, is_stale=is_stale)


def _caller(request: Message, method: str, context: grpc.ServicerContext) -> tuple[Actor, RequestKey]:
    actor = actor_from(context.invocation_metadata())
    return actor, RequestKey(check_request_id(getattr(request, "request_id", "")), digest_of(method, request, actor))


def _etag(etag: str) -> str:
    if not etag:
        raise invalid_field("etag", "required; send the etag of the record as you last read it")
    return etag
