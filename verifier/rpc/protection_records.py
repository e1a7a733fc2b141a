"""Call-backs, outcomes and tips, between wire and domain."""

from __future__ import annotations

from datetime import date, datetime

from google.type.date_pb2 import Date

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.rpc.convert import actor_to_wire, enum_from_wire, enum_to_wire, instant_from_wire, instant_to_wire
from lintas.v1 import protection_pb2 as wire
from verifier.outcome.case_outcome import CaseOutcome, Stage
from verifier.protection.records import etag_of
from verifier.referral.call_back import Answer, CallBack, ConsentPaper, NumberSource
from verifier.referral.terms import DecisionMaker, TraffickingStatus
from verifier.rpc.protection_indicators import day_to_wire
from verifier.rpc.protection_words import id_of, needed, note
from verifier.tips.tip import Priority, Tip, TipChannel, TipKind, TipState, Triage
from watchlist.rpc.convert import bounded, date_from_wire

_MOST_CUES = 100


def call_back_from_wire(told: wire.CallBack, actor: Actor, now: datetime) -> CallBack:
    """One attempt, without id and time of ours. Raises LintasError naming the field."""
    field = "call_back"
    answer = (wire.Answer, "ANSWER", Answer)
    return CallBack(
        record_id="",
        created_at=now,
        actor=actor,
        case_id=id_of(told.case, "cases", f"{field}.case"),
        called_at=instant_from_wire(told.call_time, f"{field}.call_time") if told.HasField("call_time") else now,
        parent_reached=needed(*answer, told.parent_reached, f"{field}.parent_reached"),
        confirms_journey=enum_from_wire(*answer, told.confirms_journey, f"{field}.confirms_journey") or Answer.UNKNOWN,
        consent_paper=enum_from_wire(
            wire.ConsentPaper, "CONSENT_PAPER", ConsentPaper, told.consent_paper, f"{field}.consent_paper"
        )
        or ConsentPaper.UNKNOWN,
        number_source=enum_from_wire(
            wire.NumberSource, "NUMBER_SOURCE", NumberSource, told.number_source, f"{field}.number_source"
        ),
        note=note(told.note, f"{field}.note"),
    )


def call_back_to_wire(kept: CallBack) -> wire.CallBack:
    """With what follows from it."""
    return wire.CallBack(
        name=kept.name,
        create_time=instant_to_wire(kept.created_at),
        actor=actor_to_wire(kept.actor),
        case=f"cases/{kept.case_id}",
        call_time=instant_to_wire(kept.called_at),
        parent_reached=enum_to_wire("ANSWER", kept.parent_reached),
        confirms_journey=enum_to_wire("ANSWER", kept.confirms_journey),
        consent_paper=enum_to_wire("CONSENT_PAPER", kept.consent_paper),
        number_source=enum_to_wire("NUMBER_SOURCE", kept.number_source),
        note=kept.note,
        settles=kept.is_settling,
        alarming=kept.is_alarming,
    )


def outcome_from_wire(told: wire.CaseOutcome, actor: Actor, now: datetime) -> CaseOutcome:
    """One outcome, without id and time of ours. Raises LintasError naming the field."""
    field = "outcome"
    for name, cues in (("cues", told.cues), ("counter_cues", told.counter_cues)):
        if len(cues) > _MOST_CUES:
            raise invalid_field(f"{field}.{name}", f"at most {_MOST_CUES}")
    return CaseOutcome(
        record_id="",
        created_at=now,
        actor=actor,
        case_id=id_of(told.case, "cases", f"{field}.case"),
        stage=needed(wire.OutcomeStage, "OUTCOME_STAGE", Stage, told.stage, f"{field}.stage"),
        status=needed(wire.TraffickingStatus, "TRAFFICKING_STATUS", TraffickingStatus, told.status, f"{field}.status"),
        decided_by=enum_from_wire(
            wire.DecisionMaker, "DECISION_MAKER", DecisionMaker, told.decided_by, f"{field}.decided_by"
        ),
        cues=tuple(dict.fromkeys(bounded(each, f"{field}.cues[{i}]", 16) for i, each in enumerate(told.cues))),
        counter_cues=tuple(
            dict.fromkeys(bounded(each, f"{field}.counter_cues[{i}]", 16) for i, each in enumerate(told.counter_cues))
        ),
        minutes=told.minutes if told.HasField("minutes") else None,
        note=note(told.note, f"{field}.note"),
    )


def outcome_to_wire(kept: CaseOutcome) -> wire.CaseOutcome:
    """As recorded."""
    message = wire.CaseOutcome(
        name=kept.name,
        create_time=instant_to_wire(kept.created_at),
        actor=actor_to_wire(kept.actor),
        case=f"cases/{kept.case_id}",
        stage=enum_to_wire("OUTCOME_STAGE", kept.stage),
        status=enum_to_wire("TRAFFICKING_STATUS", kept.status),
        decided_by=enum_to_wire("DECISION_MAKER", kept.decided_by),
        cues=kept.cues,
        counter_cues=kept.counter_cues,
        note=kept.note,
    )
    if kept.minutes is not None:
        message.minutes = kept.minutes
    return message


def tip_from_wire(told: wire.Tip, actor: Actor, now: datetime) -> Tip:
    """A new tip, without id and time of ours. Raises LintasError naming the field."""
    text = note(told.text, "tip.text")
    if not text:
        raise invalid_field("tip.text", "required")
    return Tip(
        record_id="",
        created_at=now,
        actor=actor,
        channel=needed(wire.TipChannel, "TIP_CHANNEL", TipChannel, told.channel, "tip.channel"),
        kind=needed(wire.TipKind, "TIP_KIND", TipKind, told.kind, "tip.kind"),
        text=text,
        contact=bounded(told.contact, "tip.contact", 200).strip(),
        travel_on=_day(told.travel_date, "tip.travel_date") if told.HasField("travel_date") else None,
        route=bounded(told.route, "tip.route", 200).strip(),
    )


def _day(wire_day: Date, field: str) -> date:
    day = date_from_wire(wire_day, field).as_date()
    if day is None:
        raise invalid_field(field, "year, month and day are needed", reason="INVALID_DATE")
    return day


def triage_from_wire(request: wire.TriageTipRequest, actor: Actor, now: datetime) -> Triage:
    """What a person made of it. Raises LintasError naming the field."""
    return Triage(
        state=needed(wire.TipState, "TIP_STATE", TipState, request.state, "state"),
        priority=needed(wire.TipPriority, "TIP_PRIORITY", Priority, request.priority, "priority"),
        actor=actor,
        triaged_at=now,
        reference=bounded(request.reference, "reference", 100),
        note=note(request.note, "note"),
    )


def tip_to_wire(kept: Tip) -> wire.Tip:
    """With all its triages, earliest first."""
    return wire.Tip(
        name=kept.name,
        etag=etag_of(kept),
        create_time=instant_to_wire(kept.created_at),
        actor=actor_to_wire(kept.actor),
        channel=enum_to_wire("TIP_CHANNEL", kept.channel),
        kind=enum_to_wire("TIP_KIND", kept.kind),
        text=kept.text,
        contact=kept.contact,
        travel_date=day_to_wire(kept.travel_on) if kept.travel_on else None,
        route=kept.route,
        state=enum_to_wire("TIP_STATE", kept.state),
        triages=[
            wire.TipTriage(
                state=enum_to_wire("TIP_STATE", each.state),
                priority=enum_to_wire("TIP_PRIORITY", each.priority),
                reference=each.reference,
                note=each.note,
                actor=actor_to_wire(each.actor),
                triage_time=instant_to_wire(each.triaged_at),
            )
            for each in kept.triages
        ],
    )
