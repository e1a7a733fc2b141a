"""For every rule of the policy, an invented traveller for whom it fires. A new rule needs a new line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from types import MappingProxyType

from tests.verifier.indicators.travellers import NOTHING_FOUND, at, found, hit
from verifier.checks.run import report_of
from verifier.indicators.history import History
from verifier.model.check import CheckGroup, CheckOutcome, CheckReport, CheckResult
from verifier.model.journey import (
    Booking,
    BookingStatus,
    Direction,
    Journey,
    Leg,
    PartyMember,
    Payer,
    Purpose,
    Visa,
    VisaClass,
)
from watchlist.entry import Category, Grade, SearchResult
from watchlist.partial_date import PartialDate

DEPARTURE, ARRIVAL = Direction.DEPARTURE, Direction.ARRIVAL


def report(**results: CheckResult) -> CheckReport:
    """A report of these checks, `page=FAILED` and the like; the others did not run."""
    ids = {
        "digits": "optical.mrz_check_digits",
        "codes": "optical.country_identifier",
        "page": "combined.mrz_viz",
        "chip": "combined.mrz_dg1",
    }
    return report_of([CheckOutcome(ids[name], CheckGroup.OPTICAL, result) for name, result in results.items()])


@dataclass(frozen=True, slots=True)
class Case:
    """Everything about a traveller but who they are."""

    journey: Journey = Journey()
    birth: str = "000102"  # YYMMDD, as printed
    birth_digits_of: str = ""
    printed_birth: PartialDate | None = None
    issued: PartialDate | None = None
    code: str = "P<"
    is_retry: bool = False
    report: CheckReport = field(default_factory=report)
    search: SearchResult = NOTHING_FOUND
    history: History | None = None


ONE_WAY = Booking(is_one_way=True)
FAILED = CheckResult.FAILED
UNCLE = PartyMember("a", "uncle", age_years=40, consent_paper=False)
GIRLS_TEAM = tuple(PartyMember(f"p{i}", "pupil", age_years=14) for i in range(5))
FRIENDS = (PartyMember("a", "friend", age_years=24), PartyMember("b", "friend", age_years=25))
CHILD = "110102"
CONSECUTIVE = Booking(has_consecutive_documents=True)


def _stopping(hours: int, *, is_own_choice: bool | None) -> Journey:
    legs = (
        Leg("CGK", "XXX", departs_at=at(24), arrives_at=at(24, 5)),
        Leg("XXX", "YYY", departs_at=at(24, 5) + timedelta(hours=hours)),
    )
    return Journey(DEPARTURE, legs=legs, booking=Booking(is_route_own_choice=is_own_choice))


FIRING: Mapping[str, Case] = MappingProxyType(
    {
        "TIP-001": Case(Journey(party=(PartyMember("a", holds_documents_of_traveller=True),))),
        "TIP-033": Case(Journey(DEPARTURE, purpose=Purpose.WORK, is_placement_registered=False)),
        "TIP-040": Case(search=found(hit(Category.STOLEN_DOCUMENT))),
        "TIP-041": Case(report=report(digits=FAILED), is_retry=True),
        "TIP-042": Case(report=report(page=FAILED)),
        "TIP-043": Case(report=report(codes=FAILED)),
        "TIP-044": Case(birth="080102", birth_digits_of="100102", is_retry=True),
        "TIP-049": Case(Journey(DEPARTURE, is_passport_issued_far_from_home=True), issued=PartialDate(2026, 10, 25)),
        "TIP-050": Case(history=History(other_live_passport=True)),
        "TIP-051": Case(Journey(booking=CONSECUTIVE, party=(PartyMember("a", "stranger"),))),
        "TIP-060": Case(Journey(DEPARTURE, purpose=Purpose.TOURISM, booking=ONE_WAY)),
        "TIP-061": Case(Journey(DEPARTURE, booking=Booking(status=BookingStatus.CANCELLED))),
        "TIP-062": Case(
            Journey(
                DEPARTURE,
                legs=(Leg("CGK", "XXX", departs_at=at(24, 12)),),
                booking=Booking(booked_at=at(23), payer=Payer.OTHER),
            )
        ),
        "TIP-063": Case(Journey(DEPARTURE), history=History(travellers_sharing_contact=7, agency_is_licensed=False)),
        "TIP-064": Case(Journey(DEPARTURE, purpose=Purpose.WORK, visa=Visa(VisaClass.VISIT))),
        "TIP-065": Case(_stopping(12, is_own_choice=False)),
        "TIP-068": Case(Journey(ARRIVAL), code="PE"),
        "TIP-069": Case(history=History(companions=5, returned_alone_percent=100)),
        "TIP-071": Case(search=found(hit(Category.TRAVEL_BAN, Grade.POSSIBLE))),
        "TIP-072": Case(search=found(hit(Category.VULNERABLE_PERSON, Grade.PROBABLE))),
        "TIP-073": Case(Journey(DEPARTURE), history=History(postponed_elsewhere_days_ago=6)),
        "TIP-074": Case(Journey(DEPARTURE), history=History(contact_in_confirmed_case=True)),
        "TIP-080": Case(Journey(party=(UNCLE,)), birth=CHILD),
        "TIP-081": Case(Journey(party=(UNCLE,)), birth=CHILD),
        "TIP-083": Case(Journey(party=GIRLS_TEAM)),
        "TIP-086": Case(birth=CHILD, search=found(hit(Category.CHILD_AT_RISK, Grade.PROBABLE))),
        "TIP-087": Case(Journey(booking=ONE_WAY, is_receiver_verified=False), birth=CHILD),
        "TIP-092": Case(
            Journey(DEPARTURE, party=FRIENDS, booking=Booking(is_one_way=True, payer=Payer.AGENCY)),
            issued=PartialDate.of(date(2026, 11, 1)),
        ),
        "TIP-110": Case(Journey(party=(PartyMember("a", "mother", age_years=20),))),
    }
)
# a route needs an advisory, which the shipped policy does not have
NEEDS_ADVISORY = "TIP-067"


def _booked(hour: int, payer: Payer) -> Journey:
    legs = (Leg("CGK", "XXX", departs_at=at(24, 12)),)
    return Journey(DEPARTURE, legs=legs, booking=Booking(booked_at=at(22, hour), payer=payer))


def _friends(years: int, payer: Payer) -> Case:
    party = (PartyMember("a", "friend", age_years=years),)
    journey = Journey(DEPARTURE, party=party, booking=Booking(is_one_way=True, payer=payer))
    return Case(journey, issued=PartialDate.of(date(2026, 11, 1)))


# one step short of each rule: innocent look-alikes that must stay silent
NEAR_MISSES: tuple[tuple[str, Case], ...] = (
    ("TIP-001", Case(Journey(party=(PartyMember("a", "mother", holds_documents_of_traveller=True),)), birth=CHILD)),
    ("TIP-001", Case(Journey(party=(PartyMember("a", holds_documents_of_traveller=False),)))),
    ("TIP-033", Case(Journey(DEPARTURE, purpose=Purpose.WORK))),
    ("TIP-033", Case(Journey(DEPARTURE, purpose=Purpose.TOURISM, is_placement_registered=False))),
    ("TIP-033", Case(Journey(ARRIVAL, purpose=Purpose.WORK, is_placement_registered=False))),
    ("TIP-040", Case(search=found(hit(Category.TRAVEL_BAN)))),
    ("TIP-041", Case(report=report(digits=FAILED))),
    ("TIP-041", Case(report=report(digits=CheckResult.UNDETERMINED), is_retry=True)),
    ("TIP-041", Case(report=report(digits=CheckResult.ABORTED), is_retry=True)),
    ("TIP-042", Case(report=report(page=CheckResult.UNDETERMINED, chip=CheckResult.NOT_SUPPORTED))),
    ("TIP-043", Case(report=report(codes=CheckResult.UNDETERMINED))),
    ("TIP-044", Case(birth="080102", birth_digits_of="100102")),
    ("TIP-044", Case(birth="000102", printed_birth=PartialDate(2000))),
    ("TIP-049", Case(Journey(DEPARTURE, is_passport_issued_far_from_home=True), issued=PartialDate(2026, 10, 24))),
    ("TIP-049", Case(Journey(DEPARTURE, is_passport_issued_far_from_home=True))),
    ("TIP-049", Case(Journey(DEPARTURE, is_passport_issued_far_from_home=False), issued=PartialDate(2026, 11, 20))),
    ("TIP-051", Case(Journey(booking=CONSECUTIVE, party=(PartyMember("a", "friend"),)))),
    ("TIP-051", Case(Journey(booking=CONSECUTIVE, party=(PartyMember("a"),)))),
    ("TIP-051", Case(Journey(party=(PartyMember("a", "stranger"),)))),
    ("TIP-060", Case(Journey(DEPARTURE, purpose=Purpose.TOURISM))),
    ("TIP-060", Case(Journey(DEPARTURE, purpose=Purpose.STUDY, booking=ONE_WAY))),
    ("TIP-061", Case(Journey(DEPARTURE, booking=Booking(status=BookingStatus.CONFIRMED)))),
    ("TIP-062", Case(_booked(11, Payer.OTHER))),
    ("TIP-062", Case(_booked(12, Payer.FAMILY))),
    ("TIP-062", Case(_booked(12, Payer.EMPLOYER))),
    ("TIP-063", Case(Journey(DEPARTURE), history=History(travellers_sharing_contact=4, agency_is_licensed=False))),
    ("TIP-063", Case(Journey(DEPARTURE), history=History(travellers_sharing_contact=400, agency_is_licensed=True))),
    ("TIP-063", Case(Journey(DEPARTURE), history=History(travellers_sharing_contact=400))),
    ("TIP-064", Case(Journey(DEPARTURE, purpose=Purpose.WORK, visa=Visa(VisaClass.RESIDENCE)))),
    ("TIP-064", Case(Journey(DEPARTURE, stay_until=date(2026, 12, 24), visa=Visa(VisaClass.VISIT, 30)))),
    ("TIP-065", Case(_stopping(11, is_own_choice=False))),
    ("TIP-065", Case(_stopping(40, is_own_choice=True))),
    ("TIP-065", Case(_stopping(40, is_own_choice=None))),
    ("TIP-067", Case(Journey(DEPARTURE, legs=(Leg("CGK", "YYY"),)))),
    ("TIP-068", Case(Journey(DEPARTURE, was_deported=True))),
    ("TIP-068", Case(Journey(ARRIVAL, permitted_until=date(2026, 11, 24)))),
    ("TIP-069", Case(history=History(companions=2, returned_alone_percent=100))),
    ("TIP-069", Case(history=History(companions=9, returned_alone_percent=79))),
    ("TIP-071", Case(search=found(hit(Category.TRAVEL_BAN, Grade.EXCLUDED)))),
    ("TIP-072", Case(search=found(hit(Category.MISSING_PERSON, Grade.POSSIBLE)))),
    ("TIP-073", Case(Journey(DEPARTURE), history=History(postponed_elsewhere_days_ago=15))),
    ("TIP-074", Case(Journey(DEPARTURE), history=History(contact_in_confirmed_case=False))),
    ("TIP-080", Case(Journey(), birth=CHILD)),
    ("TIP-080", Case(Journey(party=(PartyMember("a", "ibu"),)), birth=CHILD)),
    ("TIP-080", Case(Journey(party=(UNCLE,)), birth="081124")),
    ("TIP-081", Case(Journey(party=(PartyMember("a", "uncle", 40, consent_paper=True),)), birth=CHILD)),
    ("TIP-081", Case(Journey(party=(PartyMember("a", "uncle", 40),)), birth=CHILD)),
    ("TIP-083", Case(Journey(party=GIRLS_TEAM[:1]))),
    ("TIP-083", Case(history=History(minors_escorted=2))),
    ("TIP-083", Case(Journey(party=tuple(PartyMember(f"c{i}", "anak", age_years=3 + i) for i in range(9))))),
    ("TIP-086", Case(search=found(hit(Category.MISSING_PERSON, Grade.PROBABLE)))),  # an adult
    ("TIP-087", Case(Journey(booking=ONE_WAY), birth=CHILD)),
    ("TIP-087", Case(Journey(booking=ONE_WAY, is_receiver_verified=True), birth=CHILD)),
    ("TIP-110", Case(Journey(party=(PartyMember("a", "mother", age_years=44),)))),
    ("TIP-110", Case(Journey(party=(PartyMember("a", "aunt", age_years=20),)))),
    ("TIP-110", Case(Journey(party=(PartyMember("a", "mother"),)))),
    ("TIP-092", _friends(17, Payer.AGENCY)),
    ("TIP-092", _friends(24, Payer.SELF)),
    ("TIP-092", replace(_friends(24, Payer.AGENCY), issued=PartialDate.of(date(2026, 9, 24)))),
)
