"""The journey as told and booked. Everything is optional; missing is unknown, never suspicious."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum


class Direction(Enum):
    """Which way the border is crossed."""

    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class Purpose(Enum):
    """Declared purpose of the journey."""

    TOURISM = "tourism"
    FAMILY = "family"
    BUSINESS = "business"
    WORK = "work"
    STUDY = "study"
    RELIGION = "religion"
    MEDICAL = "medical"
    TRANSIT = "transit"
    RETURN_HOME = "return_home"
    OTHER = "other"


class Payer(Enum):
    """Who paid for the journey."""

    SELF = "self"
    FAMILY = "family"
    EMPLOYER = "employer"
    AGENCY = "agency"
    COMPANION = "companion"
    OTHER = "other"


class BookingStatus(Enum):
    """What the carrier answered about the booking that was shown."""

    CONFIRMED = "confirmed"
    CANCELLED = "cancelled"
    NOT_FOUND = "not_found"


class VisaClass(Enum):
    """What a visa or permit allows. A pilgrimage visa is a VISIT: religion is nobody's business here."""

    VISIT = "visit"
    TRANSIT = "transit"
    WORK = "work"
    STUDY = "study"
    FAMILY = "family"
    RESIDENCE = "residence"


@dataclass(frozen=True, slots=True)
class Visa:
    """The visa or permit for the place of stay; `max_stay_days` as granted."""

    visa_class: VisaClass | None = None
    max_stay_days: int | None = None


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of the route: UN/LOCODE or IATA places, carrier and number as on the ticket; times with a zone."""

    origin: str
    destination: str
    carrier: str = ""
    number: str = ""
    departs_at: datetime | None = None
    arrives_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Booking:
    """How the ticket was bought. Contacts arrive as keyed hashes only; the service never sees a phone number.

    `is_route_own_choice`: what the traveller answered when asked who chose the route. `has_consecutive_documents`: the
    carrier's booking holds travel documents whose numbers follow each other. `locator_hash` and `payer_hash` are keyed
    hashes of the booking's code and of the account or card that paid; `agency_licence` is a public number.
    """

    booked_at: datetime | None = None
    payer: Payer | None = None
    is_one_way: bool | None = None
    group_size: int | None = None
    agency: str = ""
    contact_hashes: tuple[str, ...] = ()
    status: BookingStatus | None = None
    is_paid_in_cash: bool | None = None
    is_route_own_choice: bool | None = None
    has_consecutive_documents: bool | None = None
    locator_hash: str = ""
    payer_hash: str = ""
    agency_licence: str = ""


@dataclass(frozen=True, slots=True)
class PartyMember:
    """Somebody travelling along: a reference to another case or party member, and the claimed relation."""

    reference: str
    claimed_relation: str = ""
    age_years: int | None = None
    holds_documents_of_traveller: bool | None = None
    consent_paper: bool | None = None


@dataclass(frozen=True, slots=True)
class PartyLink:
    """How two members of the party are related: `reference` is `relation` of `of_reference` (A is mother of B)."""

    reference: str
    relation: str
    of_reference: str


@dataclass(frozen=True, slots=True)
class Journey:
    """Journey facts; `officer_cues` and `counter_cues` are ids of the indicator catalogue (TIP-…, CTR-…).

    `is_party_complete`: the officer or the booking says that nobody else travels along. `is_placement_registered`: what
    the registry of placed workers answered. `is_receiver_verified`: whoever waits at the destination was checked.
    `permitted_until`: last day of the stay that was granted (inclusive). `is_passport_issued_far_from_home`: what the
    passport register answered about the issuing office and the address on file.
    """

    direction: Direction | None = None
    legs: tuple[Leg, ...] = ()
    booking: Booking | None = None
    purpose: Purpose | None = None
    stay_until: date | None = None
    party: tuple[PartyMember, ...] = ()
    officer_cues: tuple[str, ...] = ()
    counter_cues: tuple[str, ...] = ()
    visa: Visa | None = None
    party_links: tuple[PartyLink, ...] = ()
    is_party_complete: bool | None = None
    is_placement_registered: bool | None = None
    is_receiver_verified: bool | None = None
    was_deported: bool | None = None
    permitted_until: date | None = None
    is_passport_issued_far_from_home: bool | None = None
