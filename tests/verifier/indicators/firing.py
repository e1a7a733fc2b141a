"""For every rule of the policy, an invented traveller for whom it fires. A new rule needs a new line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
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

FIRING: Mapping[str, Case] = MappingProxyType(
    {
        "TIP-001": Case(Journey(party=(PartyMember("a", holds_documents_of_traveller=True),))),
        "TIP-033": Case(Journey(DEPARTURE, purpose=Purpose.WORK, is_placement_registered=False)),
        "TIP-040": Case(search=found(hit(Category.STOLEN_DOCUMENT))),
        "TIP-041": Case(report=report(digits=FAILED), is_retry=True),
        "TIP-042": Case(report=report(page=FAILED)),
        "TIP-043": Case(report=report(codes=FAILED)),
        "TIP-044": Case(birth="080102", birth_digits_of="100102", is_retry=True),
        "TIP-050": Case(history=History(other_live_passport=True)),
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
    }
)
# a route needs an advisory, which the shipped policy does not have
NEEDS_ADVISORY = "TIP-067"
