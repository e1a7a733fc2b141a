"""SupervisionService: converts, calls the supervisors' desk, converts back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import grpc

from ledger.actor import Actor, Role
from ledger.errors import invalid_field
from ledger.request_key import RequestKey
from ledger.rpc.caller import actor_from
from ledger.rpc.convert import enum_from_wire, enum_to_wire, instant_from_wire, text_to_wire
from ledger.rpc.request import check_page_size, check_request_id, digest_of, id_from_name
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import supervision_pb2_grpc, watchlist_pb2
from watchlist.lifecycle.desk import Review, SupervisorsDesk
from watchlist.lifecycle.proposal import Proposal, ProposalKind, ProposalState, Target
from watchlist.lifecycle.store import ProposalFilter
from watchlist.lifecycle.vocabulary import vocabulary
from watchlist.rpc.convert import bounded, entry_to_wire
from watchlist.rpc.entry import entry_from_wire
from watchlist.rpc.proposal import field_change_to_wire, proposal_to_wire, version_to_wire

_MOST_TARGETS: Final = 1000
_MOST_PROPOSALS: Final = 200  # shown with one entry
_NOBODY: Final = Actor("-", "-", Role.SYSTEM)  # until the desk sets who proposes
_TARGETS: Final = {
    ProposalKind.ADD: (0, 0),
    ProposalKind.CORRECT: (1, 1),
    ProposalKind.EXTEND: (1, 1),
    ProposalKind.REVOKE: (1, _MOST_TARGETS),
    ProposalKind.DECIDE_OBJECTION: (1, 1),
    ProposalKind.MERGE: (2, 2),
    ProposalKind.SPLIT: (1, 1),
    ProposalKind.MASK: (1, _MOST_TARGETS),
    ProposalKind.ERASE: (1, _MOST_TARGETS),
    ProposalKind.IMPORT: (0, 0),
    ProposalKind.SUSPEND: (1, _MOST_TARGETS),
    ProposalKind.REINSTATE: (1, _MOST_TARGETS),
}


class SupervisionService(supervision_pb2_grpc.SupervisionServiceServicer):
    """Thin: all faults are raised as LintasError and told by the guard."""

    def __init__(self, desk: SupervisorsDesk) -> None:
        self._desk = desk

    def ProposeChange(self, request: wire.ProposeChangeRequest, context: grpc.ServicerContext) -> wire.Proposal:
        actor, key = _caller("ProposeChange", request, context)
        return self._told(self._desk.propose(_change(request.change, request.reason), actor, key))

    def ExtendEntry(self, request: wire.ExtendEntryRequest, context: grpc.ServicerContext) -> wire.Proposal:
        actor, key = _caller("ExtendEntry", request, context)
        if not request.HasField("valid_until"):
            raise invalid_field("valid_until", "required")
        target = wire.ChangeTarget(name=request.name, etag=request.etag)
        change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_EXTEND, targets=[target], valid_until=request.valid_until)
        return self._told(self._desk.propose(_change(change, request.reason), actor, key))

    def RevokeEntry(self, request: wire.RevokeEntryRequest, context: grpc.ServicerContext) -> wire.Proposal:
        actor, key = _caller("RevokeEntry", request, context)
        target = wire.ChangeTarget(name=request.name, etag=request.etag)
        change = wire.ProposedChange(kind=wire.PROPOSAL_KIND_REVOKE, targets=[target])
        return self._told(self._desk.propose(_change(change, request.reason), actor, key))

    def ReviewChange(self, request: wire.ReviewChangeRequest, context: grpc.ServicerContext) -> wire.Proposal:
        actor, key = _caller("ReviewChange", request, context)
        state = _state(request.decision, "decision")
        if state is None or state is ProposalState.PENDING:
            raise invalid_field("decision", "APPROVED, REJECTED or WITHDRAWN")
        reason = bounded(request.reason, "reason", 4000)
        review = Review(id_from_name(request.name, "proposals"), request.etag, state, reason)
        return self._told(self._desk.review(review, actor, key))

    def GetProposal(self, request: wire.GetProposalRequest, context: grpc.ServicerContext) -> wire.Proposal:
        return self._told(self._desk.get(id_from_name(request.name, "proposals")))

    def ListPending(self, request: wire.ListPendingRequest, context: grpc.ServicerContext) -> wire.ListPendingResponse:
        state = _state(request.state, "state")
        entry_id = id_from_name(request.entry, "entries", "entry") if request.entry else ""
        if state is None and not entry_id:
            state = ProposalState.PENDING
        page = self._desk.list(
            ProposalFilter(state=state, entry_id=entry_id),
            page_size=check_page_size(request.page_size),
            page_token=bounded(request.page_token, "page_token", 128),
        )
        return wire.ListPendingResponse(
            proposals=[self._told(proposal) for proposal in page.proposals], next_page_token=page.next_token
        )

    def RegisterObjection(
        self, request: wire.RegisterObjectionRequest, context: grpc.ServicerContext
    ) -> watchlist_pb2.Entry:
        actor, key = _caller("RegisterObjection", request, context)
        entry_id = id_from_name(request.name, "entries")
        reference = bounded(request.reference, "reference", 100)
        entry = self._desk.object(entry_id, reference, request.etag, actor, key)
        return entry_to_wire(entry, self._desk.now, sees_ground=True)

    def GetEntryHistory(self, request: wire.GetEntryHistoryRequest, context: grpc.ServicerContext) -> wire.EntryHistory:
        entry_id = id_from_name(request.name, "entries")
        versions = self._desk.history(entry_id)
        shown = [version_to_wire(versions, number, self._desk.now) for number in range(len(versions))]
        if request.HasField("as_of"):
            entry = self._desk.as_of(entry_id, instant_from_wire(request.as_of, "as_of"))
            return wire.EntryHistory(versions=[each for each in shown if each.entry.etag == str(entry.version)])
        which = ProposalFilter(state=None, entry_id=entry_id)
        page = self._desk.list(which, page_size=_MOST_PROPOSALS, page_token="")
        return wire.EntryHistory(versions=shown, proposals=[self._told(each) for each in page.proposals])

    def ListRules(self, request: wire.ListRulesRequest, context: grpc.ServicerContext) -> wire.ListRulesResponse:
        words = {
            f"{group}.{code}": text_to_wire(text)
            for group, entries in vocabulary().items()
            for code, text in entries.items()
        }
        rules = [
            wire.CategoryRule(
                category=enum_to_wire("CATEGORY", category),
                kinds=[f"ENTRY_KIND_{kind.name}" for kind in rule.kinds],
                actions=[f"ACTION_{action.name}" for action in rule.actions],
                first_months=rule.first_months,
                extensions=rule.extensions,
                extension_months=rule.extension_months,
                review_months=rule.review_months,
                required_fields=rule.requires,
                source=rule.source,
                mask_months=rule.mask_months,
                erase_months=rule.erase_months,
            )
            for category, rule in self._desk.rules.categories.items()
        ]
        return wire.ListRulesResponse(rules=rules, words=words)

    def _told(self, proposal: Proposal) -> wire.Proposal:
        message = proposal_to_wire(proposal, self._desk.now)
        for change in self._desk.effect(proposal):
            fields = [field_change_to_wire(each) for each in change.fields]
            message.effect.add(name=f"entries/{change.entry_id}", fields=fields)
        return message


def _caller(method: str, request: object, context: grpc.ServicerContext) -> tuple[Actor, RequestKey]:
    actor = actor_from(context.invocation_metadata())
    request_id = check_request_id(request.request_id)  # type: ignore[attr-defined]  # every request that changes has one
    return actor, RequestKey(request_id, digest_of(method, request, actor))  # type: ignore[arg-type]  # a message


def _state(number: int, field: str) -> ProposalState | None:
    return enum_from_wire(wire.ProposalState, "PROPOSAL_STATE", ProposalState, number, field)


def _change(message: wire.ProposedChange, reason: str) -> Proposal:
    kind = enum_from_wire(wire.ProposalKind, "PROPOSAL_KIND", ProposalKind, message.kind, "change.kind")
    if kind is None:
        raise invalid_field("change.kind", "required")
    least, most = _TARGETS[kind]
    if not least <= len(message.targets) <= most:
        raise invalid_field("change.targets", f"{least} to {most} for this kind")
    return Proposal(
        proposal_id="",
        kind=kind,
        reason=bounded(reason, "reason", 4000),
        proposer=_NOBODY,
        proposed_at=datetime.fromtimestamp(0, UTC),
        targets=tuple(_target(target, f"change.targets[{i}]") for i, target in enumerate(message.targets)),
        entry=entry_from_wire(message.entry, "change.entry") if message.HasField("entry") else None,
        split_off=entry_from_wire(message.split_off, "change.split_off") if message.HasField("split_off") else None,
        valid_until=(
            instant_from_wire(message.valid_until, "change.valid_until") if message.HasField("valid_until") else None
        ),
        objection_reference=bounded(message.objection_reference, "change.objection_reference", 100),
        is_upheld=message.objection_upheld,
    )


def _target(message: wire.ChangeTarget, field: str) -> Target:
    if not message.etag.isdecimal():
        raise invalid_field(f"{field}.etag", "required: the etag of the entry as you saw it")
    return Target(id_from_name(message.name, "entries", f"{field}.name"), int(message.etag))
