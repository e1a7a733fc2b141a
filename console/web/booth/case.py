"""One case: looking at it, deciding on it, printing it."""

from __future__ import annotations

import json
from typing import Any, Final

from google.protobuf.json_format import MessageToDict
from starlette.responses import Response

from console.client import new_request_id
from console.web.booth import case_view as view
from console.web.booth.cases import COUNTER, READERS, case_path
from console.web.booth.cues import counter_choices, cue_groups
from console.web.booth.examine_form import legs_padded, party_padded
from console.web.booth.protection_view import protection_view
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field
from lintas.v1 import verification_pb2
from verifier.decision import REASONS, Outcome, needs_second_person

_LONGEST_NOTE: Final = 2000


def _shown(visit: Visit) -> dict[str, Any]:
    with visit.services() as services:
        case = services.get_case(f"cases/{visit.request.path_params['case_id']}")
    examination = case.examination
    lines = view.mrz_lines(examination)
    return {
        "case": case,
        "case_path": case_path(case.name),
        "short_name": case.name.removeprefix("cases/")[:8],
        "lines": lines,
        "repairs": view.repairs(lines),
        "rows": view.field_rows(case, lines),
        "groups": view.check_groups(examination.checks),
        "hits": [(hit, view.evidence_rows(hit)) for hit in examination.hits],
        "protection": protection_view(examination.protection, visit.world.policy),
        "band": view.band_points(examination.reading),
        "notes": view.reading_notes(examination.reading),
        "may_decide": visit.role in COUNTER,
    }


def _case(visit: Visit) -> Response:
    shown = _shown(visit)
    policy, journey = visit.world.policy, shown["case"].presented.journey
    return visit.page(
        "booth/case.html",
        **shown,
        request_id=new_request_id(),
        again_id=new_request_id(),
        retry_id=new_request_id(),
        outcomes=[(outcome, needs_second_person(outcome)) for outcome in Outcome],
        reasons=REASONS,
        cue_groups=cue_groups(policy),
        counters=counter_choices(policy),
        legs=legs_padded(journey),
        party=party_padded(journey),
        page_text=view.page_text,
        iso_date=view.iso_date,
    )


def _record(visit: Visit) -> Response:
    return visit.page("booth/record.html", **_shown(visit), reasons=REASONS, iso_date=view.iso_date)


def _record_file(visit: Visit) -> Response:
    """The whole case for machines: the proto's canonical JSON, as a file."""
    with visit.services() as services:
        case = services.get_case(f"cases/{visit.request.path_params['case_id']}")
    name = f"lintas-{case.name.removeprefix('cases/')[:8]}.json"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    body = json.dumps(MessageToDict(case), ensure_ascii=False, indent=1)
    return Response(body, media_type="application/json", headers=headers)


def _decide(visit: Visit) -> Response:
    """Record a decision, or confirm somebody else's."""
    form, name = visit.form, f"cases/{visit.request.path_params['case_id']}"
    known = {outcome.value: f"OUTCOME_{outcome.name}" for outcome in Outcome}
    outcome = known.get(form.text("outcome"))
    if outcome is None:
        raise invalid_field("outcome", "choose a decision first")
    if len(form.text("note")) > _LONGEST_NOTE:
        raise invalid_field("note", f"at most {_LONGEST_NOTE} characters")
    request = verification_pb2.RecordDecisionRequest(
        request_id=form.text("request_id"),
        name=name,
        etag=form.text("etag"),
        outcome=outcome,
        reason_code=form.text("reason_code"),
        note=form.text("note"),
        confirms_decision_id=form.text("confirms"),
        emergency=form.text("emergency") == "1",
    )
    with visit.services() as services:
        case = services.record_decision(request)
    visit.world.hub.publish("cases")
    visit.world.hub.publish(f"case:{visit.request.path_params['case_id']}")
    return visit.go(case_path(case.name), done=_done(case, request))


def _done(case: verification_pb2.Case, request: verification_pb2.RecordDecisionRequest) -> str:
    if request.confirms_decision_id:
        return "confirmed"
    return "awaits" if case.decisions[-1].awaiting_second_person else "decided"


CASE_ROUTES: Final = (
    page("/booth/cases/{case_id}", _case, roles=READERS),
    page("/booth/cases/{case_id}/record", _record, roles=READERS),
    page("/booth/cases/{case_id}/record.json", _record_file, roles=READERS),
    page("/booth/cases/{case_id}/decide", _decide, roles=COUNTER, methods=("POST",)),
)
