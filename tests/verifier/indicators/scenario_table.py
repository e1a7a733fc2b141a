"""The 40 keys of the scenario bank on the protection track: what fires, what is explained, what stays with a person.

The document and watchlist tracks of these scenarios are other tables' business: `advice` is what protection alone says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from tests.verifier.indicators.firing import report
from tests.verifier.indicators.travellers import at, facts_of, found, hit, passport
from verifier.indicators.facts import Facts
from verifier.indicators.history import History
from verifier.model.check import CheckResult
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
from verifier.model.visual_zone import VisualZone
from watchlist.entry import Category, EntryState, Grade
from watchlist.partial_date import PartialDate

DEP, ARR = Direction.DEPARTURE, Direction.ARRIVAL
FAILED, UNDETERMINED = CheckResult.FAILED, CheckResult.UNDETERMINED


@dataclass(frozen=True, slots=True)
class Row:
    """One key: its facts, and what must come out. Ids and dimensions are separated by blanks."""

    key: str
    facts: Callable[[], Facts]
    advice: str
    left_to_the_human: str
    cues: str = ""
    cancelled: str = ""
    asking: str = ""
    positive: str = ""


def _visit(**booking: object) -> Journey:
    return Journey(DEP, purpose=Purpose.TOURISM, booking=Booking(**booking))  # type: ignore[arg-type]  # a table


def _told(*cues: str, counters: tuple[str, ...] = (), direction: Direction = DEP) -> Facts:
    return facts_of(Journey(direction, officer_cues=cues, counter_cues=counters))


def _grandmother() -> Facts:
    party = (PartyMember("gran", "nenek", 64, consent_paper=True), PartyMember("sis", "sister", 8))
    journey = Journey(DEP, party=party, officer_cues=("TIP-001",), counter_cues=("CTR-04",))
    return facts_of(journey, lines=passport(birth="200102"))


def _pilgrims() -> Facts:
    party = tuple(PartyMember(f"j{i}", "jemaah", 40 + i) for i in range(17))
    journey = Journey(
        DEP,
        purpose=Purpose.RELIGION,
        party=party,
        stay_until=date(2027, 1, 3),
        visa=Visa(VisaClass.VISIT, 30),
        officer_cues=("TIP-111",),
        counter_cues=("CTR-05",),
    )
    return facts_of(journey)


def _football_team(*counters: str) -> Facts:
    coach = PartyMember("coach", "pelatih", 38, consent_paper=True)
    team = tuple(PartyMember(f"p{i}", "teman", 14) for i in range(13))
    links = tuple(PartyLink("coach", "coach", each.reference) for each in team)
    journey = Journey(DEP, party=(coach, *team), party_links=links, counter_cues=counters)
    return facts_of(journey, lines=passport(birth="120102"))


def _holiday_of_a_stranger() -> Facts:
    journey = Journey(
        DEP,
        legs=(Leg("CGK", "XXX", departs_at=at(24, 18)),),
        booking=Booking(booked_at=at(23, 20), payer=Payer.OTHER, is_one_way=True),
        purpose=Purpose.TOURISM,
        officer_cues=("TIP-014", "TIP-015", "TIP-013"),
    )
    page = VisualZone(issue_date=PartialDate(2026, 11, 15))
    return facts_of(journey, lines=passport(birth="020102"), visual_zone=page)


def _domestic_worker() -> Facts:
    cues = ("TIP-030", "TIP-031", "TIP-032", "TIP-021", "TIP-024")
    journey = Journey(
        DEP, purpose=Purpose.RELIGION, stay_until=date(2027, 11, 24), visa=Visa(VisaClass.VISIT, 30), officer_cues=cues
    )
    return facts_of(journey)


def _deported() -> Facts:
    journey = Journey(ARR, was_deported=True, officer_cues=("TIP-020", "TIP-102", "TIP-034"))
    return facts_of(journey, lines=passport(code="PE"))


def _digit(*, is_retry: bool, result: CheckResult) -> Facts:
    return facts_of(Journey(DEP), report=report(digits=result), is_retry=is_retry)


ROWS = (
    Row(
        "01",
        lambda: facts_of(
            Journey(DEP, purpose=Purpose.TOURISM, booking=Booking(is_one_way=True), officer_cues=("TIP-121",))
        ),
        "clear",
        "Nothing: fear is no reason to refer.",
        cues="TIP-060 TIP-121",
    ),
    Row("02", _grandmother, "clear", "The call to the mother is made and recorded.", "TIP-001", "TIP-080"),
    Row(
        "03",
        lambda: facts_of(Journey(DEP, party=(PartyMember("m", "mother", 35),)), lines=passport(birth="200102")),
        "clear",
        "Nothing: a different surname is no cue.",
    ),
    Row("04", _pilgrims, "clear", "The operator's licence is looked up.", "TIP-064", "TIP-111"),
    Row(
        "05 before the letter is verified",
        _football_team,
        "refer",
        "A short check of the letter; the group stays together.",
        "TIP-080 TIP-083",
        positive="child_specific",
    ),
    Row("05", lambda: _football_team("CTR-05"), "clear", "The federation confirmed the letter.", "TIP-080", "TIP-083"),
    Row(
        "06",
        lambda: facts_of(
            Journey(
                DEP,
                purpose=Purpose.WORK,
                visa=Visa(VisaClass.WORK),
                is_placement_registered=True,
                officer_cues=("TIP-035",),
            )
        ),
        "clear",
        "The hotline card is given; poverty is no cue.",
        "TIP-035",
    ),
    Row(
        "07",
        lambda: facts_of(Journey(DEP, counter_cues=("CTR-11",)), history=History(postponed_elsewhere_days_ago=6)),
        "clear",
        "The papers that were missing are read.",
        cancelled="TIP-073",
    ),
    Row(
        "08", lambda: _told("TIP-002", counters=("CTR-12",)), "clear", "The question is put in writing.", "", "TIP-002"
    ),
    Row(
        "09",
        lambda: facts_of(
            Journey(DEP, counter_cues=("CTR-07",)), search=found(hit(Category.TRAVEL_BAN, Grade.POSSIBLE))
        ),
        "clear",
        "'Not the same person' is recorded, so that it does not come back.",
        cancelled="TIP-071",
    ),
    Row(
        "10",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.TRAVEL_BAN, Grade.PROBABLE))),
        "clear",
        "The watchlist track refers; a second identifier is asked for in private.",
    ),
    Row(
        "11",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.TRAVEL_BAN, Grade.EXACT))),
        "clear",
        "The entry says what to do; a supervisor refuses, quietly.",
    ),
    Row(
        "12",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.TRAVEL_BAN, Grade.EXACT, EntryState.LAPSED))),
        "clear",
        "Nothing: a lapsed ban binds nobody.",
    ),
    Row(
        "13",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.TRAVEL_BAN, Grade.EXACT))),
        "clear",
        "Photo and birthplace contradict: the data error is reported.",
    ),
    Row("14", lambda: _digit(is_retry=False, result=FAILED), "clear", "The document is read again."),
    Row("15", lambda: _digit(is_retry=True, result=UNDETERMINED), "clear", "The known defect is noted."),
    Row(
        "16",
        lambda: facts_of(Journey(DEP), lines=passport(birth="080102", birth_digits_of="100102"), is_retry=True),
        "protect",
        "A child officer settles the age; she is treated as a child until then.",
        "TIP-041 TIP-044",
        positive="document_identity",
    ),
    Row(
        "17",
        lambda: facts_of(Journey(ARR, purpose=Purpose.RETURN_HOME), lines=passport(expiry="261112")),
        "clear",
        "An own citizen is let in and told to renew.",
    ),
    Row(
        "18",
        lambda: facts_of(Journey(DEP), lines=passport(expiry="270324")),
        "clear",
        "The traveller is told of the six months.",
    ),
    Row("19", lambda: facts_of(Journey(DEP), lines=passport(expiry="380101")), "clear", "Nothing."),
    Row(
        "20",
        lambda: facts_of(
            Journey(DEP),
            lines=passport(surname="SUHARTONO", given="ADI"),
            visual_zone=VisualZone(surname="SUHARTÔNO", given_names="ADI"),
        ),
        "clear",
        "Nothing: the spelling is lawful.",
    ),
    Row(
        "21",
        lambda: facts_of(Journey(DEP), report=report(page=FAILED, chip=FAILED)),
        "clear",
        "The document track refers; an examiner looks at page and chip.",
        "TIP-042",
    ),
    Row(
        "22",
        lambda: facts_of(Journey(DEP)),
        "clear",
        "No machine sees the stitching: the officer does, and adds TIP-047.",
    ),
    Row("23", lambda: _told("TIP-046"), "clear", "A second officer compares feature by feature.", "TIP-046"),
    Row("24", lambda: facts_of(Journey(DEP)), "clear", "A second look at an old photograph."),
    Row(
        "25",
        lambda: facts_of(Journey(DEP), lines=passport(state="XQX")),
        "clear",
        "The document track refers; the holder is asked how it was obtained, and may be the one cheated.",
        "TIP-043",
    ),
    Row(
        "26",
        lambda: facts_of(Journey(ARR), lines=passport(state="XXB")),
        "clear",
        "Nothing: refugee documents are real.",
    ),
    Row(
        "27",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.STOLEN_DOCUMENT))),
        "clear",
        "The watchlist track refers; the issuer confirms, the owner is no thief.",
        "TIP-040",
    ),
    Row(
        "28",
        lambda: facts_of(Journey(DEP), search=found(hit(Category.STOLEN_BLANK_DOCUMENT))),
        "clear",
        "The watchlist track holds: a stolen blank never had a lawful owner.",
        "TIP-040",
    ),
    Row(
        "29",
        lambda: facts_of(Journey(DEP, permitted_until=date(2026, 11, 15))),
        "clear",
        "The policy note says nine days; the hospital's letter gets a coded reason.",
    ),
    Row(
        "30",
        lambda: facts_of(Journey(DEP), visa_lines=passport(surname="LAIN", birth="010203")),
        "clear",
        "The document track refers on the visa.",
    ),
    Row(
        "31",
        _holiday_of_a_stranger,
        "refer",
        "An interview alone, advice or postponement, both hotline numbers.",
        "TIP-013 TIP-014 TIP-015 TIP-060 TIP-062",
        positive="deceptive_recruitment",
    ),
    Row(
        "32",
        lambda: _told("TIP-101", "TIP-100", "TIP-010", "TIP-013"),
        "protect",
        "They ring their families; the recruiter's contact counts only once confirmed.",
        "TIP-010 TIP-013 TIP-100 TIP-101",
        positive="deceptive_recruitment forced_criminality",
    ),
    Row(
        "33",
        lambda: _told("TIP-022", "TIP-021", "TIP-012", "TIP-017", "TIP-013", "TIP-090", "TIP-091"),
        "protect",
        "Her passport is handed to her; the broker learns nothing.",
        "TIP-012 TIP-013 TIP-017 TIP-021 TIP-022 TIP-090 TIP-091",
        positive="coercive_recruitment deceptive_recruitment",
    ),
    Row("34", lambda: _told("TIP-090", counters=("CTR-10",)), "clear", "Nothing: the pair of 33.", "", "TIP-090"),
    Row(
        "35",
        _domestic_worker,
        "refer",
        "Protection is offered, else the departure is postponed; other pilgrims are left alone.",
        "TIP-021 TIP-024 TIP-030 TIP-031 TIP-032 TIP-064",
        positive="abuse_of_vulnerability",
    ),
    Row(
        "36",
        lambda: facts_of(
            Journey(DEP, party=(PartyMember("u", "uncle", 41),), officer_cues=("TIP-044", "TIP-082", "TIP-085")),
            lines=passport(birth="080102"),
        ),
        "protect",
        "Child officer and social services; best interests first.",
        "TIP-044 TIP-082 TIP-085",
        positive="child_specific document_identity",
    ),
    Row(
        "37",
        _deported,
        "protect",
        "Protection before any criminal interview; the earlier record is a reason for help.",
        "TIP-020 TIP-034 TIP-068 TIP-102",
        positive="coercive_recruitment",
    ),
    Row(
        "38",
        lambda: facts_of(
            Journey(ARR, officer_cues=("TIP-074",)), history=History(companions=5, returned_alone_percent=100)
        ),
        "clear",
        "A discreet report; nobody is tipped off.",
        "TIP-069 TIP-074",
    ),
    Row(
        "39",
        lambda: facts_of(
            Journey(
                DEP,
                party=(PartyMember("he", "husband", 30, holds_documents_of_traveller=True),),
                officer_cues=("TIP-123",),
            )
        ),
        "protect",
        "Her document is scanned again out of sight; the supervisor is alerted silently.",
        "TIP-001 TIP-123",
        positive="control_in_transit",
    ),
    Row(
        "40",
        lambda: facts_of(Journey(DEP), search=None),
        "clear",
        "The case is marked and searched again when the link is back.",
    ),
)

HELD_OUT = (
    Row(
        "exchange pupil with a guardian's letter",
        lambda: facts_of(
            Journey(DEP, booking=Booking(is_one_way=True), is_receiver_verified=True, is_party_complete=True),
            lines=passport(birth="100102"),
        ),
        "clear",
        "The parent is rung.",
        "TIP-080",
    ),
    Row(
        "the same pupil, receiver unverified",
        lambda: facts_of(
            Journey(DEP, booking=Booking(is_one_way=True), is_receiver_verified=False, is_party_complete=True),
            lines=passport(birth="100102"),
        ),
        "clear",
        "Two medium cues are not enough; the institution is verified.",
        "TIP-080 TIP-087",
    ),
    Row(
        "the same pupil, will work in a shop",
        lambda: facts_of(
            Journey(
                DEP,
                booking=Booking(is_one_way=True),
                is_receiver_verified=False,
                is_party_complete=True,
                officer_cues=("TIP-085",),
            ),
            lines=passport(birth="100102"),
        ),
        "refer",
        "The child officer speaks with the child.",
        "TIP-080 TIP-085 TIP-087",
        positive="child_specific",
    ),
    Row(
        "au pairs booked by a licensed agency",
        lambda: facts_of(
            Journey(
                DEP,
                party=(PartyMember("a", "friend", 22), PartyMember("b", "friend", 23)),
                booking=Booking(is_one_way=True, payer=Payer.AGENCY),
                counter_cues=("CTR-05",),
            ),
            visual_zone=VisualZone(issue_date=PartialDate(2026, 11, 1)),
            history=History(travellers_sharing_contact=40, agency_is_licensed=True),
        ),
        "clear",
        "The agency's licence is looked up.",
        cancelled="TIP-092",
    ),
    Row(
        "engineer moving for good, family pays",
        lambda: facts_of(
            Journey(
                DEP,
                booking=Booking(is_one_way=True, payer=Payer.FAMILY, booked_at=at(23)),
                legs=(Leg("CGK", "XXX", departs_at=at(24)),),
                purpose=Purpose.WORK,
                visa=Visa(VisaClass.WORK),
            )
        ),
        "clear",
        "Nothing: nobody asked the registry, and unknown is not missing.",
    ),
    Row(
        "engineer whom the registry does not know",
        lambda: facts_of(Journey(DEP, purpose=Purpose.WORK, visa=Visa(VisaClass.WORK), is_placement_registered=False)),
        "clear",
        "Professionals stand outside the scheme: verify.",
        "TIP-033",
    ),
    Row(
        "funeral journey bought in cash last night, booking cancelled by the airline",
        lambda: facts_of(
            Journey(
                DEP,
                legs=(Leg("CGK", "XXX", departs_at=at(24)),),
                purpose=Purpose.FAMILY,
                booking=Booking(
                    booked_at=at(23), is_paid_in_cash=True, is_one_way=True, status=BookingStatus.CANCELLED
                ),
            )
        ),
        "clear",
        "The new booking is looked at.",
        "TIP-060 TIP-061 TIP-062",
    ),
    Row(
        "deckhand without papers, debt and a penalty",
        lambda: _told("TIP-103", "TIP-021", "TIP-022", "TIP-032"),
        "refer",
        "An interview alone; the ship is looked up.",
        "TIP-021 TIP-022 TIP-032 TIP-103",
        positive="coercive_recruitment",
    ),
    Row(
        "patient with bruises, confused, escorted by a nurse",
        lambda: _told("TIP-120", "TIP-121", "TIP-122", "TIP-003"),
        "clear",
        "Medical help first.",
        "TIP-003 TIP-120 TIP-121 TIP-122",
    ),
    Row(
        "twins and their mother, one passport stolen last year and found again",
        lambda: facts_of(
            Journey(DEP, party=(PartyMember("m", "ibu", 40), PartyMember("t", "sister", 10))),
            lines=passport(birth="160102"),
            search=found(hit(Category.LOST_DOCUMENT)),
        ),
        "clear",
        "The issuer confirms.",
        "TIP-040",
    ),
    Row(
        "abducted child with a parent",
        lambda: facts_of(
            Journey(DEP, party=(PartyMember("f", "ayah", 40),)),
            lines=passport(birth="160102"),
            search=found(hit(Category.CHILD_AT_RISK, Grade.PROBABLE)),
        ),
        "protect",
        "Both are kept calm; the authority decides.",
        "TIP-072 TIP-086",
        positive="child_specific history_watchlist",
    ),
    Row(
        "held in a house, phone taken, met by nobody known",
        lambda: _told("TIP-004", "TIP-005", "TIP-006"),
        "refer",
        "An interview alone.",
        "TIP-004 TIP-005 TIP-006",
        positive="control_in_transit",
    ),
    Row(
        "the same, and passport and phone are her own",
        lambda: _told("TIP-004", "TIP-005", "TIP-006", counters=("CTR-02",)),
        "refer",
        "The house and the unknown person remain.",
        "TIP-005 TIP-006",
        "TIP-004",
        positive="control_in_transit",
    ),
    Row(
        "overstayed worker comes home content",
        lambda: facts_of(Journey(ARR, was_deported=True, purpose=Purpose.RETURN_HOME)),
        "clear",
        "Services are offered.",
        "TIP-068",
    ),
    Row(
        "step-parent with consent paper and two half-sisters",
        lambda: facts_of(
            Journey(DEP, party=(PartyMember("s", "step-parent", 40, consent_paper=True), PartyMember("h", "adik", 6))),
            lines=passport(birth="160102"),
        ),
        "clear",
        "Nothing.",
    ),
    Row(
        "a bribe and a phone signal for a companion whose story differs",
        lambda: _told("TIP-110", "TIP-112", "TIP-113"),
        "refer",
        "The companions are asked alone; the bribe is reported outside the shift.",
        "TIP-110 TIP-112 TIP-113",
        positive="facilitator",
    ),
)
