"""Journey facts over the wire: all arrive, and whatever cannot be meant is refused with its field named."""

from __future__ import annotations

import pytest
from google.protobuf.json_format import ParseDict

from ledger.errors import LintasError
from lintas.v1 import common_pb2, verification_pb2
from tests.verifier.people import GOOD, NOW, NoReader, plenty
from verifier.engine import Engine, Request
from verifier.indicators.policy_folder import load_catalogue
from verifier.model.journey import BookingStatus, Journey, PartyLink, Visa, VisaClass
from verifier.model.presentation import Presentation
from verifier.rpc.journey import journey_from_wire
from verifier.rpc.presentation import presentation_from_wire
from watchlist.partial_date import PartialDate
from watchlist.search import Searcher

CATALOGUE = load_catalogue()


def message(facts: dict[str, object]) -> common_pb2.Journey:
    return ParseDict(facts, common_pb2.Journey())


def test_nothing_sent_is_nothing_known() -> None:
    assert journey_from_wire(common_pb2.Journey()) == Journey()


def test_no_is_not_the_same_as_nothing() -> None:
    answers = {"partyComplete": False, "placementRegistered": False, "receiverVerified": False, "deported": False}
    found = journey_from_wire(message({**answers, "passportIssuedFarFromHome": False}))
    assert [found.is_party_complete, found.is_placement_registered, found.is_receiver_verified] == [False] * 3
    assert (found.was_deported, found.is_passport_issued_far_from_home) == (False, False)


def test_visa_links_and_booking_arrive() -> None:
    found = journey_from_wire(
        message(
            {
                "visa": {"visaClass": "VISA_CLASS_RESIDENCE", "maxStayDays": 0},
                "partyLinks": [{"reference": "a", "relation": "ibu", "ofReference": "b"}],
                "booking": {"status": "BOOKING_STATUS_NOT_FOUND", "paidInCash": True},
            }
        )
    )
    assert found.visa == Visa(VisaClass.RESIDENCE, 0)
    assert found.party_links == (PartyLink("a", "ibu", "b"),)
    assert found.booking is not None
    assert (found.booking.status, found.booking.is_paid_in_cash) == (BookingStatus.NOT_FOUND, True)


def test_what_links_crossings_arrives_as_hashes() -> None:
    found = journey_from_wire(
        message({"booking": {"locatorHash": "ab" * 32, "payerHash": "cd" * 32, "agencyLicence": "PPIU 1/2026"}})
    )
    assert found.booking is not None
    assert (found.booking.locator_hash, found.booking.payer_hash) == ("ab" * 32, "cd" * 32)
    assert found.booking.agency_licence == "PPIU 1/2026"
    with pytest.raises(LintasError, match="payer_hash"):
        journey_from_wire(message({"booking": {"payerHash": "c" * 129}}))


def test_the_issue_date_of_the_page_arrives() -> None:
    zone = verification_pb2.VisualZone(issue_date={"year": 2026, "month": 11})
    found = presentation_from_wire(verification_pb2.ExamineRequest(mrz_lines=GOOD, visual_zone=zone))
    assert found.visual_zone.issue_date == PartialDate(2026, 11)


MEMBERS = [{"reference": "a", "ageYears": 40}, {"reference": "b", "ageYears": 41}]


def links(*stated: tuple[str, str, str]) -> dict[str, object]:
    return {
        "party": MEMBERS,
        "partyLinks": [{"reference": a, "relation": relation, "ofReference": b} for a, relation, b in stated],
    }


DAY_1, DAY_2 = "2026-11-25T00:00:00Z", "2026-11-26T00:00:00Z"
REFUSED: list[tuple[str, dict[str, object], str]] = [
    ("contradictory links", links(("a", "sibling", "b"), ("b", "spouse", "a")), "journey.party_links[1]"),
    ("a child older than its parent", links(("a", "mother", "b")), "journey.party_links[0]"),
    ("two who would be each other's elders", links(("a", "grandparent", "traveller"), ("traveller", "ayah", "a")),
     "journey.party_links[1]"),
    ("a loop", links(("b", "ibu", "a"), ("a", "ibu", "traveller"), ("traveller", "ibu", "b")), "journey.party_links"),
    ("somebody's own aunt", links(("a", "aunt", "a")), "journey.party_links[0]"),
    ("a stranger to the party", links(("a", "aunt", "nobody")), "journey.party_links[0]"),
    ("a relation that nobody knows", links(("a", "frenemy", "b")), "journey.party_links[0].relation"),
    ("a reference twice", {"party": [MEMBERS[0], MEMBERS[0]]}, "journey.party[1].reference"),
    ("an unknown indicator", {"officerCues": ["TIP-001", "TIP-999"]}, "journey.officer_cues[1]"),
    ("an unknown counter-indicator", {"counterCues": ["CTR-99"]}, "journey.counter_cues[0]"),
    ("a cue of the wrong kind", {"officerCues": ["CTR-01"]}, "journey.officer_cues[0]"),
    ("bought after the departure", {"booking": {"bookTime": DAY_2}, "legs": [{"departureTime": DAY_1}]},
     "journey.booking.book_time"),
    ("legs out of order", {"legs": [{"departureTime": DAY_2}, {"departureTime": DAY_1}]},
     "journey.legs[1].departure_time"),
    ("landed before leaving", {"legs": [{"departureTime": DAY_2, "arrivalTime": DAY_1}]},
     "journey.legs[0].arrival_time"),
    ("left again before landing", {"legs": [{"arrivalTime": DAY_2}, {"departureTime": DAY_1}]},
     "journey.legs[1].departure_time"),
    ("a stay that is over", {"stayUntil": {"year": 2026, "month": 11, "day": 23}}, "journey.stay_until"),
    ("half a date", {"permittedUntil": {"year": 2026}}, "journey.permitted_until"),
    ("a date that does not exist", {"permittedUntil": {"year": 2026, "month": 2, "day": 30}},
     "journey.permitted_until"),
    ("a huge party", {"party": [{"reference": str(i)} for i in range(201)]}, "journey.party"),
    ("endless links", {"partyLinks": [{}] * 1001}, "journey.party_links"),
    ("endless legs", {"legs": [{}] * 51}, "journey.legs"),
    ("endless contacts", {"booking": {"contactHashes": ["x"] * 51}}, "journey.booking.contact_hashes"),
    ("a stay of less than nothing", {"visa": {"maxStayDays": -1}}, "journey.visa.max_stay_days"),
    ("an endless stay", {"visa": {"maxStayDays": 99999}}, "journey.visa.max_stay_days"),
    ("a visa of a kind to come", {"visa": {"visaClass": 77}}, "journey.visa.visa_class"),
    ("a status to come", {"booking": {"status": 77}}, "journey.booking.status"),
    ("an empty group", {"booking": {"groupSize": 0}}, "journey.booking.group_size"),
    ("a Methuselah", {"party": [{"ageYears": 969}]}, "journey.party[0].age_years"),
    ("an endless relation", {"party": [{"claimedRelation": "x" * 129}]}, "journey.party[0].claimed_relation"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "field"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_meant_is_refused_by_field_before_anything_is_read(facts: dict[str, object], field: str) -> None:
    reader = NoReader()
    engine = Engine(reading=reader, watchlist=Searcher(()), version="test", policy=CATALOGUE)

    def examined() -> None:
        shown = Presentation(image=b"image", journey=journey_from_wire(message(facts)))
        engine.examine(shown, Request(NOW, plenty))

    with pytest.raises(LintasError) as caught:
        examined()
    assert caught.value.fields[0].field == field
    assert reader.asked == 0


def test_the_longest_lawful_loop_of_links_is_an_answer() -> None:
    """A chain of forty generations without ages: odd, but nobody is their own ancestor."""
    chain = [{"reference": str(i), "relation": "parent", "ofReference": str(i + 1)} for i in range(40)]
    party = [{"reference": str(i)} for i in range(41)]
    engine = Engine(reading=NoReader(), watchlist=Searcher(()), version="test", policy=CATALOGUE)
    shown = Presentation(mrz_lines=GOOD, journey=journey_from_wire(message({"party": party, "partyLinks": chain})))
    assert engine.examine(shown, Request(NOW, plenty)).advice.kind.value == "clear"
