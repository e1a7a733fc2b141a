"""Journey facts as a terminal would send them, so that tests can take the same path."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date

from ledger.rpc.convert import enum_to_wire
from lintas.v1 import common_pb2 as wire
from verifier.model.journey import Booking, Journey, Leg, PartyLink, PartyMember, Visa


def sent(journey: Journey) -> wire.Journey:
    """The message; what is None is not set."""
    return wire.Journey(
        **_given(
            direction=enum_to_wire("DIRECTION", journey.direction),
            legs=[_leg(each) for each in journey.legs],
            booking=_booking(journey.booking) if journey.booking is not None else None,
            purpose=enum_to_wire("PURPOSE", journey.purpose),
            stay_until=_day(journey.stay_until),
            party=[_member(each) for each in journey.party],
            officer_cues=journey.officer_cues,
            counter_cues=journey.counter_cues,
            visa=_visa(journey.visa) if journey.visa is not None else None,
            party_links=[_link(each) for each in journey.party_links],
            party_complete=journey.is_party_complete,
            placement_registered=journey.is_placement_registered,
            receiver_verified=journey.is_receiver_verified,
            deported=journey.was_deported,
            permitted_until=_day(journey.permitted_until),
            passport_issued_far_from_home=journey.is_passport_issued_far_from_home,
        )
    )


def _given(**parts: Any) -> Any:
    """Only what is known: the generated types know no None."""
    return {name: value for name, value in parts.items() if value is not None}


def _day(day: date | None) -> Date | None:
    return Date(year=day.year, month=day.month, day=day.day) if day is not None else None


def _at(instant: datetime | None) -> Timestamp | None:
    if instant is None:
        return None
    stamp = Timestamp()
    stamp.FromDatetime(instant)
    return stamp


def _leg(leg: Leg) -> wire.Leg:
    return wire.Leg(
        **_given(
            origin=leg.origin,
            destination=leg.destination,
            carrier=leg.carrier,
            number=leg.number,
            departure_time=_at(leg.departs_at),
            arrival_time=_at(leg.arrives_at),
        )
    )


def _booking(booking: Booking) -> wire.Booking:
    return wire.Booking(
        **_given(
            book_time=_at(booking.booked_at),
            payer=enum_to_wire("PAYER", booking.payer),
            one_way=booking.is_one_way,
            group_size=booking.group_size,
            agency=booking.agency,
            contact_hashes=booking.contact_hashes,
            status=enum_to_wire("BOOKING_STATUS", booking.status),
            paid_in_cash=booking.is_paid_in_cash,
            route_own_choice=booking.is_route_own_choice,
            consecutive_documents=booking.has_consecutive_documents,
        )
    )


def _member(member: PartyMember) -> wire.PartyMember:
    return wire.PartyMember(
        **_given(
            reference=member.reference,
            claimed_relation=member.claimed_relation,
            age_years=member.age_years,
            holds_documents_of_traveller=member.holds_documents_of_traveller,
            consent_paper=member.consent_paper,
        )
    )


def _link(link: PartyLink) -> wire.PartyLink:
    return wire.PartyLink(reference=link.reference, relation=link.relation, of_reference=link.of_reference)


def _visa(visa: Visa) -> wire.Visa:
    return wire.Visa(**_given(visa_class=enum_to_wire("VISA_CLASS", visa.visa_class), max_stay_days=visa.max_stay_days))
