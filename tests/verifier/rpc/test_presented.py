"""What was presented comes back as it was sent: every field of the journey and the page, there and back."""

from __future__ import annotations

from google.type.date_pb2 import Date
from hypothesis import given
from hypothesis import strategies as st

from ledger.actor import Actor, Role
from lintas.v1 import common_pb2, verification_pb2
from tests.verifier.people import GOOD, case
from verifier.rpc.case import case_to_wire
from verifier.rpc.presentation import presentation_from_wire
from verifier.rpc.presented import presented_to_wire

_DAY = Date(year=2027, month=3, day=9)
_EVERYTHING = verification_pb2.ExamineRequest(
    request_id="12345678",
    mrz_lines=GOOD,
    visual_zone=verification_pb2.VisualZone(
        surname="SANTOSO",
        given_names="BUDI",
        document_number="X1234567",
        issuing_state="IDN",
        nationality="IDN",
        birth_date=Date(year=1985),
        expiry_date=_DAY,
        sex=common_pb2.SEX_MALE,
        birth_place="SEMARANG",
        personal_number="12",
        issue_date=_DAY,
    ),
    visa_mrz_lines=["V<UTO"],
    chip_mrz_lines=["P<UTO"],
    terminal_checks=[
        verification_pb2.TerminalCheck(
            check_id="electronic.access", result=verification_pb2.CHECK_RESULT_FAILED, evaluatory=True
        )
    ],
    journey=common_pb2.Journey(
        direction=common_pb2.DIRECTION_ARRIVAL,
        legs=[common_pb2.Leg(origin="CGK", destination="SIN", carrier="GA", number="826")],
        booking=common_pb2.Booking(
            payer=common_pb2.PAYER_AGENCY,
            one_way=False,
            group_size=4,
            agency="PT X",
            contact_hashes=["ab"],
            status=common_pb2.BOOKING_STATUS_CANCELLED,
            paid_in_cash=True,
            route_own_choice=False,
            consecutive_documents=True,
            locator_hash="cd",
            payer_hash="ef",
            agency_licence="12/2024",
        ),
        purpose=common_pb2.PURPOSE_WORK,
        stay_until=_DAY,
        party=[
            common_pb2.PartyMember(
                reference="aunt",
                claimed_relation="aunt",
                age_years=0,
                holds_documents_of_traveller=False,
                consent_paper=True,
            )
        ],
        officer_cues=["TIP-020"],
        counter_cues=["CTR-01"],
        visa=common_pb2.Visa(visa_class=common_pb2.VISA_CLASS_VISIT, max_stay_days=0),
        party_links=[common_pb2.PartyLink(reference="a", relation="mother", of_reference="traveller")],
        party_complete=False,
        placement_registered=False,
        receiver_verified=True,
        deported=False,
        permitted_until=_DAY,
        passport_issued_far_from_home=True,
    ),
    retry=True,
)
for leg in _EVERYTHING.journey.legs:
    leg.departure_time.FromJsonString("2027-03-01T08:00:00Z")
    leg.arrival_time.FromJsonString("2027-03-01T10:00:00Z")
_EVERYTHING.journey.booking.book_time.FromJsonString("2027-02-01T08:00:00Z")


def back(request: verification_pb2.ExamineRequest) -> verification_pb2.Presented:
    return presented_to_wire(presentation_from_wire(request))


def as_presented(request: verification_pb2.ExamineRequest) -> verification_pb2.Presented:
    """The same message: field names agree but for what is not kept."""
    names = [field.name for field in verification_pb2.Presented.DESCRIPTOR.fields]
    presented = verification_pb2.Presented()
    for name in names:
        value = getattr(request, name)
        if isinstance(value, bool):
            setattr(presented, name, value)
        elif hasattr(value, "CopyFrom"):
            getattr(presented, name).CopyFrom(value)
        else:
            getattr(presented, name).extend(value)
    return presented


def test_every_field_comes_back() -> None:
    assert back(_EVERYTHING) == as_presented(_EVERYTHING)


def test_everything_above_is_everything_there_is() -> None:
    """A field that is added to the wire must be added to the way back, too."""
    for message in (_EVERYTHING.visual_zone, _EVERYTHING.journey, _EVERYTHING.journey.booking):
        assert {field.name for field, _ in message.ListFields()} == {field.name for field in message.DESCRIPTOR.fields}


@given(st.lists(st.sampled_from(["party_complete", "deported", "receiver_verified"]), unique=True), st.booleans())
def test_what_nobody_said_stays_unsaid(said: list[str], answer: bool) -> None:  # noqa: FBT001 - hypothesis draws it
    request = verification_pb2.ExamineRequest(mrz_lines=GOOD)
    for name in said:
        setattr(request.journey, name, answer)
    journey = back(request).journey
    assert {field.name for field, _ in journey.ListFields()} == set(said)


def test_lists_hold_no_personal_part() -> None:
    kept = case(1, officer=Actor("booth-1", "off-17", Role.OFFICER))
    assert not case_to_wire(kept, summary=True).HasField("presented")
    assert list(case_to_wire(kept).presented.mrz_lines) == list(GOOD)
