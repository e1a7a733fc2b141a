"""Every bad request is a clear error that names the field; every bad document is an answer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from console.client import Client, ServiceError, new_request_id
from lintas.v1 import verification_pb2 as wire

# an invented Indonesian passport with right check digits
GOOD = ("P<IDNSANTOSO<<BUDI<<<<<<<<<<<<<<<<<<<<<<<<<<", "X1234567<7IDN8503127M3401011<<<<<<<<<<<<<<06")
UTOPIA = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")


def request(**parts: object) -> wire.ExamineRequest:
    return wire.ExamineRequest(**({"request_id": new_request_id(), "mrz_lines": GOOD} | parts))  # type: ignore[arg-type]


BAD_REQUESTS: list[tuple[str, wire.ExamineRequest, str, str, str]] = [
    ("no id", request(request_id=""), "INVALID_ARGUMENT", "REQUEST_ID", "request_id"),
    ("odd id", request(request_id="x y"), "INVALID_ARGUMENT", "REQUEST_ID", "request_id"),
    ("nothing to examine", request(mrz_lines=()), "INVALID_ARGUMENT", "PRESENTATION_EMPTY", "image"),
    ("many lines", request(mrz_lines=["<"] * 13), "INVALID_ARGUMENT", "INVALID_FIELD", "mrz_lines"),
    ("endless line", request(mrz_lines=["<" * 501]), "INVALID_ARGUMENT", "TEXT_TOO_LONG", "mrz_lines[0]"),
    ("unknown engine", request(reading_engine="x"), "INVALID_ARGUMENT", "UNKNOWN_READING_ENGINE", "reading_engine"),
    (
        "31 February",
        request(visual_zone={"birth_date": {"year": 2000, "month": 2, "day": 31}}),
        "INVALID_ARGUMENT",
        "INVALID_DATE",
        "visual_zone.birth_date",
    ),
    ("unknown sex", request(visual_zone={"sex": 99}), "INVALID_ARGUMENT", "UNKNOWN_ENUM", "visual_zone.sex"),
    (
        "unknown direction",
        request(journey={"direction": 99}),
        "INVALID_ARGUMENT",
        "UNKNOWN_ENUM",
        "journey.direction",
    ),
    (
        "unknown check",
        request(terminal_checks=[{"check_id": "electronic.magic", "result": 1}]),
        "INVALID_ARGUMENT",
        "UNKNOWN_CHECK",
        "terminal_checks[0].check_id",
    ),
    (
        "check without result",
        request(terminal_checks=[{"check_id": "electronic.aa"}]),
        "INVALID_ARGUMENT",
        "INVALID_FIELD",
        "terminal_checks[0].result",
    ),
    ("not an image", request(mrz_lines=(), image=b"hello"), "INVALID_ARGUMENT", "IMAGE_NOT_DECODABLE", "image"),
]


@pytest.mark.parametrize(
    ("code", "reason", "field", "bad"),
    [(c, r, f, b) for _, b, c, r, f in BAD_REQUESTS],
    ids=[row[0] for row in BAD_REQUESTS],
)
def test_bad_requests(officer: Client, code: str, reason: str, field: str, bad: wire.ExamineRequest) -> None:
    with pytest.raises(ServiceError) as caught:
        officer.examine(bad)
    assert (caught.value.code, caught.value.reason) == (code, reason)
    assert field in [name for name, _ in caught.value.fields]


BAD_DOCUMENTS: list[tuple[str, tuple[str, ...]]] = [
    ("empty lines", ("", "")),
    ("one line", GOOD[:1]),
    ("half a line", (GOOD[0], GOOD[1][:20])),
    ("too long", (GOOD[0] + "<", GOOD[1])),
    ("Cyrillic look-alikes", (GOOD[0].replace("A", "А"), GOOD[1])),
    ("wrong digit", (GOOD[0], GOOD[1].replace("3401011", "3501011"))),
    ("emoji", ("😀" * 44, "😀" * 44)),
    ("only fillers", ("<" * 44, "<" * 44)),
    ("control characters", ("\x00" * 44, "\x7f" * 44)),
]


@pytest.mark.parametrize("lines", [lines for _, lines in BAD_DOCUMENTS], ids=[name for name, _ in BAD_DOCUMENTS])
def test_bad_documents_are_answers(officer: Client, lines: tuple[str, ...]) -> None:
    case = officer.examine(request(mrz_lines=lines))
    assert case.examination.advice.kind == wire.ADVICE_KIND_RETRY
    again = officer.examine(request(mrz_lines=lines, retry=True))
    assert again.examination.advice.kind == wire.ADVICE_KIND_REFER


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        ((GOOD[0].lower(), GOOD[1].lower()), "LOWER_CASE"),
        ((GOOD[0], GOOD[1].replace("1", "１")), "LOOK_ALIKE"),
        ((GOOD[0], GOOD[1][:20] + " " + GOOD[1][20:]), "SPACES_REMOVED"),
    ],
)
def test_what_is_mended_is_told(officer: Client, lines: tuple[str, ...], code: str) -> None:
    case = officer.examine(request(mrz_lines=lines))
    assert case.examination.advice.kind == wire.ADVICE_KIND_CLEAR
    assert {finding.code for finding in case.examination.mrz.findings} == {code}


def test_a_good_document_is_clear(officer: Client) -> None:
    case = officer.examine(request())
    assert wire.AdviceKind.Name(case.examination.advice.kind) == "ADVICE_KIND_CLEAR"
    assert case.actor.officer_id == "off-17"
    assert {reason.text.id for reason in case.examination.advice.reasons}


def test_a_specimen_is_never_clear(officer: Client) -> None:
    case = officer.examine(request(mrz_lines=UTOPIA))
    assert case.examination.specimen
    assert case.examination.advice.kind != wire.ADVICE_KIND_CLEAR


def test_the_same_request_again_is_the_same_case(officer: Client) -> None:
    once = request()
    assert officer.examine(once) == officer.examine(once)


def test_an_id_with_another_body_is_refused(officer: Client) -> None:
    once = request()
    officer.examine(once)
    other = request(request_id=once.request_id, mrz_lines=UTOPIA)
    with pytest.raises(ServiceError) as caught:
        officer.examine(other)
    assert (caught.value.code, caught.value.reason) == ("ALREADY_EXISTS", "REQUEST_ID_REUSED")


def decision(case: wire.Case, word: str, **parts: object) -> wire.RecordDecisionRequest:
    base = {"request_id": new_request_id(), "name": case.name, "etag": case.etag, "outcome": f"OUTCOME_{word}"}
    return wire.RecordDecisionRequest(**(base | parts))  # type: ignore[arg-type]


def test_clear_takes_force_at_once(officer: Client) -> None:
    case = officer.examine(request())
    decided = officer.record_decision(decision(case, "CLEAR"))
    assert decided.outcome == wire.OUTCOME_CLEAR
    assert decided.etag != case.etag
    assert officer.get_case(case.name) == decided


def test_refusal_needs_a_second_person(officer: Client, second: Client) -> None:
    case = officer.examine(request(journey={"direction": "DIRECTION_DEPARTURE"}))
    waiting = officer.record_decision(decision(case, "REFUSE", reason_code="DOCUMENT_FALSE"))
    assert waiting.outcome == wire.OUTCOME_UNSPECIFIED
    assert waiting.decisions[0].awaiting_second_person
    confirm = decision(waiting, "REFUSE", confirms_decision_id=waiting.decisions[0].decision_id)
    with pytest.raises(ServiceError) as caught:
        officer.record_decision(confirm)
    assert (caught.value.code, caught.value.reason) == ("PERMISSION_DENIED", "SECOND_PERSON_IS_FIRST")
    done = second.record_decision(confirm)
    assert done.outcome == wire.OUTCOME_REFUSE
    assert done.decisions[0].second_person.officer_id == "off-18"


def test_emergency_protection_waits_for_nobody(officer: Client) -> None:
    case = officer.examine(request())
    assert officer.record_decision(decision(case, "PROTECT", emergency=True)).outcome == wire.OUTCOME_PROTECT


def _stale(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "CLEAR", etag="x-0")


def _no_etag(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "CLEAR", etag="")


def _no_outcome(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "UNSPECIFIED")


def _unknown_outcome(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "CLEAR", outcome=77)


def _unknown_case(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "CLEAR", name="cases/none")


def _bad_name(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "CLEAR", name="case")


def _unknown_decision(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "REFUSE", confirms_decision_id="none")


def _no_reason(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "REFUSE")


def _bad_reason(case: wire.Case) -> wire.RecordDecisionRequest:
    return decision(case, "REFUSE", reason_code="I_DO_NOT_LIKE_YOU")


@pytest.mark.parametrize(
    ("make", "code", "field"),
    [
        (_stale, "ABORTED", "etag"),
        (_no_etag, "INVALID_ARGUMENT", "etag"),
        (_no_outcome, "INVALID_ARGUMENT", "outcome"),
        (_unknown_outcome, "INVALID_ARGUMENT", "outcome"),
        (_unknown_case, "NOT_FOUND", "name"),
        (_bad_name, "INVALID_ARGUMENT", "name"),
        (_unknown_decision, "NOT_FOUND", "confirms_decision_id"),
        (_no_reason, "INVALID_ARGUMENT", "reason_code"),
        (_bad_reason, "INVALID_ARGUMENT", "reason_code"),
    ],
)
def test_bad_decisions(
    officer: Client, make: Callable[[wire.Case], wire.RecordDecisionRequest], code: str, field: str
) -> None:
    case = officer.examine(request())
    with pytest.raises(ServiceError) as caught:
        officer.record_decision(make(case))
    assert caught.value.code == code
    assert field in [name for name, _ in caught.value.fields]
    assert officer.get_case(case.name) == case


def test_cases_are_listed_newest_first_in_pages(officer: Client) -> None:
    newest = [officer.examine(request()).name for _ in range(3)][::-1]
    first = officer.list_cases(wire.ListCasesRequest(page_size=2))
    rest = officer.list_cases(wire.ListCasesRequest(page_size=2, page_token=first.next_page_token))
    assert [case.name for case in (*first.cases, *rest.cases)][:3] == newest
    assert not first.cases[0].examination.HasField("mrz")


@pytest.mark.parametrize(("listing", "field"), [({"page_token": "%%"}, "page_token"), ({"page_size": -1}, "page_size")])
def test_bad_listings(officer: Client, listing: dict[str, object], field: str) -> None:
    with pytest.raises(ServiceError) as caught:
        officer.list_cases(wire.ListCasesRequest(**listing))  # type: ignore[arg-type]
    assert [name for name, _ in caught.value.fields] == [field]


def test_what_the_officer_sees_leads_to_protection_on_its_own_track(officer: Client) -> None:
    """Held papers, a companion who answers, threats: a critical cue is enough for PROTECT."""
    quiet = officer.examine(request())
    cues = ["TIP-001", "TIP-002", "TIP-003", "TIP-020", "TIP-021", "TIP-022"]
    case = officer.examine(request(journey={"officer_cues": cues, "direction": "DIRECTION_DEPARTURE"}))
    assert quiet.examination.advice.kind == wire.ADVICE_KIND_CLEAR
    assert case.examination.advice.kind == wire.ADVICE_KIND_PROTECT
    assert {reason.track for reason in case.examination.advice.reasons} == {"PROTECTION"}
    assert case.examination.advice.handling
    assert not case.examination.hits
    assert len(case.examination.provenance.policy_sha256) == 64
    kept = case.examination.protection
    assert {cue.indicator_id for cue in kept.cues} == set(cues)
    assert {wire.CueStanding.Name(cue.standing) for cue in kept.cues} == {"CUE_STANDING_COUNTED"}
    assert all(cue.by_person and not cue.by_rule for cue in kept.cues)
    assert kept.questions
    assert not quiet.examination.protection.cues


@pytest.mark.parametrize(("cues", "field"), [(["TIP-999"], "officer_cues"), (["tip"], "officer_cues")])
def test_cues_that_do_not_exist_are_refused(officer: Client, cues: list[str], field: str) -> None:
    with pytest.raises(ServiceError) as caught:
        officer.examine(request(journey={"officer_cues": cues}))
    assert caught.value.reason == "INDICATOR_UNKNOWN"
    assert field in caught.value.fields[0][0]
