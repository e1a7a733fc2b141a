"""Payer, contact, agency and burst: rings are found, and those who do the same lawfully are not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.verifier.patterns.conftest import Look, subjects
from tests.verifier.patterns.travellers import BACK, World

SHARED = {"same_payer": "payer_key", "same_contact": "contact_keys", "same_agency": "agency_id"}


def shared_by(pattern: str, key: int) -> dict[str, Any]:
    column = SHARED[pattern]
    values: dict[str, Any] = {"payer_key": key, "contact_keys": (key,), "agency_id": f"LIC{key}"}
    return {column: values[column]}


def subject(pattern: str, key: int) -> str:
    return f"LIC{key}" if pattern == "same_agency" else str(key)


def send(world: World, pattern: str, key: int, travellers: int, *, first: int, back: int = 0, **parts: Any) -> None:
    """Strangers who leave three days apart; the first `back` of them come home after a week."""
    for number in range(travellers):
        day = 100 + number * 3
        world.cross(day, first + number, **{**shared_by(pattern, key), **parts})
        if number < back:
            world.cross(day + 7, first + number, BACK)


@pytest.mark.parametrize("pattern", SHARED)
def test_strangers_who_do_not_come_back_are_a_lead(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 9, first=100, back=1)
    report = look(world, pattern)
    assert subjects(report.open_leads) == {subject(pattern, 7)}
    lead = report.open_leads[0]
    assert lead.counts == {"travellers": 9, "unrelated": 9, "peak": 9, "due": 9, "unreturned": 8}
    assert lead.crossing_ids == tuple(each.crossing_id for each in world.crossings if each.direction is not BACK)
    assert "8" in lead.text.en
    assert "8" in lead.text.id


@pytest.mark.parametrize("pattern", SHARED)
def test_those_who_come_back_are_none(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 20, first=100, back=18)
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_one_family_or_one_booking_is_nobody_strange(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 20, first=100, party_key=1)
    send(world, pattern, 8, 20, first=200, party_key=None, booking_key=5)
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_unknown_parties_of_one_day_count_as_one(look: Look, pattern: str) -> None:
    world = World()
    for person in range(100, 120):
        world.cross(100, person, party_key=None, **shared_by(pattern, 7))
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_too_few_or_too_far_apart_are_none(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 4, first=100)
    for number in range(8):
        world.cross(number * 40, 200 + number, **shared_by(pattern, 8))
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_nobody_is_missed_before_the_return_is_due(look: Look, pattern: str) -> None:
    world = World()
    for number in range(12):
        world.cross(350 + number, 100 + number, **shared_by(pattern, 7))
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_unknown_never_groups_with_unknown(look: Look, pattern: str) -> None:
    """Twenty travellers without payer, contact and agency share nothing; unknown persons are never missed."""
    world = World()
    for number in range(20):
        world.cross(100 + number, 100 + number)
        world.cross(100 + number, None, **shared_by(pattern, 7))
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_whoever_was_stopped_did_not_leave(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 9, first=100, decision="defer")
    assert look(world, pattern).leads == ()


@pytest.mark.parametrize("pattern", SHARED)
def test_an_allowance_suppresses_and_is_seen(look: Look, pattern: str) -> None:
    world = World()
    send(world, pattern, 7, 12, first=100)
    if pattern == "same_agency":
        world.allow("agency", "LIC7")
    else:
        world.allow(pattern.removeprefix("same_"), 7)
    report = look(world, pattern)
    assert report.open_leads == ()
    assert subjects(report.suppressed) == {subject(pattern, 7)}
    assert report.suppressed[0].counts["travellers"] == 12
    assert len(report.suppressed[0].crossing_ids) == 1


def test_an_allowance_covers_its_own_time_only(look: Look) -> None:
    world = World()
    send(world, "same_agency", 7, 12, first=100)
    world.allow("agency", "LIC7", until=100)
    assert subjects(look(world, "same_agency").open_leads) == {"LIC7"}


def test_nobody_hides_behind_a_licensed_agency(look: Look) -> None:
    """Half of a payer's travellers go with a licensed agency: the others are enough, and are the evidence."""
    world = World()
    send(world, "same_payer", 7, 8, first=100, agency_id="GOOD")
    send(world, "same_payer", 7, 6, first=200)
    world.allow("agency", "GOOD")
    world.allow("agency", "GOOD", since=50)  # the same licence recorded twice counts nobody twice
    (lead,) = look(world, "same_payer").leads
    assert (lead.is_suppressed, lead.counts["travellers"], len(lead.crossing_ids)) == (False, 6, 6)


def test_a_few_licensed_tickets_do_not_explain_the_others(look: Look) -> None:
    """Four without an agency are too few; two more by way of a licensed one make them a lead."""
    world = World()
    send(world, "same_payer", 7, 4, first=100)
    send(world, "same_payer", 7, 2, first=200, agency_id="GOOD")
    world.allow("agency", "GOOD")
    (lead,) = look(world, "same_payer").leads
    assert (lead.is_suppressed, lead.counts["travellers"], len(lead.crossing_ids)) == (False, 6, 6)


def test_a_gap_between_two_licences_is_not_covered(look: Look) -> None:
    world = World()
    send(world, "same_agency", 7, 24, first=100)  # days 100 to 169
    world.allow("agency", "LIC7", since=0, until=120)
    world.allow("agency", "LIC7", since=160)
    (lead,) = look(world, "same_agency").leads
    assert (lead.is_suppressed, lead.counts["travellers"]) == (False, 13)


def burst(world: World, contact: int, day: float, travellers: int = 8, first: int = 100) -> None:
    for number in range(travellers):
        world.cross(day + number * 0.5, first + number, contact_keys=(contact,))


def test_a_burst_to_a_quiet_contact_is_a_lead_at_once(look: Look) -> None:
    world = World()
    world.cross(0, 1)
    burst(world, 7, 358)
    report = look(world, "contact_burst")
    assert subjects(report.open_leads) == {"7"}
    assert report.open_leads[0].counts["peak"] == 8


def test_a_contact_named_all_the_time_does_not_burst(look: Look) -> None:
    world = World()
    for number in range(60):
        world.cross(number * 6, 500 + number, contact_keys=(7,))
    burst(world, 7, 300)
    assert look(world, "contact_burst").leads == ()


def test_guests_who_went_home_are_no_burst(look: Look) -> None:
    world = World()
    world.cross(0, 1)
    burst(world, 7, 200)
    for number in range(8):
        world.cross(206, 100 + number, BACK)
    assert look(world, "contact_burst").leads == ()


def test_a_record_that_only_begins_knows_no_quiet(look: Look) -> None:
    world = World()
    burst(world, 7, 1)
    assert look(world, "contact_burst").leads == ()
