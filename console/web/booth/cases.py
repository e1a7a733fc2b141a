"""Lists of cases: one's own, those that await a second person, all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.client import ServiceError
from console.web.page import page
from console.web.visit import Visit
from ledger.actor import Role
from lintas.v1 import verification_pb2

COUNTER: Final = frozenset({Role.OFFICER, Role.SECOND_OFFICER, Role.SUPERVISOR})
READERS: Final = COUNTER | {Role.AUDITOR}
_SEE_ALL: Final = frozenset({Role.SUPERVISOR, Role.AUDITOR})
_RECENT: Final = 6
_PAGE: Final = 25
_MOST_UNDECIDED: Final = 200
_VIEWS: Final = ("mine", "awaiting", "all")


def case_path(name: str) -> str:
    """Where the case of that name is shown."""
    return f"/booth/{name}"


def recent_cases(visit: Visit) -> Sequence[verification_pb2.Case]:
    """The last few of this person; none where the service is away: the banner tells."""
    request = verification_pb2.ListCasesRequest(page_size=_RECENT, officer_id=visit.who.account.name)
    try:
        with visit.services() as services:
            return services.list_cases(request).cases
    except ServiceError:
        return ()


def _cases(visit: Visit) -> Response:
    sees_all = visit.role in _SEE_ALL
    view = visit.ask("view") or ("all" if visit.role is Role.AUDITOR else "mine")
    if view not in _VIEWS or (view == "all" and not sees_all):
        raise HTTPException(404)
    with visit.services() as services:
        if view == "awaiting":
            request = verification_pb2.ListCasesRequest(page_size=_MOST_UNDECIDED, undecided_only=True)
            cases = [case for case in services.list_cases(request).cases if awaiting(case)]
            next_token = ""
        else:
            officer = visit.who.account.name if view == "mine" else ""
            request = verification_pb2.ListCasesRequest(
                page_size=_PAGE, officer_id=officer, page_token=visit.ask("page")
            )
            answer = services.list_cases(request)
            cases, next_token = list(answer.cases), answer.next_page_token
    return visit.page("booth/cases.html", view=view, sees_all=sees_all, cases=cases, next_token=next_token)


def awaiting(case: verification_pb2.Case) -> bool:
    """A decision on it awaits a second person."""
    return any(decision.awaiting_second_person for decision in case.decisions)


CASES_ROUTES: Final = (page("/booth/cases", _cases, roles=READERS),)
