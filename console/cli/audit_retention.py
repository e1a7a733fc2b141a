"""`lintas audit retention`: records of protection are masked, then erased; one proposes, another decides."""

from __future__ import annotations

import json
from enum import Enum
from typing import Annotated, Final

import typer

from console.cli.plain import plain
from console.cli.session import Json, Session, session_of, told_plainly
from console.client import new_request_id
from ledger.event import format_instant
from ledger.request_key import RequestKey
from ledger.text import Text
from verifier.protection.records import etag_of
from verifier.protection.retention import OrderState, RetentionOrder, Step

app = typer.Typer(
    help="Mask, then erase, what calls, referrals, outcomes, tips, cues and leads hold of people. Needs two persons.",
    no_args_is_help=True,
)
_WORDS: Final = {
    Step.MASK: Text(id="samarkan", en="mask"),
    Step.ERASE: Text(id="hapus", en="erase"),
    OrderState.PENDING: Text(id="menunggu orang kedua", en="waits for a second person"),
    OrderState.APPROVED: Text(id="disetujui dan dilaksanakan", en="approved and carried out"),
    OrderState.REJECTED: Text(id="ditolak", en="rejected"),
    OrderState.WITHDRAWN: Text(id="ditarik kembali", en="withdrawn"),
}
_NOTHING: Final = Text(id="tidak ada", en="nothing")


class Decision(Enum):
    """What the second person says, or the first."""

    APPROVE = "approve"
    REJECT = "reject"
    WITHDRAW = "withdraw"


_STATES: Final = {
    Decision.APPROVE: OrderState.APPROVED,
    Decision.REJECT: OrderState.REJECTED,
    Decision.WITHDRAW: OrderState.WITHDRAWN,
}


@app.command()
def due(
    context: typer.Context,
    step: Annotated[Step, typer.Argument(metavar="mask|erase", help="Which step.")],
    as_json: Json = False,
) -> None:
    """What may be masked or erased by its age, the oldest first."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_retention  # noqa: PLC0415 - loads the data base

        session.check_database()
        with open_retention(session.settings) as desk:
            found = desk.due(step)
    for held in found:
        if as_json:
            print(json.dumps({"name": held.name, "kept": format_instant(held.created_at)}))  # noqa: T201 - machines read it
        else:
            session.out.print(f"{held.created_at:%Y-%m-%d}  {plain(held.name)}", highlight=False)
    if not found and not as_json:
        session.out.print(session.say(_NOTHING))


@app.command()
def propose(
    context: typer.Context,
    step: Annotated[Step, typer.Argument(metavar="mask|erase", help="Which step.")],
    names: Annotated[
        list[str], typer.Argument(metavar="NAME...", help="tips/ID, referrals/ID, …; cases/ID for all of a case.")
    ],
    reason: Annotated[str, typer.Option("--reason", "-m", help="Why; kept with the order.")],
    request: Annotated[
        str, typer.Option("--request", help="File number of the person's own request: no period is waited for.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Propose that records are masked, or erased. Needs the role supervisor or protection_officer (--role).

    Example: lintas --role supervisor audit retention propose erase cases/3f2b8c1d -m "asked for" --request 17/2026
    """
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_retention  # noqa: PLC0415 - loads the data base

        session.check_database()
        with open_retention(session.settings) as desk:
            order = desk.propose(step, names, reason, session.actor, _key(), reference=request)
    _show(session, order, as_json=as_json)


@app.command()
def review(
    context: typer.Context,
    order: Annotated[str, typer.Argument(metavar="ORDER", help="retentions/ID, the ID alone, or its first 8 digits.")],
    decision: Annotated[Decision, typer.Argument(metavar="approve|reject|withdraw")],
    as_json: Json = False,
) -> None:
    """Approve what somebody else proposed, which carries it out; reject it; or withdraw what you proposed."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_retention  # noqa: PLC0415 - loads the data base

        session.check_database()
        with open_retention(session.settings) as desk:
            before = desk.get(order.removeprefix("retentions/"))
            after = desk.decide(before.record_id, etag_of(before), _STATES[decision], session.actor, _key())
    _show(session, after, as_json=as_json)


@app.command("list")
def list_orders(
    context: typer.Context,
    state: Annotated[OrderState | None, typer.Option("--state", help="Only these.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    as_json: Json = False,
) -> None:
    """Orders, newest first."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_retention  # noqa: PLC0415 - loads the data base

        session.check_database()
        with open_retention(session.settings) as desk:
            page = desk.list(state, page_size=limit, page_token="")
    for order in page.records:
        _show(session, order, as_json=as_json)
    if not page.records and not as_json:
        session.out.print(session.say(_NOTHING))


def _show(session: Session, order: RetentionOrder, *, as_json: bool) -> None:
    if as_json:
        told = {
            "name": order.name,
            "step": order.step.value,
            "state": order.state.value,
            "targets": [held.name for held in order.targets],
            "reason": order.reason,
            "request": order.request_reference,
            "proposed_by": order.actor.officer_id,
            "decided_by": order.decided_by.officer_id if order.decided_by else "",
        }
        print(json.dumps(told, ensure_ascii=False))  # noqa: T201 - machines read it
        return
    step, state = session.say(_WORDS[order.step]), session.say(_WORDS[order.state])
    session.out.print(f"[bold]{order.name}[/]  {step}: {state}", highlight=False)
    session.out.print(f"  {plain(order.actor.officer_id)}: {plain(order.reason)}", highlight=False)
    for held in order.targets:
        session.out.print(f"  {plain(held.name)}", highlight=False)


def _key() -> RequestKey:
    return RequestKey(new_request_id(), "")
