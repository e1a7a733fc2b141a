"""InsightService: a period's figures on the wire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

import grpc
from google.type.date_pb2 import Date

from ledger.errors import invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire, instant_from_wire, instant_to_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name
from lintas.v1 import insight_pb2 as wire
from lintas.v1 import insight_pb2_grpc, protection_pb2
from verifier.classes.desk import ClassDesk
from verifier.insight.desk import InsightDesk
from verifier.insight.figures import Day, GroupRate, Insight, Spread
from verifier.leads.desk import LeadDesk
from verifier.leads.kept_lead import LeadState
from verifier.outcome.feedback import Period
from verifier.outcome.performance import Share
from verifier.protection.house import Protection
from verifier.rpc.insight_classes import result_from_wire, result_to_wire
from verifier.rpc.insight_leads import lead_to_wire
from verifier.rpc.protection_performance import performance_to_wire


@dataclass(frozen=True, slots=True)
class ListState:
    """The list that answers now."""

    version: int
    entries: int
    changed_at: datetime | None


class InsightService(insight_pb2_grpc.InsightServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(
        self,
        desk: InsightDesk,
        protection: Protection,
        list_state: Callable[[], ListState],
        *,
        leads: LeadDesk,
        classes: ClassDesk,
    ) -> None:
        self._desk = desk
        self._protection = protection
        self._list_state = list_state
        self._leads = leads
        self._classes = classes

    def GetInsight(self, request: wire.GetInsightRequest, context: grpc.ServicerContext) -> wire.Insight:
        if not request.HasField("start_time"):
            raise invalid_field("start_time", "required")
        until = self._protection.now()
        if request.HasField("end_time"):
            until = instant_from_wire(request.end_time, "end_time")
        found = self._desk.over(Period(instant_from_wire(request.start_time, "start_time"), until))
        told = self._told(found)
        held = self._classes.held_in(*self._desk.days_of(found.period))
        told.training.extend(result_to_wire(each) for each in held)
        return told

    def ListLeads(self, request: wire.ListLeadsRequest, context: grpc.ServicerContext) -> wire.ListLeadsResponse:
        page = self._leads.list(
            enum_from_wire(wire.LeadState, "LEAD_STATE", LeadState, request.state, "state"),
            page_size=check_page_size(request.page_size),
            page_token=request.page_token,
        )
        return wire.ListLeadsResponse(leads=map(lead_to_wire, page.records), next_page_token=page.next_token)

    def GetLead(self, request: wire.GetLeadRequest, context: grpc.ServicerContext) -> wire.Lead:
        return lead_to_wire(self._leads.get(id_from_name(request.name, "leads")))

    def DecideLead(self, request: wire.DecideLeadRequest, context: grpc.ServicerContext) -> wire.Lead:
        actor = actor_from(context.invocation_metadata())
        key = RequestKey(check_request_id(request.request_id), digest_of("DecideLead", request, actor))
        state = enum_from_wire(wire.LeadState, "LEAD_STATE", LeadState, request.state, "state")
        if state is None:
            raise invalid_field("state", "required")
        if not request.etag:
            raise invalid_field("etag", "required; send the etag of the lead as you last read it")
        lead_id = id_from_name(request.name, "leads")
        return lead_to_wire(self._leads.decide(lead_id, request.etag, state, request.reason, actor, key))

    def RecordTrainingResult(
        self, request: wire.RecordTrainingResultRequest, context: grpc.ServicerContext
    ) -> wire.TrainingResult:
        actor = actor_from(context.invocation_metadata())
        key = RequestKey(check_request_id(request.request_id), digest_of("RecordTrainingResult", request, actor))
        told = result_from_wire(request.result, actor, self._protection.now())
        return result_to_wire(self._classes.record(told, actor, key))

    def _told(self, found: Insight) -> wire.Insight:
        policy = self._protection.assessor.policy
        protection = performance_to_wire(found.indicators, found.funnel, policy)
        listed = self._list_state()
        return wire.Insight(
            start_time=instant_to_wire(found.period.since),
            end_time=instant_to_wire(found.period.until),
            days=[_day(day) for day in found.days],
            by_hour=found.by_hour,
            advice={f"ADVICE_KIND_{kind.name}": count for kind, count in found.advice.items()},
            outcomes={f"OUTCOME_{outcome.name}": count for outcome, count in found.outcomes.items()},
            undecided=found.undecided,
            engine_ms=_spread(found.engine_ms),
            decision_s=_spread(found.decision_s),
            failed_checks=found.failed_checks,
            hits_by_grade={f"GRADE_{grade.name}": count for grade, count in found.hits.by_grade.items()},
            referred_for_hit=found.hits.referred,
            referred_for_hit_cleared=found.hits.cleared,
            excluded_namesakes=found.hits.excluded_again,
            protective_alerts=found.hits.protective,
            stale_answers=found.stale_answers,
            funnel=protection.funnel,
            indicators=protection.indicators,
            groups=[_rate(rate) for rate in found.groups],
            watchlist_version=listed.version,
            watchlist_entries=listed.entries,
            watchlist_time=instant_to_wire(listed.changed_at),
            policy_sha256=policy.digest,
        )


def _day(day: Day) -> wire.DayFigures:
    date = Date(year=day.day.year, month=day.day.month, day=day.day.day)
    return wire.DayFigures(day=date, examined=day.examined, advised=day.advised, decided=day.decided)


def _spread(spread: Spread | None) -> wire.Spread | None:
    return wire.Spread(median=spread.median, p95=spread.p95, of=spread.of) if spread else None


def _rate(rate: GroupRate) -> wire.GroupRate:
    return wire.GroupRate(
        grouping=rate.grouping.value,
        group=rate.group,
        cases=rate.cases,
        advised=_share(rate.advised),
        decided=_share(rate.decided),
    )


def _share(share: Share) -> protection_pb2.Share:
    return protection_pb2.Share(value=share.value, low=share.low, high=share.high, of=share.of)
