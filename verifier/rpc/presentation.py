"""From the wire to one presentation; whatever is wrong is named by its field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from google.type.date_pb2 import Date

from ledger.errors import Fault, FieldFault, LintasError, invalid_field
from ledger.rpc.convert import enum_from_wire, instant_from_wire
from lintas.v1 import common_pb2, verification_pb2
from verifier.model.check import CheckGroup, CheckOutcome, CheckResult, CheckSource
from verifier.model.journey import Booking, Direction, Journey, Leg, PartyMember, Payer, Purpose
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from watchlist.partial_date import PartialDate
from watchlist.rpc.convert import bounded, date_from_wire, sex_from_wire

LARGEST_IMAGE_BYTES: Final = 8 * 1024 * 1024
_MOST_LINES = 12  # a reader that sends more has sent something else
_LONGEST_LINE = 500
_LARGEST_PARTY = 200
_MOST_CUES = 100


def presentation_from_wire(request: verification_pb2.ExamineRequest) -> Presentation:
    """Raises LintasError naming the field where the request cannot be meant."""
    if not (request.image or request.mrz_lines):
        raise invalid_field("image", "give image or mrz_lines", reason="PRESENTATION_EMPTY")
    if len(request.image) > LARGEST_IMAGE_BYTES:
        field = FieldFault("image", f"at most {LARGEST_IMAGE_BYTES // 1024 // 1024} MiB; send a smaller JPEG")
        raise LintasError(Fault.EXHAUSTED, "IMAGE_TOO_LARGE", f"image: {field.description}", fields=(field,))
    return Presentation(
        image=request.image or None,
        mrz_lines=_lines(request.mrz_lines, "mrz_lines"),
        visual_zone=_visual_zone(request.visual_zone),
        visa_mrz_lines=_lines(request.visa_mrz_lines, "visa_mrz_lines"),
        chip_mrz_lines=_lines(request.chip_mrz_lines, "chip_mrz_lines"),
        terminal_checks=tuple(_terminal_check(each, i) for i, each in enumerate(request.terminal_checks)),
        journey=journey_from_wire(request.journey),
        is_retry=request.retry,
    )


def _lines(lines: Sequence[str], field: str) -> tuple[str, ...]:
    if len(lines) > _MOST_LINES:
        raise invalid_field(field, f"at most {_MOST_LINES} lines")
    return tuple(bounded(line, f"{field}[{i}]", _LONGEST_LINE) for i, line in enumerate(lines))


def _visual_zone(zone: verification_pb2.VisualZone) -> VisualZone:
    return VisualZone(
        surname=bounded(zone.surname, "visual_zone.surname"),
        given_names=bounded(zone.given_names, "visual_zone.given_names"),
        document_number=bounded(zone.document_number, "visual_zone.document_number", 64),
        issuing_state=bounded(zone.issuing_state, "visual_zone.issuing_state", 3).upper(),
        nationality=bounded(zone.nationality, "visual_zone.nationality", 3).upper(),
        birth_date=_optional_date(zone, "birth_date"),
        expiry_date=_optional_date(zone, "expiry_date"),
        sex=sex_from_wire(zone.sex, "visual_zone.sex"),
        birth_place=bounded(zone.birth_place, "visual_zone.birth_place"),
        personal_number=bounded(zone.personal_number, "visual_zone.personal_number", 64),
    )


def _optional_date(zone: verification_pb2.VisualZone, name: Literal["birth_date", "expiry_date"]) -> PartialDate | None:
    return date_from_wire(getattr(zone, name), f"visual_zone.{name}") if zone.HasField(name) else None


def _terminal_check(check: verification_pb2.TerminalCheck, index: int) -> CheckOutcome:
    field = f"terminal_checks[{index}]"
    result = enum_from_wire(verification_pb2.CheckResult, "CHECK_RESULT", CheckResult, check.result, f"{field}.result")
    if result is None:
        raise invalid_field(f"{field}.result", "required")
    group = next((group for group in CheckGroup if group.value == check.check_id.partition(".")[0]), None)
    if group is None:
        raise invalid_field(f"{field}.check_id", "no such check; docs/checks.md lists them", reason="UNKNOWN_CHECK")
    return CheckOutcome(
        check_id=check.check_id,
        group=group,
        result=result,
        source=CheckSource.TERMINAL,
        is_evaluatory=check.evaluatory,
    )


def journey_from_wire(journey: common_pb2.Journey) -> Journey:
    """Everything optional; only what was sent is set."""
    if len(journey.party) > _LARGEST_PARTY:
        raise invalid_field("journey.party", f"at most {_LARGEST_PARTY} members")
    return Journey(
        direction=enum_from_wire(common_pb2.Direction, "DIRECTION", Direction, journey.direction, "journey.direction"),
        legs=tuple(_leg(leg, f"journey.legs[{i}]") for i, leg in enumerate(journey.legs)),
        booking=_booking(journey.booking) if journey.HasField("booking") else None,
        purpose=enum_from_wire(common_pb2.Purpose, "PURPOSE", Purpose, journey.purpose, "journey.purpose"),
        stay_until=_full_date(journey.stay_until, "journey.stay_until") if journey.HasField("stay_until") else None,
        party=tuple(_member(member, f"journey.party[{i}]") for i, member in enumerate(journey.party)),
        officer_cues=_cues(journey.officer_cues, "journey.officer_cues"),
        counter_cues=_cues(journey.counter_cues, "journey.counter_cues"),
    )


def _full_date(wire: Date, field: str) -> date:
    day = date_from_wire(wire, field).as_date()
    if day is None:
        raise invalid_field(field, "year, month and day are needed", reason="INVALID_DATE")
    return day


def _leg(leg: common_pb2.Leg, field: str) -> Leg:
    departs = leg.HasField("departure_time")
    return Leg(
        origin=bounded(leg.origin, f"{field}.origin", 64),
        destination=bounded(leg.destination, f"{field}.destination", 64),
        carrier=bounded(leg.carrier, f"{field}.carrier", 64),
        number=bounded(leg.number, f"{field}.number", 64),
        departs_at=instant_from_wire(leg.departure_time, f"{field}.departure_time") if departs else None,
    )


def _booking(booking: common_pb2.Booking) -> Booking:
    booked = booking.HasField("book_time")
    if booking.HasField("group_size") and booking.group_size < 1:
        raise invalid_field("journey.booking.group_size", "at least 1")
    return Booking(
        booked_at=instant_from_wire(booking.book_time, "journey.booking.book_time") if booked else None,
        payer=enum_from_wire(common_pb2.Payer, "PAYER", Payer, booking.payer, "journey.booking.payer"),
        is_one_way=booking.one_way if booking.HasField("one_way") else None,
        group_size=booking.group_size if booking.HasField("group_size") else None,
        agency=bounded(booking.agency, "journey.booking.agency"),
        contact_hashes=tuple(
            bounded(each, f"journey.booking.contact_hashes[{i}]", 128) for i, each in enumerate(booking.contact_hashes)
        ),
    )


def _member(member: common_pb2.PartyMember, field: str) -> PartyMember:
    if member.HasField("age_years") and not 0 <= member.age_years <= 150:
        raise invalid_field(f"{field}.age_years", "0 to 150")
    return PartyMember(
        reference=bounded(member.reference, f"{field}.reference", 128),
        claimed_relation=bounded(member.claimed_relation, f"{field}.claimed_relation", 128),
        age_years=member.age_years if member.HasField("age_years") else None,
        holds_documents_of_traveller=(
            member.holds_documents_of_traveller if member.HasField("holds_documents_of_traveller") else None
        ),
        consent_paper=member.consent_paper if member.HasField("consent_paper") else None,
    )


def _cues(cues: Sequence[str], field: str) -> tuple[str, ...]:
    if len(cues) > _MOST_CUES:
        raise invalid_field(field, f"at most {_MOST_CUES} cues")
    return tuple(bounded(cue, f"{field}[{i}]", 16) for i, cue in enumerate(cues))
