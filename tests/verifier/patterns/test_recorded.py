"""What a case leaves in the record: keys that match where they must, and nothing of the person."""

from __future__ import annotations

from dataclasses import asdict, replace

import pytest

from tests.verifier.people import GOOD, NOW, UTOPIA, case
from verifier.case import Case
from verifier.model.journey import Booking, Direction, Journey, Leg, PartyMember
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from verifier.mrz.check_digits import compute
from verifier.mrz.parse import parse
from verifier.patterns.crossing import CROSSING_COLUMNS, Crossing, contact_rows, crossing_row
from verifier.patterns.identity import identity_of
from verifier.patterns.keys import Keyring
from verifier.patterns.recorded import MOST_CONTACTS, crossing_of, party_references
from watchlist.partial_date import PartialDate

RING = Keyring(bytes(range(32)))
TODAY = NOW.date()


def passport(number: str = "X12345678", birth: str = "850312", names: str = "SANTOSO<<BUDI") -> tuple[str, str]:
    expiry, optional = "340101", "<" * 14
    composite = compute(f"{number}{compute(number)}{birth}{compute(birth)}{expiry}{compute(expiry)}{optional}<")
    second = f"{number}{compute(number)}IDN{birth}{compute(birth)}M{expiry}{compute(expiry)}{optional}<{composite}"
    return f"P<IDN{names}".ljust(44, "<"), second


def recorded(journey: Journey = Journey(), number: int = 1, **parts: object) -> Crossing:
    shown = Presentation(mrz_lines=GOOD, journey=journey)
    found = crossing_of(case(number, presentation=replace(shown, **parts)), RING)  # type: ignore[arg-type]  # by name
    assert found is not None
    return found


def test_everything_that_links_is_recorded() -> None:
    booking = Booking(
        locator_hash="ab" * 32, payer_hash="cd" * 32, agency_licence="lic 7", contact_hashes=("ef" * 32, "ef" * 32)
    )
    journey = Journey(direction=Direction.DEPARTURE, legs=(Leg("cgk", "SIN"),), booking=booking, is_party_complete=True)
    found = recorded(journey)
    missing = [name for name, value in asdict(found).items() if value is None]
    assert missing == ["was_postponed_before"]
    assert (found.port, found.agency_id, found.direction) == ("CGK", "LIC7", Direction.DEPARTURE)
    assert (found.birth_year, found.is_minor) == (1985, False)
    assert len(found.contact_keys) == 1
    assert set(crossing_row(found)) == set(CROSSING_COLUMNS)
    assert contact_rows(found)[0]["contact_key"] == found.contact_keys[0]


def test_nothing_said_is_nothing_known() -> None:
    found = recorded()
    unknown = ("port", "direction", "party_key", "booking_key", "payer_key", "agency_id")
    assert {getattr(found, each) for each in unknown} == {None}
    assert found.contact_keys == ()


def test_nothing_of_the_person_is_in_the_row() -> None:
    row = str(crossing_row(recorded(Journey(booking=Booking(contact_hashes=("0812 3456 7890",))))))
    for word in ("SANTOSO", "BUDI", "X1234567", "IDN", "81234567890", "0312"):
        assert word not in row


def test_specimens_leave_nothing() -> None:
    assert crossing_of(case(1, presentation=Presentation(mrz_lines=UTOPIA)), RING) is None


def test_the_post_counts_before_the_route() -> None:
    shown = Presentation(mrz_lines=GOOD, journey=Journey(direction=Direction.ARRIVAL, legs=(Leg("SIN", "cgk"),)))
    assert (found := crossing_of(case(1, presentation=shown), RING, post="BTM"))
    assert found.port == "BTM"
    assert (found := crossing_of(case(1, presentation=shown), RING))
    assert found.port == "CGK"


def test_the_same_person_on_another_passport() -> None:
    one = identity_of(parse(passport("X12345678"), TODAY), VisualZone(), TODAY, RING)
    other = identity_of(parse(passport("Z77777777"), TODAY), VisualZone(), TODAY, RING)
    swapped = identity_of(parse(passport("Z77777777", names="BUDI<SANTOSO"), TODAY), VisualZone(), TODAY, RING)
    assert one.person_key is not None
    assert one.person_key == other.person_key == swapped.person_key
    assert one.document_key != other.document_key
    older = identity_of(parse(passport(birth="850313"), TODAY), VisualZone(), TODAY, RING)
    assert older.person_key != one.person_key


def test_the_page_gives_the_same_person_as_the_mrz() -> None:
    zone = VisualZone(
        surname="Santoso",
        given_names="Budi",
        issuing_state="IDN",
        document_number="x 12345678",
        birth_date=PartialDate(1985, 3, 12),
        expiry_date=PartialDate(2034, 1, 1),
    )
    by_page = identity_of(None, zone, TODAY, RING)
    assert by_page == identity_of(parse(passport(), TODAY), VisualZone(), TODAY, RING)


def test_consecutive_numbers_meet_by_their_keys_alone() -> None:
    one = identity_of(parse(passport("X12345678"), TODAY), VisualZone(), TODAY, RING)
    following = identity_of(parse(passport("X12345679"), TODAY), VisualZone(), TODAY, RING)
    assert one.document_next_key == following.document_key != one.document_key
    assert following.document_next_key != one.document_key


@pytest.mark.parametrize(
    "zone",
    [
        VisualZone(),
        VisualZone(surname="Santoso"),
        VisualZone(birth_date=PartialDate(1985, 3, 12)),
        VisualZone(surname="Santoso", birth_date=PartialDate(1985)),
        VisualZone(surname="\u5f35", birth_date=PartialDate(1985, 3, 12)),  # a script without an MRZ form
        VisualZone(document_number="X12345678"),
    ],
)
def test_missing_keys_stay_unknown(zone: VisualZone) -> None:
    found = identity_of(None, zone, TODAY, RING)
    assert (found.person_key, found.document_key, found.document_next_key) == (None, None, None)


def test_what_was_misread_makes_no_key() -> None:
    first, second = passport()
    wrong = second[:9] + str((int(second[9]) + 1) % 10) + second[10:]
    assert identity_of(parse((first, wrong), TODAY), VisualZone(), TODAY, RING).document_key is None


def test_dates_out_of_order_make_no_age() -> None:
    """A birth that lies ahead: the year is no year, and nobody is a child by it."""
    zone = VisualZone(surname="Santoso", birth_date=PartialDate(2031, 1, 1))
    found = identity_of(None, zone, TODAY, RING)
    assert (found.birth_year, found.is_minor) == (None, None)


def test_the_younger_of_two_ages_counts() -> None:
    zone = VisualZone(birth_date=PartialDate(2010, 1, 1))
    found = identity_of(parse(passport(), TODAY), zone, TODAY, RING)
    assert found.is_minor is True


def party(*references: str) -> Case:
    members = tuple(PartyMember(each) for each in references)
    return case(1, presentation=Presentation(mrz_lines=GOOD, journey=Journey(party=members)))


def test_a_party_names_other_cases() -> None:
    other, own = case(2).case_id, case(1).case_id
    assert party_references(party(f"cases/{other}", other, own, "aunt", "")) == (other,)


def test_who_is_said_to_be_alone_is_a_party_and_who_was_not_asked_is_none() -> None:
    alone, again = recorded(Journey(is_party_complete=True)), recorded(Journey(booking=Booking(group_size=1)), 2)
    assert alone.party_key is not None
    assert alone.party_key != again.party_key
    assert recorded(Journey(is_party_complete=False)).party_key is None
    assert recorded(Journey(booking=Booking(group_size=2))).party_key is None


def test_contacts_are_bounded() -> None:
    many = tuple(f"{each:064x}" for each in range(50))
    assert len(recorded(Journey(booking=Booking(contact_hashes=many))).contact_keys) == MOST_CONTACTS
