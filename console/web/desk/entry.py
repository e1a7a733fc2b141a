"""One entry: what it says, its history, and everything that can be proposed about it."""

from __future__ import annotations

from typing import Final

from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.client import ServiceError, new_request_id
from console.web.desk.entry_form import entry_of, filled, midnight
from console.web.desk.people import READERS, SUPERVISORS
from console.web.desk.words import Words
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import LintasError, invalid_field
from lintas.v1 import supervision_pb2 as wire
from lintas.v1 import watchlist_pb2

_LARGEST_BODY_BYTES: Final = 256 * 1024


def _name(visit: Visit) -> str:
    return f"entries/{visit.request.path_params['entry_id']}"


def _entry(visit: Visit) -> Response:
    with visit.services() as services:
        entry = services.get_entry(_name(visit))
        history = services.entry_history(wire.GetEntryHistoryRequest(name=entry.name))
        rules = services.list_rules()
    rule = next((each for each in rules.rules if each.category == entry.category), None)
    is_in_force = entry.state in {watchlist_pb2.ENTRY_STATE_ACTIVE, watchlist_pb2.ENTRY_STATE_NOT_YET_VALID}
    return visit.page(
        "desk/entry.html",
        says=Words(),
        entry=entry,
        history=history,
        rule=rule,
        request_id=new_request_id(),
        may_change=visit.role in SUPERVISORS and entry.list_id == "local" and is_in_force,
    )


def _new(visit: Visit) -> Response:
    return _form_page(visit, {"kind": "ENTRY_KIND_PERSON"}, None)


def _correct(visit: Visit) -> Response:
    with visit.services() as services:
        entry = services.get_entry(_name(visit))
    return _form_page(visit, dict(filled(entry, visit.world.zone)), entry)


def _form_page(
    visit: Visit,
    values: dict[str, str],
    entry: watchlist_pb2.Entry | None,
    error: LintasError | ServiceError | None = None,
) -> Response:
    with visit.services() as services:
        rules = services.list_rules()
    return visit.page(
        "desk/form.html",
        status=400 if error else 200,
        says=Words(),
        entry=entry,
        values=values,
        rules={watchlist_pb2.Category.Name(rule.category): rule for rule in rules.rules},
        action_names=watchlist_pb2.Action.Name,
        error=error,
        faults={_field_of(name): text for name, text in _faults(error)},
        request_id=values.get("request_id") or new_request_id(),
    )


def _faults(error: LintasError | ServiceError | None) -> list[tuple[str, str]]:
    if isinstance(error, ServiceError):
        return list(error.fields)
    return [(fault.field, fault.description) for fault in error.fields] if error else []


def _field_of(name: str) -> str:
    """`change.entry.names[0].full` as `names`."""
    return name.removeprefix("change.").removeprefix("entry.").split(".")[0].split("[")[0]


def _propose(visit: Visit) -> Response:
    """A new entry, or a correction where the form names one. What is wrong is shown beside what was typed."""
    form, known = visit.form, None
    name = form.text("entry")
    try:
        with visit.services() as services:
            if name:
                known = services.get_entry(name)
            change = wire.ProposedChange(
                kind=wire.PROPOSAL_KIND_CORRECT if known is not None else wire.PROPOSAL_KIND_ADD,
                entry=entry_of(form, visit.world.zone, known),
            )
            if known is not None:
                change.targets.add(name=name, etag=form.text("etag"))
            request = wire.ProposeChangeRequest(
                request_id=form.text("request_id"), change=change, reason=form.text("reason")
            )
            proposal = services.propose_change(request)
    except (LintasError, ServiceError) as error:
        if isinstance(error, ServiceError) and error.code not in {"INVALID_ARGUMENT", "FAILED_PRECONDITION", "ABORTED"}:
            raise
        typed = {field: form.raw(field) for field in form.values} | {"request_id": ""}
        return _form_page(visit, typed, known, error)
    return _proposed(visit, proposal)


def _act(visit: Visit) -> Response:
    """Extend, revoke, object, or decide on an objection."""
    form = visit.form
    name, etag, request_id = _name(visit), form.text("etag"), form.text("request_id")
    reason, what = form.text("reason"), form.text("what")
    with visit.services() as services:
        if what == "extend":
            until = midnight(form.text("valid_until"), visit.world.zone, "valid_until")
            proposal = services.extend_entry(
                wire.ExtendEntryRequest(request_id=request_id, name=name, etag=etag, valid_until=until, reason=reason)
            )
        elif what == "revoke":
            proposal = services.revoke_entry(
                wire.RevokeEntryRequest(request_id=request_id, name=name, etag=etag, reason=reason)
            )
        elif what == "object":
            services.register_objection(
                wire.RegisterObjectionRequest(
                    request_id=request_id, name=name, etag=etag, reference=form.text("reference")
                )
            )
            visit.world.hub.publish("desk")
            return visit.go(f"/desk/{name}", done="objection_registered")
        elif what in {"uphold", "dismiss"}:
            change = wire.ProposedChange(
                kind=wire.PROPOSAL_KIND_DECIDE_OBJECTION,
                targets=[wire.ChangeTarget(name=name, etag=etag)],
                objection_reference=form.text("reference"),
                objection_upheld=what == "uphold",
            )
            proposal = services.propose_change(
                wire.ProposeChangeRequest(request_id=request_id, change=change, reason=reason)
            )
        else:
            raise invalid_field("what", "extend, revoke, object, uphold or dismiss")
    return _proposed(visit, proposal)


def _undo(visit: Visit) -> Response:
    """Propose that the entry says again what an older version said."""
    form, name = visit.form, _name(visit)
    with visit.services() as services:
        history = services.entry_history(wire.GetEntryHistoryRequest(name=name))
        then = next((each.entry for each in history.versions if each.entry.etag == form.text("version")), None)
        if then is None:
            raise HTTPException(404)
        change = wire.ProposedChange(
            kind=wire.PROPOSAL_KIND_CORRECT,
            entry=then,
            targets=[wire.ChangeTarget(name=name, etag=form.text("etag"))],
        )
        request = wire.ProposeChangeRequest(
            request_id=form.text("request_id"), change=change, reason=form.text("reason")
        )
        proposal = services.propose_change(request)
    return _proposed(visit, proposal)


def _proposed(visit: Visit, proposal: wire.Proposal) -> Response:
    visit.world.hub.publish("desk")
    return visit.go(f"/desk/{proposal.name}", done="proposed")


ENTRY_ROUTES: Final = (
    page("/desk/new", _new, roles=SUPERVISORS),
    page("/desk/propose", _propose, roles=SUPERVISORS, methods=("POST",), largest_body_bytes=_LARGEST_BODY_BYTES),
    page("/desk/entries/{entry_id}", _entry, roles=READERS),
    page("/desk/entries/{entry_id}/correct", _correct, roles=SUPERVISORS),
    page("/desk/entries/{entry_id}/act", _act, roles=SUPERVISORS, methods=("POST",)),
    page("/desk/entries/{entry_id}/undo", _undo, roles=SUPERVISORS, methods=("POST",)),
)
