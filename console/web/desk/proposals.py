"""The queue of what waits for a second person, and the review."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from console.client import new_request_id
from console.web.desk.people import READERS, SUPERVISORS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import invalid_field
from lintas.v1 import supervision_pb2 as wire

_STATES: Final = ("pending", "approved", "rejected", "withdrawn")
_DECISIONS: Final = {"approve": "APPROVED", "reject": "REJECTED", "withdraw": "WITHDRAWN"}
_PAGE: Final = 25


def _proposals(visit: Visit) -> Response:
    state = visit.ask("state") if visit.ask("state") in _STATES else "pending"
    request = wire.ListPendingRequest(
        page_size=_PAGE, page_token=visit.ask("page"), state=f"PROPOSAL_STATE_{state.upper()}"
    )
    with visit.services() as services:
        answer = services.list_pending(request)
    return visit.page(
        "desk/proposals.html",
        says=Words(),
        proposals=answer.proposals,
        next_token=answer.next_page_token,
        chosen=state,
        states=_STATES,
    )


def _proposal(visit: Visit) -> Response:
    with visit.services() as services:
        proposal = services.get_proposal(f"proposals/{visit.request.path_params['proposal_id']}")
    is_own = proposal.proposer.officer_id.casefold() == visit.who.account.name.casefold()
    return visit.page(
        "desk/proposal.html",
        says=Words(),
        proposal=proposal,
        is_own=is_own,
        is_pending=proposal.state == wire.PROPOSAL_STATE_PENDING,
        may_decide=visit.role in SUPERVISORS,
        request_id=new_request_id(),
    )


def _review(visit: Visit) -> Response:
    form, name = visit.form, f"proposals/{visit.request.path_params['proposal_id']}"
    decision = _DECISIONS.get(form.text("decision"))
    if decision is None:
        raise invalid_field("decision", "approve, reject or withdraw")
    request = wire.ReviewChangeRequest(
        request_id=form.text("request_id"),
        name=name,
        etag=form.text("etag"),
        decision=f"PROPOSAL_STATE_{decision}",
        reason=form.text("reason"),
    )
    with visit.services() as services:
        services.review_change(request)
    visit.world.hub.publish("desk")
    return visit.go(f"/desk/{name}", done=f"proposal_{decision.lower()}")


PROPOSAL_ROUTES: Final = (
    page("/desk/proposals", _proposals, roles=READERS),
    page("/desk/proposals/{proposal_id}", _proposal, roles=READERS),
    page("/desk/proposals/{proposal_id}/review", _review, roles=SUPERVISORS, methods=("POST",)),
)
