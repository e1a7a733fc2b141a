"""«Not the same person»: what waits for a second person, what has run out."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from console.client import new_request_id
from console.web.desk.people import READERS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from ledger.actor import Role
from ledger.errors import invalid_field
from lintas.v1 import exclusions_pb2 as wire

_STATES: Final = ("waiting", "in_force", "due", "withdrawn")
_PAGE: Final = 25
_DECIDERS: Final = frozenset({Role.SECOND_OFFICER, Role.SUPERVISOR})
_SEERS: Final = READERS | _DECIDERS


def _namesakes(visit: Visit) -> Response:
    state = visit.ask("state") if visit.ask("state") in _STATES else "waiting"
    request = wire.ListExclusionsRequest(
        page_size=_PAGE, page_token=visit.ask("page"), state=f"EXCLUSION_STATE_{state.upper()}"
    )
    with visit.services() as services:
        answer = services.list_exclusions(request)
    return visit.page(
        "desk/namesakes.html",
        says=Words(),
        exclusions=answer.exclusions,
        next_token=answer.next_page_token,
        chosen=state,
        states=_STATES,
        may_decide=visit.role in _DECIDERS,
        own_name=visit.who.account.name.casefold(),
        new_id=new_request_id,
    )


def _decide(visit: Visit) -> Response:
    form, name = visit.form, f"exclusions/{visit.request.path_params['exclusion_id']}"
    what, request_id, etag = form.text("what"), form.text("request_id"), form.text("etag")
    with visit.services() as services:
        if what == "confirm":
            services.confirm_exclusion(wire.ConfirmExclusionRequest(request_id=request_id, name=name, etag=etag))
        elif what == "withdraw":
            services.withdraw_exclusion(
                wire.WithdrawExclusionRequest(request_id=request_id, name=name, etag=etag, reason=form.text("reason"))
            )
        else:
            raise invalid_field("what", "confirm or withdraw")
    visit.world.hub.publish("desk")
    return visit.go("/desk/namesakes", done=f"exclusion_{what}")


NAMESAKE_ROUTES: Final = (
    page("/desk/namesakes", _namesakes, roles=_SEERS),
    page("/desk/namesakes/{exclusion_id}", _decide, roles=_DECIDERS, methods=("POST",)),
)
