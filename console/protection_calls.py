"""The client's calls of ProtectionService."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import grpc
from google.protobuf.timestamp_pb2 import Timestamp

from lintas.v1 import common_pb2, protection_pb2, protection_pb2_grpc

R = TypeVar("R")


class ProtectionCalls:
    """Mixed into the client, which knows how to call. All methods raise ServiceError."""

    _protection: protection_pb2_grpc.ProtectionServiceStub

    def _connect_protection(self, channel: grpc.Channel) -> None:
        self._protection = protection_pb2_grpc.ProtectionServiceStub(channel)

    def _call(self, method: Callable[..., R], request: Any, timeout_s: float | None = None) -> R:
        raise NotImplementedError

    def list_indicators(self) -> protection_pb2.ListIndicatorsResponse:
        """The policy in force."""
        return self._call(self._protection.ListIndicators, protection_pb2.ListIndicatorsRequest())

    def assess(self, journey: common_pb2.Journey, case: str = "") -> protection_pb2.Assessment:
        """What the indicators say."""
        return self._call(self._protection.Assess, protection_pb2.AssessRequest(case=case, journey=journey))

    def record_call_back(self, request: protection_pb2.RecordCallBackRequest) -> protection_pb2.CallBack:
        """Record one attempt to reach a parent."""
        return self._call(self._protection.RecordCallBack, request)

    def list_call_backs(self, request: protection_pb2.ListCallBacksRequest) -> protection_pb2.ListCallBacksResponse:
        """Attempts on one case."""
        return self._call(self._protection.ListCallBacks, request)

    def referral_directory(self) -> protection_pb2.ReferralDirectory:
        """Who can help."""
        return self._call(self._protection.GetReferralDirectory, protection_pb2.GetReferralDirectoryRequest())

    def create_referral(self, request: protection_pb2.CreateReferralRequest) -> protection_pb2.Referral:
        """Refer somebody."""
        return self._call(self._protection.CreateReferral, request)

    def get_referral(self, name: str) -> protection_pb2.Referral:
        """One referral."""
        return self._call(self._protection.GetReferral, protection_pb2.GetReferralRequest(name=name))

    def list_referrals(self, request: protection_pb2.ListReferralsRequest) -> protection_pb2.ListReferralsResponse:
        """One page of referrals."""
        return self._call(self._protection.ListReferrals, request)

    def acknowledge_referral(self, request: protection_pb2.AcknowledgeReferralRequest) -> protection_pb2.Referral:
        """Record the receipt."""
        return self._call(self._protection.AcknowledgeReferral, request)

    def record_outcome(self, request: protection_pb2.RecordOutcomeRequest) -> protection_pb2.CaseOutcome:
        """Record what came of a case."""
        return self._call(self._protection.RecordOutcome, request)

    def list_outcomes(self, request: protection_pb2.ListOutcomesRequest) -> protection_pb2.ListOutcomesResponse:
        """One page of outcomes."""
        return self._call(self._protection.ListOutcomes, request)

    def indicator_performance(
        self, start: Timestamp, end: Timestamp | None = None
    ) -> protection_pb2.IndicatorPerformanceResponse:
        """How every indicator fared."""
        request = protection_pb2.IndicatorPerformanceRequest(start_time=start, end_time=end)
        return self._call(self._protection.IndicatorPerformance, request)

    def submit_tip(self, request: protection_pb2.SubmitTipRequest) -> protection_pb2.Tip:
        """Take in a tip."""
        return self._call(self._protection.SubmitTip, request)

    def list_tips(self, request: protection_pb2.ListTipsRequest) -> protection_pb2.ListTipsResponse:
        """One page of tips."""
        return self._call(self._protection.ListTips, request)

    def triage_tip(self, request: protection_pb2.TriageTipRequest) -> protection_pb2.Tip:
        """Record what a person made of a tip."""
        return self._call(self._protection.TriageTip, request)
