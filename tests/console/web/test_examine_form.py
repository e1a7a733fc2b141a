"""A form that is sent back unchanged changes nothing, whatever another terminal recorded."""

from __future__ import annotations

import uuid

import pytest
from google.type.date_pb2 import Date
from hypothesis import given
from hypothesis import strategies as st

from console.client import connected
from console.web.booth.examine_form import examine_request, lines_of
from console.web.form import Form
from console.web.visit import own_path
from ledger.actor import Actor, Role
from ledger.errors import LintasError
from lintas.v1 import common_pb2, verification_pb2
from tests.console.web.browser import Browser
from tests.console.web.conftest import Console
from tests.console.web.form_reader import form_of
from tests.verifier.people import GOOD

_DAY = Date(year=2027, month=3, day=9)
_RICH = common_pb2.Journey(
    direction=common_pb2.DIRECTION_DEPARTURE,
    purpose=common_pb2.PURPOSE_WORK,
    stay_until=_DAY,
    legs=[
        common_pb2.Leg(origin="CGK", destination="SIN", carrier="GA", number="GA826"),
        common_pb2.Leg(origin="SIN", destination="DXB", carrier="SQ", number="SQ494"),
        common_pb2.Leg(origin="DXB", destination="RUH"),
    ],
    booking=common_pb2.Booking(
        payer=common_pb2.PAYER_AGENCY, one_way=True, group_size=4, agency='PT "X" & Co', contact_hashes=["ab12"]
    ),
    party=[
        common_pb2.PartyMember(reference=f"member-{number}", claimed_relation="cousin", age_years=20 + number)
        for number in range(5)
    ],
    officer_cues=["TIP-020"],
    counter_cues=["CTR-04"],
    visa=common_pb2.Visa(visa_class=common_pb2.VISA_CLASS_VISIT, max_stay_days=30),
    placement_registered=False,
    party_complete=False,
)
_RICH.party[0].holds_documents_of_traveller = True
_RICH.party[1].consent_paper = True
_PAGE = verification_pb2.VisualZone(
    surname="SANTOSO",
    birth_date=Date(year=1985),
    expiry_date=_DAY,
    issue_date=Date(year=2024, month=3),
    sex=common_pb2.SEX_MALE,
    birth_place="SEMARANG <b>",
)


@pytest.mark.parametrize("journey", [_RICH, common_pb2.Journey()], ids=["rich", "empty"])
def test_sent_back_unchanged_it_says_the_same(console: Console, officer: Browser, journey: common_pb2.Journey) -> None:
    with connected(console.grpc_address, Actor("kiosk-1", "off-99", Role.OFFICER)) as terminal:
        first = terminal.examine(
            verification_pb2.ExamineRequest(
                request_id=str(uuid.uuid4()),
                mrz_lines=GOOD,
                visual_zone=_PAGE,
                visa_mrz_lines=[
                    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
                    "L8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                ],
                journey=journey,
                terminal_checks=[
                    verification_pb2.TerminalCheck(
                        check_id="electronic.access", result=verification_pb2.CHECK_RESULT_SUCCESSFUL
                    )
                ],
            )
        )
        page = officer.get(f"/booth/{first.name}")
        again = officer.post("/booth/examine", form_of(page.text, "again"))
        assert again.status == 200, again.says
        second = terminal.get_case(again.path.removeprefix("/booth/"))
    assert second.name != first.name
    assert second.presented == first.presented
    assert second.actor.officer_id == "sari"


@given(st.text(max_size=40))
def test_any_text_in_a_date_is_a_date_or_named(text: str) -> None:
    form = Form({"surname": [""], "birth_date": [text], "request_id": ["x"]})
    try:
        is_set = examine_request(form, None).visual_zone.HasField("birth_date")
    except LintasError as error:
        named = error.fields[0].field
    else:
        named = "visual_zone.birth_date" if is_set else ""
    assert named == ("visual_zone.birth_date" if text.strip("\0 ").strip() else "")


@given(st.text(max_size=300))
def test_lines_are_large_whole_and_never_empty(text: str) -> None:
    lines = lines_of(text)
    assert all(line and line == line.strip().upper() for line in lines)


@given(st.text(max_size=60))
def test_whatever_is_asked_for_the_way_back_stays_here(text: str) -> None:
    path = own_path(text)
    assert path.startswith("/")
    assert not path.startswith("//")
    assert "\\" not in path
    assert path in {text, "/"}
