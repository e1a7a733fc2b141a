"""Children, passports, bookings and postponements: rings are found, families and classes are not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.patterns.conftest import Look, subjects
from tests.verifier.patterns.travellers import BACK, OUT, World
from verifier.model.journey import Direction


def travel(world: World, day: float, direction: Direction, adults: list[int], minors: list[int], **parts: Any) -> None:
    """One party; its key is its day and direction."""
    party = int(day * 10) + (direction is BACK)
    for person in adults:
        world.cross(day, person, direction, **{"party_key": party, **parts})
    for person in minors:
        world.cross(day, person, direction, **{"party_key": party, "is_minor": True, **parts})


def test_an_adult_who_comes_back_without_the_children_is_a_lead(look: Look) -> None:
    world = World()
    for journey in range(3):
        travel(world, 10 + journey * 20, OUT, [1], [100 + journey * 2, 101 + journey * 2])
        travel(world, 15 + journey * 20, BACK, [1], [])
    report = look(world, "different_minors")
    assert subjects(report.leads) == {"1"}
    assert report.leads[0].counts == {"minors": 6, "journeys": 3}
    assert len(report.leads[0].crossing_ids) == 9


@pytest.mark.parametrize("direction", [OUT, BACK])
def test_it_counts_both_ways(look: Look, direction: Direction) -> None:
    other = BACK if direction is OUT else OUT
    world = World()
    for journey in range(4):
        travel(world, 10 + journey * 20, direction, [1], [100 + journey])
        travel(world, 15 + journey * 20, other, [1], [])
    assert subjects(look(world, "different_minors").leads) == {"1"}


def test_families_and_classes_come_back_together(look: Look) -> None:
    world = World()
    for journey in range(4):
        travel(world, 10 + journey * 20, OUT, [1, 2], [10, 11, 12, 13])
        travel(world, 18 + journey * 20, BACK, [1, 2], [10, 11, 12, 13])
        pupils = list(range(200 + journey * 20, 220 + journey * 20))
        travel(world, 12.5 + journey * 20, OUT, [3, 4], pupils)
        travel(world, 17.5 + journey * 20, BACK, [3, 4], pupils)
    assert look(world, "different_minors").leads == ()


def test_a_family_that_moves_is_none(look: Look) -> None:
    world = World()
    travel(world, 10, OUT, [1, 2], [10, 11, 12, 13, 14])
    travel(world, 20, BACK, [1], [])
    assert look(world, "different_minors").leads == ()


def test_who_has_not_come_back_yet_left_nobody_behind(look: Look) -> None:
    world = World()
    for journey in range(4):
        travel(world, 10 + journey, OUT, [1], [100 + journey])
    assert look(world, "different_minors").leads == ()


def test_a_teacher_who_flies_home_first_left_nobody_behind(look: Look) -> None:
    """The class follows a day later, each time: no child came home with the teacher, and all are home."""
    world = World()
    for journey in range(3):
        pupils = list(range(200 + journey * 20, 220 + journey * 20))
        travel(world, 12 + journey * 40, OUT, [3, 4], pupils)
        travel(world, 17 + journey * 40, BACK, [3], [])
        travel(world, 18 + journey * 40, BACK, [4], pupils)
    assert look(world, "different_minors").leads == ()


@pytest.mark.parametrize(("home_after", "is_lead"), [(29, False), (31, True)])
def test_children_who_come_home_late_were_left_behind(look: Look, home_after: int, *, is_lead: bool) -> None:
    world = World()
    for journey in range(4):
        travel(world, 10 + journey * 50, OUT, [1], [100 + journey])
        travel(world, 15 + journey * 50, BACK, [1], [])
        travel(world, 10 + home_after + journey * 50, BACK, [], [100 + journey])
    assert bool(look(world, "different_minors").leads) is is_lead


def test_children_who_are_not_due_yet_are_not_counted(look: Look) -> None:
    world = World()
    for journey in range(4):
        travel(world, 340 + journey * 4, OUT, [1], [100 + journey])
        travel(world, 342 + journey * 4, BACK, [1], [])
    assert look(world, "different_minors").leads == ()


def test_an_escort_under_an_allowance_is_suppressed_and_seen(look: Look) -> None:
    world = World()
    for journey in range(4):
        travel(world, 10 + journey * 20, OUT, [1], [100 + journey], agency_id="SCHOOL")
        travel(world, 15 + journey * 20, BACK, [1], [])
    world.allow("agency", "SCHOOL")
    report = look(world, "different_minors")
    assert (subjects(report.open_leads), subjects(report.suppressed)) == (set(), {"1"})


def test_huge_parties_are_counted_and_not_paired(look: Look) -> None:
    """Twice 400 in one party, half of them other children each time: 80,000 pairs are not made; the report says so."""
    world = World()
    shared: dict[str, Any] = {"payer_key": 9, "contact_keys": (8,), "booking_key": 7}
    for journey in range(2):
        minors = list(range(1000 + journey * 200, 1200 + journey * 200))
        travel(world, 10 + journey * 30, OUT, list(range(200)), minors, **shared)
        travel(world, 20 + journey * 30, BACK, list(range(200)), [])
    report = look(world)
    assert report.leads == ()
    assert report.skipped_parties == 2
    assert report.crossings == 1200


def test_parties_just_small_enough_are_paired(look: Look) -> None:
    """The same with 60 in a party: what is left out above is left out for its size alone."""
    world = World()
    for journey in range(2):
        travel(world, 10 + journey * 30, OUT, [1], list(range(1000 + journey * 59, 1059 + journey * 59)))
        travel(world, 20 + journey * 30, BACK, [1], [])
    report = look(world, "different_minors")
    assert (subjects(report.leads), report.skipped_parties) == ({"1"}, 0)


def test_left_on_one_passport_and_back_on_another(look: Look) -> None:
    world = World()
    for journey in range(3):
        world.cross(10 + journey * 30, 1, OUT, document_key=11)
        world.cross(20 + journey * 30, 1, BACK, document_key=12)
    report = look(world, "other_passport")
    assert subjects(report.leads) == {"1"}
    assert report.leads[0].counts == {"switches": 3, "documents": 2}
    assert len(report.leads[0].crossing_ids) == 6


def test_visitors_count_from_their_own_side(look: Look) -> None:
    world = World()
    for journey in range(2):
        world.cross(10 + journey * 30, 1, BACK, document_key=11)
        world.cross(20 + journey * 30, 1, OUT, document_key=12)
    assert subjects(look(world, "other_passport").leads) == {"1"}


def test_renewals_service_passports_and_namesakes_are_none(look: Look) -> None:
    world = World()
    for journey in range(6):  # a new passport after the third journey
        world.cross(10 + journey * 30, 1, OUT, document_key=11 if journey < 3 else 12)
        world.cross(20 + journey * 30, 1, BACK, document_key=11 if journey < 3 else 12)
        # a service passport for every other journey
        world.cross(10 + journey * 30, 2, OUT, document_key=21 + journey % 2)
        world.cross(20 + journey * 30, 2, BACK, document_key=21 + journey % 2)
        for namesake in range(6):  # six people who share name and birth date
            world.cross(10 + journey * 30 + namesake, 3, OUT, document_key=31 + namesake)
            world.cross(25 + journey * 30 + namesake, 3, BACK, document_key=31 + namesake)
    world.cross(300, 4, OUT, document_key=41)  # lost abroad
    world.cross(310, 4, BACK, document_key=42)
    assert look(world, "other_passport").leads == ()


def test_emergency_documents_are_no_second_passport(look: Look) -> None:
    """Lost abroad three times; each time something else brought the holder home, and once only."""
    world = World()
    for journey in range(3):
        world.cross(10 + journey * 30, 1, OUT, document_key=11)
        world.cross(20 + journey * 30, 1, BACK, document_key=21 + journey)
    assert look(world, "other_passport").leads == ()


def row_of(world: World, first: int, travellers: int, *, day: float = 10, **parts: Any) -> None:
    """Consecutive numbers in one booking."""
    for number in range(travellers):
        keys: dict[str, Any] = {
            "document_key": first + number,
            "document_next_key": first + number + 1,
            "booking_key": first,
        }
        world.cross(day, first + number, **{**keys, **parts})


def test_strangers_with_consecutive_numbers_are_a_lead(look: Look) -> None:
    world = World()
    row_of(world, 1000, 5)
    report = look(world, "consecutive_documents")
    assert subjects(report.leads) == {"1000"}
    assert report.leads[0].counts == {"links": 4, "travellers": 5}
    assert len(report.leads[0].crossing_ids) == 5


def test_families_apart_and_unknown_parties_are_none(look: Look) -> None:
    world = World()
    row_of(world, 1000, 6, party_key=1)
    row_of(world, 2000, 6, party_key=None)
    row_of(world, 3000, 6, booking_key=None)
    row_of(world, 4000, 6, document_next_key=None)
    row_of(world, 5000, 3)
    assert look(world, "consecutive_documents").leads == ()


def test_a_registered_group_is_suppressed_and_seen(look: Look) -> None:
    world = World()
    row_of(world, 1000, 30)
    world.allow("booking", 1000)
    report = look(world, "consecutive_documents")
    assert (report.open_leads, subjects(report.suppressed)) == ((), {"1000"})


def test_a_team_that_came_home_is_none(look: Look) -> None:
    world = World()
    row_of(world, 1000, 5)
    for number in range(4):
        world.cross(16, 1000 + number, BACK, booking_key=1000)
    assert look(world, "consecutive_documents").leads == ()


def test_a_tour_that_left_last_week_is_none_yet(look: Look) -> None:
    world = World()
    row_of(world, 1000, 30, day=336)
    assert look(world, "consecutive_documents").leads == ()
    row_of(world, 2000, 30, day=334)
    assert subjects(look(world, "consecutive_documents").leads) == {"2000"}


def test_who_was_allowed_on_the_way_out_is_allowed_on_the_way_home(look: Look) -> None:
    world = World()
    row_of(world, 1000, 6, agency_id="TOUR")
    for number in range(2):
        keys = {"document_key": 1000 + number, "document_next_key": 1001 + number, "booking_key": 1000}
        world.cross(60, 1000 + number, BACK, **keys)
    world.allow("agency", "TOUR", until=30)
    report = look(world, "consecutive_documents")
    assert (report.open_leads, subjects(report.suppressed)) == ((), {"1000"})


def postponed(world: World, person: int, day: float, *, port: str | None, agency: str | None = None) -> None:
    world.cross(day, person, OUT, decision="defer", port="CGK", agency_id="OLD", payer_key=person)
    world.cross(day + 8, person, OUT, port=port, agency_id=agency, payer_key=None)


def test_postponed_and_gone_from_elsewhere_with_one_agency(look: Look) -> None:
    world = World()
    for person in range(1, 5):
        postponed(world, person, 10 + person, port="BTH", agency="NEW")
    report = look(world, "postponed_elsewhere")
    assert subjects(report.leads) == {"NEW"}
    assert report.leads[0].counts == {"travellers": 4, "unrelated": 4}
    assert len(report.leads[0].crossing_ids) == 8


def test_those_who_complete_their_papers_are_none(look: Look) -> None:
    world = World()
    for person in range(1, 6):
        postponed(world, person, 10 + person, port="CGK", agency="OLD")
        postponed(world, 20 + person, 10 + person, port=None, agency=None)
        postponed(world, 40 + person, 10 + person, port="BTH", agency=f"A{person}")
    assert look(world, "postponed_elsewhere").leads == ()


def test_dates_out_of_order_are_no_departure_after_a_postponement(look: Look) -> None:
    """The departure was entered for a day before the postponement: it did not follow it."""
    world = World()
    for person in range(1, 6):
        world.cross(50, person, OUT, decision="defer", agency_id="OLD")
        world.cross(40, person, OUT, port="BTH", agency_id="NEW")
    assert look(world, "postponed_elsewhere").leads == ()


def test_dates_out_of_order_do_not_bring_anybody_back(look: Look) -> None:
    """Arrivals that lie before the departures are no returns."""
    world = World()
    for number in range(9):
        world.cross(100 + number, 100 + number, payer_key=7)
        world.cross(50 + number, 100 + number, BACK)
    assert subjects(look(world, "same_payer").open_leads) == {"7"}


def test_empty_tables_give_an_empty_report(look: Look) -> None:
    report = look(World())
    assert (report.leads, report.crossings, report.key_ids, report.skipped_parties) == ((), 0, (), 0)


def test_missing_keys_everywhere_give_no_lead(look: Look) -> None:
    """Unknown never groups with unknown: five hundred travellers of whom nothing is known share nothing."""
    world = World()
    nothing: dict[str, Any] = {
        "document_key": None,
        "document_next_key": None,
        "party_key": None,
        "is_minor": None,
        "port": None,
    }
    for number in range(500):
        world.cross(number / 2, None, OUT if number % 2 else BACK, **nothing)
    assert look(world).leads == ()
