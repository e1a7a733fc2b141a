"""From a case to the wire."""

from __future__ import annotations

from ledger.rpc.convert import actor_to_wire, enum_to_wire, instant_to_wire
from lintas.v1 import verification_pb2 as wire
from verifier.case import Case, Decision
from verifier.rpc.examination import examination_to_wire, summary_to_wire
from verifier.rpc.presented import presented_to_wire


def case_to_wire(case: Case, *, summary: bool = False) -> wire.Case:
    """The whole case, or for lists without the personal parts of the examination."""
    return wire.Case(
        name=case.name,
        etag=case.etag,
        create_time=instant_to_wire(case.created_at),
        actor=actor_to_wire(case.actor),
        examination=summary_to_wire(case.examination) if summary else examination_to_wire(case.examination),
        decisions=[_decision(decision) for decision in case.decisions],
        outcome=enum_to_wire("OUTCOME", case.outcome),
        presented=None if summary else presented_to_wire(case.presentation),
    )


def _decision(decision: Decision) -> wire.Decision:
    return wire.Decision(
        decision_id=decision.decision_id,
        outcome=enum_to_wire("OUTCOME", decision.outcome),
        reason_code=decision.reason_code,
        note=decision.note,
        actor=actor_to_wire(decision.actor),
        decide_time=instant_to_wire(decision.decided_at),
        awaiting_second_person=not decision.is_in_force,
        second_person=actor_to_wire(decision.second_person) if decision.second_person else None,
        confirm_time=instant_to_wire(decision.confirmed_at),
        emergency=decision.is_emergency,
    )
