"""What the line knows, in the words of the rules; what it does not know is absent."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from ledger.errors import LintasError
from ledger.text import Text
from tests.verifier.indicators.travellers import at, facts_of, found, hit, passport
from verifier.indicators.catalogue import Advisory
from verifier.indicators.facts import gather, known
from verifier.indicators.history import History
from verifier.indicators.vocabulary import VOCABULARY
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
from verifier.model.presentation import Presentation
from verifier.model.visual_zone import VisualZone
from watchlist.entry import Category, EntryState, Grade
from watchlist.partial_date import PartialDate


def test_nothing_known_is_nothing_said() -> None:
    facts = gather(Presentation(mrz_lines=("x",)), today=date(2026, 11, 24))
    assert set(facts.values) == {"document.was_read_again"}
    assert not facts.is_child


def test_only_words_of_the_language_are_facts() -> None:
    with pytest.raises(KeyError):
        known({"traveller.nationality": "UTO"})


def test_an_ordinary_traveller_has_only_words_of_the_language() -> None:
    facts = facts_of(Journey(direction=Direction.DEPARTURE, purpose=Purpose.TOURISM))
    assert set(facts.values) <= set(VOCABULARY)


DEPARTS = (Leg("CGK", "XXX", departs_at=at(24, 12)),)


@pytest.mark.parametrize(
    ("journey", "name", "expected"),
    [
        (Journey(purpose=Purpose.TOURISM), "journey.is_visit", True),
        (Journey(purpose=Purpose.RELIGION), "journey.is_visit", True),
        (Journey(purpose=Purpose.FAMILY), "journey.is_visit", True),
        (Journey(purpose=Purpose.WORK), "journey.is_visit", False),
        (Journey(purpose=Purpose.OTHER), "journey.is_visit", None),
        (Journey(purpose=Purpose.WORK), "journey.is_for_work", True),
        (Journey(purpose=Purpose.OTHER), "journey.is_for_work", None),
        (Journey(stay_until=date(2026, 11, 30)), "journey.stay_days", 6),
        (Journey(visa=Visa(VisaClass.WORK)), "visa.is_for_work", True),
        (Journey(visa=Visa(VisaClass.VISIT)), "visa.is_for_work", False),
        (Journey(visa=Visa(VisaClass.RESIDENCE)), "visa.is_for_work", None),
        (Journey(stay_until=date(2026, 12, 24), visa=Visa(max_stay_days=30)), "visa.days_beyond", 0),
        (Journey(stay_until=date(2027, 1, 23), visa=Visa(max_stay_days=30)), "visa.days_beyond", 30),
        (Journey(visa=Visa(max_stay_days=30)), "visa.days_beyond", None),
        (Journey(permitted_until=date(2026, 11, 24)), "journey.is_overstay", False),
        (Journey(permitted_until=date(2026, 11, 23)), "journey.is_overstay", True),
        (Journey(booking=Booking(booked_at=at(22, 12)), legs=DEPARTS), "booking.hours_ahead", 48),
        (Journey(booking=Booking(booked_at=at(22, 11)), legs=DEPARTS), "booking.hours_ahead", 49),
        (
            Journey(booking=Booking(booked_at=at(22, 12) - timedelta(minutes=1)), legs=DEPARTS),
            "booking.hours_ahead",
            49,
        ),
        (Journey(booking=Booking(booked_at=at(24, 12)), legs=DEPARTS), "booking.hours_ahead", 0),
        (Journey(booking=Booking(booked_at=datetime(2026, 11, 22)), legs=DEPARTS), "booking.hours_ahead", None),  # noqa: DTZ001 - the zone is missing on purpose
        (Journey(booking=Booking(booked_at=at(22))), "booking.hours_ahead", None),
        (Journey(booking=Booking(payer=Payer.COMPANION)), "booking.payer", "companion"),
        (Journey(booking=Booking(status=BookingStatus.NOT_FOUND)), "booking.status", "not_found"),
        (Journey(party=(PartyMember("a"),)), "party.holds_travellers_documents", None),
        (
            Journey(party=(PartyMember("a"), PartyMember("b", holds_documents_of_traveller=True))),
            "party.holds_travellers_documents",
            True,
        ),
        (Journey(party=(PartyMember("a", consent_paper=False),)), "party.has_consent_paper", False),
    ],
)
def test_journey(journey: Journey, name: str, expected: Any) -> None:
    assert facts_of(journey).values.get(name) == expected


@pytest.mark.parametrize(
    ("journey", "field"),
    [
        (Journey(stay_until=date(2026, 11, 23)), "journey.stay_until"),
        (Journey(stay_until=date(2026, 12, 1), visa=Visa(max_stay_days=-1)), "journey.visa.max_stay_days"),
        (Journey(legs=DEPARTS, booking=Booking(booked_at=at(25))), "journey.booking.book_time"),
        (Journey(legs=(*DEPARTS, Leg("XXX", "YYY", departs_at=at(23)))), "journey.legs[1].departure_time"),
    ],
)
def test_dates_out_of_order_are_refused_by_field(journey: Journey, field: str) -> None:
    with pytest.raises(LintasError) as caught:
        facts_of(journey)
    assert caught.value.fields[0].field == field


def test_checks_are_read() -> None:
    facts = facts_of(lines=passport(state="XQX", birth="080102", birth_digits_of="100102"), is_retry=True)
    assert facts.values["checks.check_digits"] == "failed"
    assert facts.values["checks.state_codes"] == "failed"
    assert facts.values["document.was_read_again"] is True
    assert facts.values["traveller.digits_fit_a_child"] is True
    assert "checks.page" not in facts.values or facts.values["checks.page"] == "not_supported"


def test_the_page_and_the_chip_are_read() -> None:
    page = VisualZone(surname="BERBEDA", given_names="SEKALI", birth_date=PartialDate(2000, 1, 2))
    facts = facts_of(visual_zone=page, chip_lines=passport(number="Y7654321"))
    assert facts.values["checks.page"] == "failed"
    assert facts.values["checks.chip"] == "failed"


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        (PartialDate(2026, 11, 15), 9),
        (PartialDate(2026, 11, 24), 0),
        (PartialDate(2026, 11, 25), None),
        (PartialDate(2026, 11), None),
        (None, None),
    ],
)
def test_age_of_the_document(issued: PartialDate | None, expected: int | None) -> None:
    assert facts_of(visual_zone=VisualZone(issue_date=issued)).values.get("document.age_days") == expected


def test_emergency_documents_are_known_by_their_code_and_ordinary_codes_say_nothing() -> None:
    assert facts_of(lines=passport(code="PE")).values["document.is_emergency"] is True
    assert "document.is_emergency" not in facts_of().values


@pytest.mark.parametrize(
    ("hits", "true_facts"),
    [
        ((), set()),
        ((hit(Category.STOLEN_DOCUMENT),), {"document.is_reported"}),
        ((hit(Category.STOLEN_BLANK_DOCUMENT),), {"document.is_reported"}),
        ((hit(Category.STOLEN_DOCUMENT, state=EntryState.LAPSED),), set()),
        ((hit(Category.STOLEN_DOCUMENT, Grade.POSSIBLE),), set()),
        ((hit(Category.TRAVEL_BAN, Grade.POSSIBLE),), {"hits.only_similar"}),
        ((hit(Category.TRAVEL_BAN, Grade.EXCLUDED),), set()),
        ((hit(Category.TRAVEL_BAN, Grade.EXACT),), set()),
        ((hit(Category.MISSING_PERSON, Grade.PROBABLE),), {"hits.protective"}),
        ((hit(Category.MISSING_PERSON, Grade.POSSIBLE),), set()),
        ((hit(Category.CHILD_AT_RISK, Grade.PROBABLE),), {"hits.protective", "hits.protective_child"}),
        ((hit(Category.CHILD_AT_RISK, state=EntryState.REVOKED),), set()),
    ],
)
def test_hits_are_read(hits: Any, true_facts: set[str]) -> None:
    names = {"document.is_reported", "hits.only_similar", "hits.protective", "hits.protective_child"}
    values = facts_of(search=found(*hits)).values
    assert {name for name in names if values[name]} == true_facts


def test_nothing_searched_is_unknown() -> None:
    assert not {name for name in facts_of(search=None).values if name.startswith("hits.")}


def test_history_is_optional() -> None:
    assert facts_of(history=History(companions=0)).values["history.companions"] == 0
    assert "history.companions" not in facts_of(history=History()).values


def test_an_advisory_is_found_by_place_and_day() -> None:
    advisory = Advisory(
        "ADV-2026-01", frozenset({"XXX"}), date(2026, 11, 1), date(2026, 11, 24), "A", Text(id="Apa?", en="What?")
    )
    journey = Journey(legs=(Leg("cgk", " xxx"),))
    presentation = Presentation(mrz_lines=("x",), journey=journey)
    on_the_day = gather(presentation, today=date(2026, 11, 24), advisories=(advisory,))
    day_after = gather(presentation, today=date(2026, 11, 25), advisories=(advisory,))
    assert (on_the_day.values["journey.route_in_advisory"], on_the_day.advisories) == (True, (advisory,))
    assert (day_after.values["journey.route_in_advisory"], day_after.advisories) == (False, ())
