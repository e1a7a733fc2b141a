"""Referrals and the directory, between wire and domain."""

from __future__ import annotations

from datetime import date, datetime

from ledger.actor import Actor
from ledger.rpc.convert import (
    actor_to_wire,
    enum_from_wire,
    enum_to_wire,
    instant_from_wire,
    instant_to_wire,
    text_to_wire,
)
from lintas.v1 import protection_pb2 as wire
from verifier.protection.records import etag_of
from verifier.referral.directory import Directory, Service
from verifier.referral.referral import Consent, Need, Receipt, Referral, ReferralDirection, htcds_fields
from verifier.referral.terms import (
    Control,
    DecisionMaker,
    Exploitation,
    Recruitment,
    ReferralReason,
    RoleInProcess,
    TraffickingStatus,
)
from verifier.rpc.protection_indicators import day_to_wire
from verifier.rpc.protection_words import id_of, needed, note, optional_id_of, words
from watchlist.rpc.convert import bounded


def referral_from_wire(told: wire.Referral, actor: Actor, now: datetime) -> Referral:
    """A new referral, without id and time of ours. Raises LintasError naming the field."""
    field = "referral"
    direction = enum_from_wire(
        wire.ReferralDirection, "REFERRAL_DIRECTION", ReferralDirection, told.direction, f"{field}.direction"
    )
    return Referral(
        record_id="",
        created_at=now,
        actor=actor,
        direction=direction or ReferralDirection.OUTGOING,
        service_id=id_of(told.service, "services", f"{field}.service"),
        status=needed(wire.TraffickingStatus, "TRAFFICKING_STATUS", TraffickingStatus, told.status, f"{field}.status"),
        consent=needed(wire.Consent, "CONSENT", Consent, told.consent, f"{field}.consent"),
        is_child=told.child if told.HasField("child") else None,
        case_id=optional_id_of(told.case, "cases", f"{field}.case"),
        decided_by=enum_from_wire(
            wire.DecisionMaker, "DECISION_MAKER", DecisionMaker, told.decided_by, f"{field}.decided_by"
        ),
        reason=enum_from_wire(wire.ReferralReason, "REFERRAL_REASON", ReferralReason, told.reason, f"{field}.reason"),
        recruitment=words(wire.Recruitment, "RECRUITMENT", Recruitment, told.recruitment, f"{field}.recruitment"),
        control=words(wire.Control, "CONTROL", Control, told.control, f"{field}.control"),
        exploitation=words(wire.Exploitation, "EXPLOITATION", Exploitation, told.exploitation, f"{field}.exploitation"),
        roles_of_others=words(
            wire.RoleInProcess, "ROLE_IN_PROCESS", RoleInProcess, told.roles_of_others, f"{field}.roles_of_others"
        ),
        needs=words(wire.Need, "NEED", Need, told.needs, f"{field}.needs"),
        note=note(told.note, f"{field}.note"),
    )


def receipt_from_wire(told: wire.ReferralReceipt, actor: Actor, now: datetime) -> Receipt:
    """The other side's answer. Raises LintasError naming the field."""
    received = told.HasField("receive_time")
    return Receipt(
        is_accepted=told.accepted,
        received_at=instant_from_wire(told.receive_time, "receipt.receive_time") if received else now,
        their_reference=bounded(told.their_reference, "receipt.their_reference", 100).strip(),
        actor=actor,
        recorded_at=now,
    )


def referral_to_wire(kept: Referral, *, is_stale: bool) -> wire.Referral:
    """With its HTCDS fields."""
    receipt = kept.receipt
    message = wire.Referral(
        name=kept.name,
        etag=etag_of(kept),
        create_time=instant_to_wire(kept.created_at),
        actor=actor_to_wire(kept.actor),
        state=enum_to_wire("REFERRAL_STATE", kept.state),
        handover_code=kept.handover_code,
        direction=enum_to_wire("REFERRAL_DIRECTION", kept.direction),
        service=f"services/{kept.service_id}",
        case=f"cases/{kept.case_id}" if kept.case_id else "",
        status=enum_to_wire("TRAFFICKING_STATUS", kept.status),
        decided_by=enum_to_wire("DECISION_MAKER", kept.decided_by),
        consent=enum_to_wire("CONSENT", kept.consent),
        reason=enum_to_wire("REFERRAL_REASON", kept.reason),
        recruitment=[f"RECRUITMENT_{each.name}" for each in kept.recruitment],
        control=[f"CONTROL_{each.name}" for each in kept.control],
        exploitation=[f"EXPLOITATION_{each.name}" for each in kept.exploitation],
        roles_of_others=[f"ROLE_IN_PROCESS_{each.name}" for each in kept.roles_of_others],
        needs=[f"NEED_{each.name}" for each in kept.needs],
        note=kept.note,
        receipt=_receipt(receipt) if receipt else None,
        service_stale=is_stale,
        htcds=htcds_fields(kept),
    )
    if kept.is_child is not None:
        message.child = kept.is_child
    return message


def _receipt(receipt: Receipt) -> wire.ReferralReceipt:
    return wire.ReferralReceipt(
        accepted=receipt.is_accepted,
        receive_time=instant_to_wire(receipt.received_at),
        their_reference=receipt.their_reference,
        actor=actor_to_wire(receipt.actor),
        record_time=instant_to_wire(receipt.recorded_at),
    )


def directory_to_wire(directory: Directory, today: date) -> wire.ReferralDirectory:
    """All services; those whose review is due are marked."""
    return wire.ReferralDirectory(
        version=directory.version,
        services=[_service(each, today) for each in directory.services],
        stale=[f"services/{each.service_id}" for each in directory.stale(today)],
    )


def _service(service: Service, today: date) -> wire.ReferralService:
    return wire.ReferralService(
        name=f"services/{service.service_id}",
        title=text_to_wire(service.name),
        role=text_to_wire(service.role),
        kind=service.kind.value,
        serves=[each.value for each in service.serves],
        contacts=[
            wire.ServiceContact(
                kind=each.kind.value, value=each.value, note=text_to_wire(each.note) if each.note else None
            )
            for each in service.contacts
        ],
        review_date=day_to_wire(service.reviewed_on),
        review_due_date=day_to_wire(service.review_due_on),
        stale=service.is_stale(today),
    )
