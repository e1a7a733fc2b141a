"""What was presented, back to the wire: the other way of `presentation` and `journey`, without the image."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from google.protobuf.message import Message
from google.type.date_pb2 import Date

from ledger.rpc.convert import enum_to_wire, instant_to_wire
from lintas.v1 import common_pb2
from lintas.v1 import verification_pb2 as wire
from verifier.model.check import CheckOutcome
from verifier.model.journey import Booking, Journey, Leg, PartyLink, PartyMember, Visa
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from watchlist.partial_date import PartialDate
from watchlist.rpc.convert import date_to_wire, sex_to_wire

M = TypeVar("M", bound=Message)


def presented_to_wire(presentation: Presentation) -> wire.Presented:
    """Everything but the image. Examining it again gives the same answer, as far as no image is needed for it."""
    return wire.Presented(
        mrz_lines=presentation.mrz_lines,
        visual_zone=_visual_zone(presentation.visual_zone),
        visa_mrz_lines=presentation.visa_mrz_lines,
        chip_mrz_lines=presentation.chip_mrz_lines,
        terminal_checks=[_terminal_check(check) for check in presentation.terminal_checks],
        journey=_journey(presentation.journey),
        retry=presentation.is_retry,
    )


def _visual_zone(zone: VisualZone) -> wire.VisualZone:
    return wire.VisualZone(
        surname=zone.surname,
        given_names=zone.given_names,
        document_number=zone.document_number,
        issuing_state=zone.issuing_state,
        nationality=zone.nationality,
        birth_date=_partial(zone.birth_date),
        expiry_date=_partial(zone.expiry_date),
        sex=sex_to_wire(zone.sex),
        birth_place=zone.birth_place,
        personal_number=zone.personal_number,
        issue_date=_partial(zone.issue_date),
    )


def _terminal_check(check: CheckOutcome) -> wire.TerminalCheck:
    result = enum_to_wire("CHECK_RESULT", check.result)
    return wire.TerminalCheck(check_id=check.check_id, result=result, evaluatory=check.is_evaluatory)


def _journey(journey: Journey) -> common_pb2.Journey:
    wire_journey = common_pb2.Journey(
        direction=enum_to_wire("DIRECTION", journey.direction),
        legs=[_leg(leg) for leg in journey.legs],
        booking=_booking(journey.booking) if journey.booking else None,
        purpose=enum_to_wire("PURPOSE", journey.purpose),
        stay_until=_day(journey.stay_until),
        party=[_member(member) for member in journey.party],
        officer_cues=journey.officer_cues,
        counter_cues=journey.counter_cues,
        visa=_visa(journey.visa) if journey.visa else None,
        party_links=[_link(link) for link in journey.party_links],
        permitted_until=_day(journey.permitted_until),
    )
    return _with_answers(
        wire_journey,
        party_complete=journey.is_party_complete,
        placement_registered=journey.is_placement_registered,
        receiver_verified=journey.is_receiver_verified,
        deported=journey.was_deported,
        passport_issued_far_from_home=journey.is_passport_issued_far_from_home,
    )


def _with_answers(message: M, **answers: bool | int | None) -> M:
    """Sets what was said; what nobody said stays absent."""
    for name, answer in answers.items():
        if answer is not None:
            setattr(message, name, answer)
    return message


def _leg(leg: Leg) -> common_pb2.Leg:
    return common_pb2.Leg(
        origin=leg.origin,
        destination=leg.destination,
        carrier=leg.carrier,
        number=leg.number,
        departure_time=instant_to_wire(leg.departs_at),
        arrival_time=instant_to_wire(leg.arrives_at),
    )


def _booking(booking: Booking) -> common_pb2.Booking:
    wire_booking = common_pb2.Booking(
        book_time=instant_to_wire(booking.booked_at),
        payer=enum_to_wire("PAYER", booking.payer),
        agency=booking.agency,
        contact_hashes=booking.contact_hashes,
        status=enum_to_wire("BOOKING_STATUS", booking.status),
        locator_hash=booking.locator_hash,
        payer_hash=booking.payer_hash,
        agency_licence=booking.agency_licence,
    )
    return _with_answers(
        wire_booking,
        one_way=booking.is_one_way,
        group_size=booking.group_size,
        paid_in_cash=booking.is_paid_in_cash,
        route_own_choice=booking.is_route_own_choice,
        consecutive_documents=booking.has_consecutive_documents,
    )


def _visa(visa: Visa) -> common_pb2.Visa:
    wire_visa = common_pb2.Visa(visa_class=enum_to_wire("VISA_CLASS", visa.visa_class))
    return _with_answers(wire_visa, max_stay_days=visa.max_stay_days)


def _member(member: PartyMember) -> common_pb2.PartyMember:
    wire_member = common_pb2.PartyMember(reference=member.reference, claimed_relation=member.claimed_relation)
    return _with_answers(
        wire_member,
        age_years=member.age_years,
        holds_documents_of_traveller=member.holds_documents_of_traveller,
        consent_paper=member.consent_paper,
    )


def _link(link: PartyLink) -> common_pb2.PartyLink:
    return common_pb2.PartyLink(reference=link.reference, relation=link.relation, of_reference=link.of_reference)


def _partial(day: PartialDate | None) -> Date | None:
    return date_to_wire(day) if day else None


def _day(day: date | None) -> Date | None:
    return Date(year=day.year, month=day.month, day=day.day) if day else None
