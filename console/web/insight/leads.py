"""Leads of patterns: the list, one lead with its evidence, and what an analyst makes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from starlette.responses import Response

from console.client import ServiceError, new_request_id
from console.web.field_faults import faults_of
from console.web.insight.people import ANALYSTS, LEAD_READERS
from console.web.page import page
from console.web.visit import Visit
from console.words import LEAD_STATE, MEASURE
from ledger.text import Text
from lintas.v1 import insight_pb2 as wire

_PAGE: Final = 50
_WAITING: Final = "waiting"
_STATES: Final = ("looked_at", "passed_on", "set_aside", "explained", "all")
_DECISIONS: Final = ("looked_at", "passed_on", "set_aside")
_LIGHTS: Final[Mapping[str, str]] = {
    "LEAD_STATE_NEW": "warn",
    "LEAD_STATE_GROWN": "warn",
    "LEAD_STATE_PASSED_ON": "care",
    "LEAD_STATE_EXPLAINED": "ok",
}


def _leads(visit: Visit) -> Response:
    chosen = visit.ask("state") if visit.ask("state") in _STATES else _WAITING
    found, token = _listed(visit, chosen)
    return visit.page(
        "insight/leads.html", leads=found, next_token=token, chosen=chosen, states=(_WAITING, *_STATES), **_words()
    )


def _listed(visit: Visit, chosen: str) -> tuple[Sequence[wire.Lead], str]:
    """What waits, all of it at once; else a page of one state, or of all."""
    names = ("NEW", "GROWN") if chosen == _WAITING else ("UNSPECIFIED" if chosen == "all" else chosen.upper(),)
    found: list[wire.Lead] = []
    token = ""
    with visit.services() as services:
        for name in names:
            answer = services.list_leads(
                wire.ListLeadsRequest(
                    page_size=200 if chosen == _WAITING else _PAGE,
                    page_token="" if chosen == _WAITING else visit.ask("page"),
                    state=f"LEAD_STATE_{name}",
                )
            )
            found += answer.leads
            token = "" if chosen == _WAITING else answer.next_page_token
    return found, token


def _lead(visit: Visit) -> Response:
    return _shown(visit, values={}, faults={})


def _shown(visit: Visit, *, values: Mapping[str, str], faults: Mapping[str, Text], status: int = 200) -> Response:
    with visit.services() as services:
        lead = services.get_lead(f"leads/{visit.request.path_params['lead_id']}")
    return visit.page(
        "insight/lead.html",
        status=status,
        lead=lead,
        may_decide=visit.role in ANALYSTS,
        decisions=_DECISIONS,
        request_id=new_request_id(),
        values=values,
        faults=faults,
        **_words(),
    )


def _decide(visit: Visit) -> Response:
    """Recorded, or the form again with what was typed and the fault beside its field."""
    form, lead_id = visit.form, visit.request.path_params["lead_id"]
    values = {name: form.text(name) for name in ("state", "reason")}
    state = f"LEAD_STATE_{values['state'].upper()}" if values["state"] in _DECISIONS else "LEAD_STATE_UNSPECIFIED"
    request = wire.DecideLeadRequest(
        request_id=form.text("request_id"),
        name=f"leads/{lead_id}",
        etag=form.text("etag"),
        state=state,
        reason=values["reason"],
    )
    try:
        with visit.services() as services:
            services.decide_lead(request)
    except ServiceError as error:
        if error.code != "INVALID_ARGUMENT":
            raise
        return _shown(visit, values=values, faults=faults_of(error.fields), status=400)
    return visit.go(f"/insight/leads/{lead_id}", done="lead_decided")


def _words() -> dict[str, Any]:
    return {
        "state_name": lambda lead: LEAD_STATE[wire.LeadState.Name(lead.state)],
        "light_of": lambda lead: _LIGHTS.get(wire.LeadState.Name(lead.state), "none"),
        "decision_name": lambda state: LEAD_STATE[f"LEAD_STATE_{state.upper()}"],
        "names_of": lambda decision: wire.LeadState.Name(decision.state).removeprefix("LEAD_STATE_").lower(),
        "measure": lambda name: MEASURE.get(name, Text(id=name, en=name)),
    }


LEAD_ROUTES: Final = (
    page("/insight/leads", _leads, roles=LEAD_READERS),
    page("/insight/leads/{lead_id}", _lead, roles=LEAD_READERS),
    page("/insight/leads/{lead_id}/decide", _decide, roles=ANALYSTS, methods=("POST",)),
)
