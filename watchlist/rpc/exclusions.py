"""ExclusionService: converts, calls the desk, converts back."""

from __future__ import annotations

import grpc

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import actor_to_wire, enum_from_wire, enum_to_wire, instant_to_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name
from lintas.v1 import exclusions_pb2 as wire
from lintas.v1 import exclusions_pb2_grpc
from watchlist.entry import DocumentKey
from watchlist.exclusions.desk import DEFAULT_MONTHS, ExclusionDesk, ExclusionOrder
from watchlist.exclusions.settlement import Settlement, SettlementState
from watchlist.rpc.convert import bounded, document_to_wire


class ExclusionService(exclusions_pb2_grpc.ExclusionServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(self, desk: ExclusionDesk) -> None:
        self._desk = desk

    def RecordExclusion(self, request: wire.RecordExclusionRequest, context: grpc.ServicerContext) -> wire.Exclusion:
        actor, key = _caller("RecordExclusion", request, context)
        if not request.entry_etag.isdecimal():
            raise invalid_field("entry_etag", "required: the etag of the entry as you saw it")
        order = ExclusionOrder(
            document=DocumentKey(
                bounded(request.document.issuer, "document.issuer", 3).upper(),
                bounded(request.document.number, "document.number", 64).upper(),
                bounded(request.document.code, "document.code", 2).upper(),
            ),
            entry_id=id_from_name(request.entry, "entries", "entry"),
            entry_version=int(request.entry_etag),
            reason=bounded(request.reason, "reason", 4000),
            months=request.months or DEFAULT_MONTHS,
            case_name=f"cases/{id_from_name(request.case, 'cases', 'case')}" if request.case else "",
        )
        return self._told(self._desk.record(order, actor, key))

    def ConfirmExclusion(self, request: wire.ConfirmExclusionRequest, context: grpc.ServicerContext) -> wire.Exclusion:
        actor, key = _caller("ConfirmExclusion", request, context)
        return self._told(self._desk.confirm(id_from_name(request.name, "exclusions"), request.etag, actor, key))

    def WithdrawExclusion(
        self, request: wire.WithdrawExclusionRequest, context: grpc.ServicerContext
    ) -> wire.Exclusion:
        actor, key = _caller("WithdrawExclusion", request, context)
        settlement_id, reason = id_from_name(request.name, "exclusions"), bounded(request.reason, "reason", 4000)
        return self._told(self._desk.withdraw(settlement_id, request.etag, reason, actor, key))

    def GetExclusion(self, request: wire.GetExclusionRequest, context: grpc.ServicerContext) -> wire.Exclusion:
        return self._told(self._desk.get(id_from_name(request.name, "exclusions")))

    def ListExclusions(
        self, request: wire.ListExclusionsRequest, context: grpc.ServicerContext
    ) -> wire.ListExclusionsResponse:
        state = enum_from_wire(wire.ExclusionState, "EXCLUSION_STATE", SettlementState, request.state, "state")
        page = self._desk.list(
            state,
            page_size=check_page_size(request.page_size),
            page_token=bounded(request.page_token, "page_token", 128),
        )
        found = [self._told(settlement) for settlement in page.settlements]
        return wire.ListExclusionsResponse(exclusions=found, next_page_token=page.next_token)

    def _told(self, settlement: Settlement) -> wire.Exclusion:
        exclusion = settlement.exclusion
        return wire.Exclusion(
            name=settlement.name,
            etag=settlement.etag,
            state=enum_to_wire("EXCLUSION_STATE", settlement.state_at(self._desk.now)),
            document=document_to_wire(exclusion.document),
            entry=f"entries/{exclusion.entry_id}",
            entry_etag=str(exclusion.entry_version),
            case=settlement.case_name,
            reason=exclusion.reason,
            expire_time=instant_to_wire(exclusion.expires_at),
            recorded_by=actor_to_wire(settlement.recorded_by),
            record_time=instant_to_wire(settlement.recorded_at),
            confirmed_by=actor_to_wire(settlement.confirmed_by) if settlement.confirmed_by else None,
            confirm_time=instant_to_wire(settlement.confirmed_at),
            withdrawn_by=actor_to_wire(settlement.withdrawn_by) if settlement.withdrawn_by else None,
            withdraw_time=instant_to_wire(settlement.withdrawn_at),
            withdrawal_reason=settlement.withdrawal_reason,
        )


def _caller(
    method: str,
    request: wire.RecordExclusionRequest | wire.ConfirmExclusionRequest | wire.WithdrawExclusionRequest,
    context: grpc.ServicerContext,
) -> tuple[Actor, RequestKey]:
    actor = actor_from(context.invocation_metadata())
    return actor, RequestKey(check_request_id(request.request_id), digest_of(method, request, actor))
