"""Leads to the wire."""

from __future__ import annotations

from ledger.rpc.convert import actor_to_wire, enum_to_wire, instant_to_wire, text_to_wire
from lintas.v1 import insight_pb2 as wire
from verifier.leads.kept_lead import Allowed, KeptLead, LeadDecision
from verifier.protection.records import etag_of


def lead_to_wire(lead: KeptLead) -> wire.Lead:
    """The whole lead with its decisions."""
    found = lead.found
    return wire.Lead(
        name=lead.name,
        etag=etag_of(lead),
        pattern_id=found.pattern_id,
        pattern=text_to_wire(found.pattern),
        subject=found.subject,
        text=text_to_wire(found.text),
        innocent=text_to_wire(found.innocent),
        counts=dict(found.counts),
        crossings=[f"cases/{each}" for each in found.crossings],
        crossing_count=lead.crossing_count,
        first_crossing_time=instant_to_wire(found.first_at),
        last_crossing_time=instant_to_wire(found.last_at),
        create_time=instant_to_wire(lead.created_at),
        last_found_time=instant_to_wire(lead.last_found_at),
        state=enum_to_wire("LEAD_STATE", lead.state),
        allowance=_allowance(found.allowed) if found.allowed else None,
        decisions=[_decision(each) for each in lead.decisions],
    )


def _allowance(allowed: Allowed) -> wire.LeadAllowance:
    return wire.LeadAllowance(
        allowance_id=allowed.allowance_id,
        kind=text_to_wire(allowed.kind),
        ground=allowed.ground,
        expire_time=instant_to_wire(allowed.valid_until),
        allowed_by=allowed.allowed_by,
    )


def _decision(decision: LeadDecision) -> wire.LeadDecision:
    return wire.LeadDecision(
        state=enum_to_wire("LEAD_STATE", decision.state),
        reason=decision.reason,
        actor=actor_to_wire(decision.actor),
        decide_time=instant_to_wire(decision.decided_at),
    )
