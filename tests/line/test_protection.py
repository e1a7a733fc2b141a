"""ProtectionService end to end: what is asked, recorded, refused, and who may see it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from google.protobuf.timestamp_pb2 import Timestamp

from console.authorisation import PERMISSIONS
from console.client import Client, ServiceError, new_request_id
from console.settings import Settings
from console.wiring import House
from ledger.actor import Actor, Role
from ledger.rpc.caller import metadata_of
from ledger.sql import Database, SqlLedger
from lintas.v1 import common_pb2, verification_pb2
from lintas.v1 import protection_pb2 as wire
from tests.line.conftest import ClientFor
from tests.line.test_requests import request as examine_request

PROTECTOR = Actor("desk-7", "prot-1", Role.PROTECTION_OFFICER)
AUDITOR = Actor("desk-9", "aud-1", Role.AUDITOR)
SECRET = "Siti Rahayu, Jalan Melati 5, 0812-3456-7890"


@pytest.fixture
def protector(client_for: ClientFor) -> Iterator[Client]:
    with client_for(PROTECTOR) as client:
        yield client


@pytest.fixture
def auditor(client_for: ClientFor) -> Iterator[Client]:
    with client_for(AUDITOR) as client:
        yield client


def examined(officer: Client, *cues: str) -> verification_pb2.Case:
    return officer.examine(examine_request(journey={"officer_cues": cues, "direction": "DIRECTION_DEPARTURE"}))


def test_the_catalogue_is_whole_and_says_its_digest(officer: Client) -> None:
    found = officer.list_indicators()
    assert (len(found.indicators), len(found.counter_indicators)) == (76, 12)
    assert len(found.policy_sha256) == 64
    by_id = {each.indicator_id: each for each in found.indicators}
    assert by_id["TIP-123"].weight == wire.INDICATOR_WEIGHT_CRITICAL
    assert by_id["TIP-060"].direction == common_pb2.DIRECTION_DEPARTURE
    assert by_id["TIP-060"].facts == ["journey.is_visit", "booking.is_one_way"]
    assert by_id["TIP-067"].asks_only
    assert all(each.name.id and each.name.en and each.caveat.id for each in found.indicators)


def test_assess_says_what_one_more_fact_would_change(officer: Client) -> None:
    journey = common_pb2.Journey(
        direction=common_pb2.DIRECTION_DEPARTURE, officer_cues=["TIP-001", "TIP-002", "TIP-071"]
    )
    found = officer.assess(journey)
    assert found.kind == verification_pb2.ADVICE_KIND_CLEAR
    (dimension,) = found.dimensions
    assert (dimension.dimension, dimension.positive) == ("control_in_transit", False)
    raising = {change.identifier: change for change in dimension.changes}
    assert raising["TIP-003"].becomes_positive
    assert raising["TIP-003"].advice == verification_pb2.ADVICE_KIND_REFER
    assert found.questions
    standings = {cue.indicator_id: verification_pb2.CueStanding.Name(cue.standing) for cue in found.cues}
    assert standings["TIP-071"] == "CUE_STANDING_ASKING"
    journey.officer_cues.append("TIP-003")
    positive = officer.assess(journey)
    assert positive.kind == verification_pb2.ADVICE_KIND_REFER
    lifting = {change.identifier: change for change in positive.dimensions[0].changes}
    assert lifting["CTR-12"].advice == verification_pb2.ADVICE_KIND_CLEAR
    assert {"separate", "hotline"} <= {step.step_id for step in positive.handling}


def test_assess_reads_the_case_again(officer: Client) -> None:
    """The child's age comes from the document of the case; the party from the question."""
    child = ("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<", "X1234567<7IDN1203120M3401011<<<<<<<<<<<<<<02")
    case = officer.examine(examine_request(mrz_lines=child))
    uncle = common_pb2.PartyMember(reference="a", claimed_relation="paman", age_years=40, consent_paper=False)
    found = officer.assess(common_pb2.Journey(party=[uncle], officer_cues=["TIP-084"]), case.name)
    assert found.child
    assert {cue.indicator_id for cue in found.cues} == {"TIP-080", "TIP-081", "TIP-084"}
    assert found.kind == verification_pb2.ADVICE_KIND_REFER
    assert "parent-call-back" in {step.step_id for step in found.handling}


def call_back(case: verification_pb2.Case, **facts: Any) -> wire.RecordCallBackRequest:
    told: dict[str, Any] = {
        "case": case.name,
        "parent_reached": "ANSWER_YES",
        "number_source": "NUMBER_SOURCE_SCHOOL_OR_OFFICE",
    }
    return wire.RecordCallBackRequest(request_id=new_request_id(), call_back=wire.CallBack(**(told | facts)))


def test_a_call_back_that_settles(officer: Client) -> None:
    case = examined(officer)
    sent = call_back(case, confirms_journey="ANSWER_YES", consent_paper="CONSENT_PAPER_VERIFIED", note=SECRET)
    kept = officer.record_call_back(sent)
    assert kept.settles
    assert kept.actor.officer_id == "off-17"
    assert officer.record_call_back(sent) == kept
    again = officer.record_call_back(call_back(case, parent_reached="ANSWER_NO"))
    assert not again.settles
    page = officer.list_call_backs(wire.ListCallBacksRequest(case=case.name))
    assert [each.name for each in page.call_backs] == [again.name, kept.name]


def referral(**facts: Any) -> wire.CreateReferralRequest:
    told: dict[str, Any] = {
        "service": "services/sapa-129",
        "status": "TRAFFICKING_STATUS_POSSIBLE",
        "consent": "CONSENT_GIVEN",
        "child": False,
        "control": ["CONTROL_WITHHOLDS_DOCUMENTS"],
        "needs": ["NEED_SHELTER"],
    }
    return wire.CreateReferralRequest(request_id=new_request_id(), referral=wire.Referral(**(told | facts)))


def test_a_referral_goes_out_and_its_receipt_comes_back(officer: Client, protector: Client) -> None:
    case = examined(officer, "TIP-123")
    sent = referral(case=case.name, note="needs an interpreter")
    kept = protector.create_referral(sent)
    assert protector.create_referral(sent) == kept
    assert kept.state == wire.REFERRAL_STATE_SENT
    assert len(kept.handover_code) == 8
    assert kept.htcds["vic_MethodsOfControl"] == "WithholdsDocuments"
    answer = wire.AcknowledgeReferralRequest(
        request_id=new_request_id(),
        name=kept.name,
        etag=kept.etag,
        receipt=wire.ReferralReceipt(accepted=True, their_reference="S-1"),
    )
    answered = protector.acknowledge_referral(answer)
    assert (answered.state, answered.receipt.their_reference) == (wire.REFERRAL_STATE_ACKNOWLEDGED, "S-1")
    assert protector.get_referral(kept.name) == answered
    waiting = protector.list_referrals(wire.ListReferralsRequest(state="REFERRAL_STATE_SENT", case=case.name))
    assert not waiting.referrals


def test_the_directory_marks_what_is_stale(officer: Client) -> None:
    found = officer.referral_directory()
    assert {each.name for each in found.services if each.stale} == set(found.stale)
    assert "services/lpsk" in {each.name for each in found.services}


def test_an_outcome_shows_in_the_figures(officer: Client, supervisor: Client, protector: Client) -> None:
    start = Timestamp()
    start.FromDatetime(datetime.now(UTC) - timedelta(hours=1))
    before = {each.indicator_id: each for each in supervisor.indicator_performance(start).indicators}["TIP-045"]
    case = examined(officer, "TIP-045")
    told = wire.CaseOutcome(
        case=case.name, stage="OUTCOME_STAGE_SECONDARY", status="TRAFFICKING_STATUS_NOT", minutes=11, note=SECRET
    )
    kept = officer.record_outcome(wire.RecordOutcomeRequest(request_id=new_request_id(), outcome=told))
    after = {each.indicator_id: each for each in supervisor.indicator_performance(start).indicators}["TIP-045"]
    assert (after.fired - before.fired, after.refuted - before.refuted) == (1, 1)
    assert after.helped_share.high < 1
    listed = protector.list_outcomes(wire.ListOutcomesRequest(case=case.name))
    assert [each.name for each in listed.outcomes] == [kept.name]


def test_a_tip_is_triaged_into_a_reference_and_nothing_else(officer: Client, supervisor: Client) -> None:
    told = wire.Tip(channel="TIP_CHANNEL_HOTLINE", kind="TIP_KIND_RECRUITER", text=SECRET, contact=SECRET)
    heard = officer.submit_tip(wire.SubmitTipRequest(request_id=new_request_id(), tip=told))
    assert heard.state == wire.TIP_STATE_NEW
    triaged = supervisor.triage_tip(
        wire.TriageTipRequest(
            request_id=new_request_id(),
            name=heard.name,
            etag=heard.etag,
            state="TIP_STATE_PROPOSED",
            priority="TIP_PRIORITY_SOON",
            reference="proposals/p-1",
        )
    )
    assert triaged.triages[0].reference == "proposals/p-1"
    found = supervisor.list_tips(wire.ListTipsRequest(state="TIP_STATE_PROPOSED"))
    assert triaged.name in {each.name for each in found.tips}


STRANGER = "cases/00000000-0000-0000-0000-000000000000"
Call = Callable[[Client], object]


def _outcome(**facts: Any) -> Call:
    told: dict[str, Any] = {"case": STRANGER, "stage": "OUTCOME_STAGE_SECONDARY", "status": "TRAFFICKING_STATUS_NOT"}
    request = wire.RecordOutcomeRequest(request_id=new_request_id(), outcome=wire.CaseOutcome(**(told | facts)))
    return lambda client: client.record_outcome(request)


def _referral(**facts: Any) -> Call:
    return lambda client: client.create_referral(referral(**facts))


def _tip(**facts: Any) -> Call:
    told: dict[str, Any] = {"channel": "TIP_CHANNEL_HOTLINE", "kind": "TIP_KIND_OTHER", "text": "x"}
    request = wire.SubmitTipRequest(request_id=new_request_id(), tip=wire.Tip(**(told | facts)))
    return lambda client: client.submit_tip(request)


def _call(**facts: Any) -> Call:
    case = verification_pb2.Case(name=STRANGER)
    return lambda client: client.record_call_back(call_back(case, **facts))


ACTUAL, BEST = wire.TRAFFICKING_STATUS_ACTUAL, wire.CONSENT_CHILD_BEST_INTERESTS
TOMORROW = Timestamp(seconds=4_000_000_000)
REFUSED: list[tuple[str, Call, str, str]] = [
    ("outcome of no case", _outcome(), "CASE_UNKNOWN", "outcome.case"),
    ("outcome without a stage", _outcome(stage=0), "INVALID_FIELD", "outcome.stage"),
    ("outcome with a word to come", _outcome(status=77), "UNKNOWN_ENUM", "outcome.status"),
    ("an actual victim by nobody's word", _outcome(status=ACTUAL), "INVALID_FIELD", "outcome.decided_by"),
    ("later, and by nobody", _outcome(stage="OUTCOME_STAGE_LATER"), "INVALID_FIELD", "outcome.decided_by"),
    ("a cue of no catalogue", _outcome(cues=["TIP-999"]), "INDICATOR_UNKNOWN", "outcome.cues[0]"),
    ("kept for a month", _outcome(minutes=44_640), "INVALID_FIELD", "outcome.minutes"),
    ("outcome of nothing", _outcome(case=""), "RESOURCE_NAME", "outcome.case"),
    ("an endless note", _outcome(note="x" * 4001), "TEXT_TOO_LONG", "outcome.note"),
    ("a service of no directory", _referral(service="services/x"), "SERVICE_UNKNOWN", "referral.service"),
    ("no service", _referral(service=""), "RESOURCE_NAME", "referral.service"),
    ("against their will", _referral(consent="CONSENT_REFUSED"), "CONSENT_REQUIRED", "referral.consent"),
    ("nobody asked", _referral(consent=0), "INVALID_FIELD", "referral.consent"),
    ("best interests of an adult", _referral(consent=BEST), "INVALID_FIELD", "referral.consent"),
    ("a need to come", _referral(needs=[77]), "UNKNOWN_ENUM", "referral.needs[0]"),
    ("referral of no case", _referral(case=STRANGER), "CASE_UNKNOWN", "referral.case"),
    ("no such referral", lambda client: client.get_referral("referrals/x"), "RECORD_UNKNOWN", "name"),
    ("an empty tip", _tip(text="  "), "INVALID_FIELD", "tip.text"),
    ("a tip that came by no way", _tip(channel=0), "INVALID_FIELD", "tip.channel"),
    ("half a date", _tip(travel_date={"year": 2026}), "INVALID_DATE", "tip.travel_date"),
    ("called tomorrow", _call(call_time=TOMORROW), "INVALID_FIELD", "call_back.call_time"),
    ("reached, on a number from nowhere", _call(number_source=0), "INVALID_FIELD", "call_back.number_source"),
    ("confirmed by nobody", _call(parent_reached="ANSWER_NO", confirms_journey="ANSWER_YES"), "INVALID_FIELD",
     "call_back.confirms_journey"),
    ("called about no case", _call(), "CASE_UNKNOWN", "call_back.case"),
    ("assess what contradicts itself", lambda client: client.assess(common_pb2.Journey(officer_cues=["TIP-999"])),
     "INDICATOR_UNKNOWN", "journey.officer_cues[0]"),
    ("assess no case", lambda client: client.assess(common_pb2.Journey(), STRANGER), "CASE_UNKNOWN", "case"),
    ("figures of no time", lambda client: client.indicator_performance(TOMORROW), "INVALID_FIELD", "end_time"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "reason", "field"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_is_wrong_is_named(protector: Client, call: Call, reason: str, field: str) -> None:
    with pytest.raises(ServiceError) as caught:
        call(protector)
    assert (caught.value.reason, [name for name, _ in caught.value.fields]) == (reason, [field])


def test_a_stale_triage_is_refused(officer: Client, protector: Client) -> None:
    heard = officer.submit_tip(
        wire.SubmitTipRequest(
            request_id=new_request_id(), tip=wire.Tip(channel="TIP_CHANNEL_ONLINE", kind="TIP_KIND_OTHER", text="x")
        )
    )
    first = wire.TriageTipRequest(
        request_id=new_request_id(),
        name=heard.name,
        etag=heard.etag,
        state="TIP_STATE_NO_ACTION",
        priority="TIP_PRIORITY_ROUTINE",
    )
    protector.triage_tip(first)
    with pytest.raises(ServiceError) as caught:
        protector.triage_tip(wire.TriageTipRequest(**_parts(first, request_id=new_request_id())))
    assert caught.value.reason == "ETAG_STALE"


def _parts(message: Any, **changes: Any) -> Any:
    return {field.name: value for field, value in message.ListFields()} | changes


def test_who_sees_crossings_sees_no_referral_and_the_other_way_round() -> None:
    service = "/lintas.v1.ProtectionService"
    for method in ("GetReferral", "ListReferrals", "AcknowledgeReferral"):
        assert PERMISSIONS[f"{service}/{method}"] == {Role.PROTECTION_OFFICER}
    for method, roles in PERMISSIONS.items():
        if "VerificationService" in method:
            assert Role.PROTECTION_OFFICER not in roles, method


@pytest.mark.parametrize("method", ["get_referral", "list_referrals"])
def test_no_other_role_reads_referrals(officer: Client, supervisor: Client, auditor: Client, method: str) -> None:
    argument: Any = "referrals/x" if method == "get_referral" else wire.ListReferralsRequest()
    for client in (officer, supervisor, auditor):
        with pytest.raises(ServiceError) as caught:
            getattr(client, method)(argument)
        assert caught.value.reason == "ROLE_NOT_ALLOWED"


def test_nothing_personal_in_ledger_or_log(
    officer: Client, protector: Client, settings: Settings, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Everything that these tests ever said of anybody, looked for in the whole record."""
    caplog.set_level(logging.DEBUG)
    case = examined(officer)
    officer.record_call_back(call_back(case, note=SECRET))
    protector.create_referral(referral(note=SECRET, case=case.name))
    with Database(settings.database_url) as database:
        events = list(SqlLedger(database).events())
    told = json.dumps([[event.kind, event.subject, event.body_json] for event in events]) + caplog.text
    for word in ("Siti", "Melati", "0812", "possible", "settles", "withholds"):
        assert word not in told, word
    referred = [event for event in events if event.kind.startswith("referral.")]
    assert referred
    assert not any("cases/" in event.body_json for event in referred)
    assert metadata_of(PROTECTOR)
