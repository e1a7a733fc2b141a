"""Journey facts from the wire; everything is optional, and whatever is wrong is named by its field."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final, Literal

from google.protobuf.message import Message
from google.type.date_pb2 import Date

from ledger.errors import invalid_field
from ledger.rpc.convert import enum_from_wire, instant_from_wire
from lintas.v1 import common_pb2
from verifier.model.journey import (
    Booking,
    BookingStatus,
    Direction,
    Journey,
    Leg,
    PartyLink,
    PartyMember,
    Payer,
    Purpose,
    Visa,
    VisaClass,
)
from watchlist.rpc.convert import bounded, date_from_wire

_LARGEST_PARTY: Final = 200
_MOST_LINKS: Final = 1000
_MOST_CUES: Final = 100
_MOST_LEGS: Final = 50
_MOST_CONTACTS: Final = 50
_LONGEST_STAY_DAYS: Final = 36_525  # a hundred years: more is a slip


def journey_from_wire(journey: common_pb2.Journey) -> Journey:
    """Everything optional; only what was sent is set.

    Raises LintasError naming the field for values that cannot be meant. Whether the facts contradict each other is
    asked by the engine (`verifier.indicators.journey_check`), which is the same for every shell.
    """
    for field, count, most in (
        ("party", len(journey.party), _LARGEST_PARTY),
        ("party_links", len(journey.party_links), _MOST_LINKS),
        ("legs", len(journey.legs), _MOST_LEGS),
    ):
        if count > most:
            raise invalid_field(f"journey.{field}", f"at most {most}")
    return Journey(
        direction=enum_from_wire(common_pb2.Direction, "DIRECTION", Direction, journey.direction, "journey.direction"),
        legs=tuple(_leg(leg, f"journey.legs[{i}]") for i, leg in enumerate(journey.legs)),
        booking=_booking(journey.booking) if journey.HasField("booking") else None,
        purpose=enum_from_wire(common_pb2.Purpose, "PURPOSE", Purpose, journey.purpose, "journey.purpose"),
        stay_until=_day(journey, "stay_until"),
        party=tuple(_member(member, f"journey.party[{i}]") for i, member in enumerate(journey.party)),
        officer_cues=_cues(journey.officer_cues, "journey.officer_cues"),
        counter_cues=_cues(journey.counter_cues, "journey.counter_cues"),
        visa=_visa(journey.visa) if journey.HasField("visa") else None,
        party_links=tuple(_link(link, f"journey.party_links[{i}]") for i, link in enumerate(journey.party_links)),
        is_party_complete=_answer(journey, "party_complete"),
        is_placement_registered=_answer(journey, "placement_registered"),
        is_receiver_verified=_answer(journey, "receiver_verified"),
        was_deported=_answer(journey, "deported"),
        permitted_until=_day(journey, "permitted_until"),
        is_passport_issued_far_from_home=_answer(journey, "passport_issued_far_from_home"),
    )


def _answer(message: Message, name: str) -> bool | None:
    """Yes, no, or nobody said."""
    return bool(getattr(message, name)) if message.HasField(name) else None


def _day(journey: common_pb2.Journey, name: Literal["stay_until", "permitted_until"]) -> date | None:
    if not journey.HasField(name):
        return None
    wire: Date = getattr(journey, name)
    day = date_from_wire(wire, f"journey.{name}").as_date()
    if day is None:
        raise invalid_field(f"journey.{name}", "year, month and day are needed", reason="INVALID_DATE")
    return day


def _leg(leg: common_pb2.Leg, field: str) -> Leg:
    return Leg(
        origin=bounded(leg.origin, f"{field}.origin", 64),
        destination=bounded(leg.destination, f"{field}.destination", 64),
        carrier=bounded(leg.carrier, f"{field}.carrier", 64),
        number=bounded(leg.number, f"{field}.number", 64),
        departs_at=_instant(leg, "departure_time", field),
        arrives_at=_instant(leg, "arrival_time", field),
    )


def _instant(leg: common_pb2.Leg, name: Literal["departure_time", "arrival_time"], field: str) -> datetime | None:
    return instant_from_wire(getattr(leg, name), f"{field}.{name}") if leg.HasField(name) else None


def _booking(booking: common_pb2.Booking) -> Booking:
    field = "journey.booking"
    booked = booking.HasField("book_time")
    if booking.HasField("group_size") and booking.group_size < 1:
        raise invalid_field(f"{field}.group_size", "at least 1")
    if len(booking.contact_hashes) > _MOST_CONTACTS:
        raise invalid_field(f"{field}.contact_hashes", f"at most {_MOST_CONTACTS}")
    return Booking(
        booked_at=instant_from_wire(booking.book_time, f"{field}.book_time") if booked else None,
        payer=enum_from_wire(common_pb2.Payer, "PAYER", Payer, booking.payer, f"{field}.payer"),
        is_one_way=_answer(booking, "one_way"),
        group_size=booking.group_size if booking.HasField("group_size") else None,
        agency=bounded(booking.agency, f"{field}.agency"),
        contact_hashes=tuple(
            bounded(each, f"{field}.contact_hashes[{i}]", 128) for i, each in enumerate(booking.contact_hashes)
        ),
        status=enum_from_wire(
            common_pb2.BookingStatus, "BOOKING_STATUS", BookingStatus, booking.status, f"{field}.status"
        ),
        is_paid_in_cash=_answer(booking, "paid_in_cash"),
        is_route_own_choice=_answer(booking, "route_own_choice"),
        has_consecutive_documents=_answer(booking, "consecutive_documents"),
        locator_hash=bounded(booking.locator_hash, f"{field}.locator_hash", 128),
        payer_hash=bounded(booking.payer_hash, f"{field}.payer_hash", 128),
        agency_licence=bounded(booking.agency_licence, f"{field}.agency_licence", 64),
    )


def _visa(visa: common_pb2.Visa) -> Visa:
    has_days = visa.HasField("max_stay_days")
    if has_days and not 0 <= visa.max_stay_days <= _LONGEST_STAY_DAYS:
        raise invalid_field("journey.visa.max_stay_days", f"0 to {_LONGEST_STAY_DAYS}")
    kind = enum_from_wire(common_pb2.VisaClass, "VISA_CLASS", VisaClass, visa.visa_class, "journey.visa.visa_class")
    return Visa(visa_class=kind, max_stay_days=visa.max_stay_days if has_days else None)


def _member(member: common_pb2.PartyMember, field: str) -> PartyMember:
    if member.HasField("age_years") and not 0 <= member.age_years <= 125:
        raise invalid_field(f"{field}.age_years", "0 to 125")
    return PartyMember(
        reference=bounded(member.reference, f"{field}.reference", 128),
        claimed_relation=bounded(member.claimed_relation, f"{field}.claimed_relation", 128),
        age_years=member.age_years if member.HasField("age_years") else None,
        holds_documents_of_traveller=_answer(member, "holds_documents_of_traveller"),
        consent_paper=_answer(member, "consent_paper"),
    )


def _link(link: common_pb2.PartyLink, field: str) -> PartyLink:
    return PartyLink(
        reference=bounded(link.reference, f"{field}.reference", 128),
        relation=bounded(link.relation, f"{field}.relation", 128),
        of_reference=bounded(link.of_reference, f"{field}.of_reference", 128),
    )


def _cues(cues: Sequence[str], field: str) -> tuple[str, ...]:
    if len(cues) > _MOST_CUES:
        raise invalid_field(field, f"at most {_MOST_CUES} cues")
    return tuple(bounded(cue, f"{field}[{i}]", 16) for i, cue in enumerate(cues))
