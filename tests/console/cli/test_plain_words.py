"""Requests written by hand: plain words come out as the proto wants them, and mistakes are named by field."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from console.cli.inputs import parse_json
from lintas.v1 import common_pb2

JOURNEY = """
direction: departure
purpose: return home
stay_until: 2026-12-24
permitted_until: 2026-12-31
legs:
- {origin: CGK, destination: KUL, departure_time: 2026-11-25T08:00:00+07:00, arrival_time: '2026-11-25T04:00:00Z'}
booking: {payer: agency, one_way: true, status: not-found, paid_in_cash: false}
visa: {visa_class: visit, max_stay_days: 30}
party:
- {reference: a, claimed_relation: paman, age_years: 40, consent_paper: false}
partyLinks:
- {reference: a, relation: sibling, of_reference: traveller}
officer_cues: [TIP-001]
"""


def parsed(tmp_path: Path, text: str) -> common_pb2.Journey:
    file = tmp_path / "journey.yaml"
    file.write_text(text)
    return parse_json(str(file), common_pb2.Journey(), "--journey")


def test_a_whole_journey_in_plain_words(tmp_path: Path) -> None:
    journey = parsed(tmp_path, JOURNEY)
    assert (journey.direction, journey.purpose) == (common_pb2.DIRECTION_DEPARTURE, common_pb2.PURPOSE_RETURN_HOME)
    assert (journey.stay_until.year, journey.permitted_until.day) == (2026, 31)
    assert journey.legs[0].departure_time.ToJsonString() == "2026-11-25T01:00:00Z"
    assert journey.legs[0].arrival_time.seconds - journey.legs[0].departure_time.seconds == 3 * 3600
    assert journey.booking.status == common_pb2.BOOKING_STATUS_NOT_FOUND
    assert journey.booking.HasField("paid_in_cash")
    assert not journey.booking.paid_in_cash
    assert journey.visa.visa_class == common_pb2.VISA_CLASS_VISIT
    assert journey.party[0].age_years == 40
    assert journey.party_links[0].of_reference == "traveller"


def test_an_empty_file_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(typer.BadParameter, match="the file is empty"):
        parsed(tmp_path, "")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("direction: sideways", "direction: one of arrival, departure"),
        ("stay_until: tomorrow", "stay_until: expected YYYY-MM-DD"),
        ("legs: [{departure_time: 2026-11-25T08:00:00}]", "legs\\[0\\].departure_time: a time needs its zone"),
        ("booking: cheap", "booking: expected fields"),
        ("- a list", "the file: expected fields"),
        ("colour: red", "colour"),
        ("a: [", "line 1"),
        ("party: [{age_years: old}]", "age"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(typer.BadParameter, match=said):
        parsed(tmp_path, text)
