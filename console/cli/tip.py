"""`lintas tip`: take in what people tell, and triage it. Never straight into a list."""

from __future__ import annotations

from typing import Annotated

import typer

from console.cli.inputs import parse_date, read_bytes
from console.cli.plain import plain
from console.cli.protection_words import SHOWN, chosen, named
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from lintas.v1 import protection_pb2

app = typer.Typer(help="Take in tips from hotlines and the public, and triage them.", no_args_is_help=True)


@app.command()
def submit(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT|-", help="What was told; - reads it from stdin.")],
    kind: Annotated[
        str, typer.Option("--kind", help="person-at-risk, recruiter, document, place-or-route, other.")
    ] = "other",
    channel: Annotated[
        str, typer.Option("--channel", help="hotline, in-person, written, partner, online.")
    ] = "hotline",
    contact: Annotated[str, typer.Option("--contact", help="How to reach who told it, if they want that.")] = "",
    travel_date: Annotated[str, typer.Option("--travel-date", metavar="DATE", help="When somebody travels.")] = "",
    route: Annotated[str, typer.Option("--route", help="Where, as told.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Take in a tip. Text and contact are kept with the personal data only.

    Example: lintas tip submit - --kind recruiter < call.txt
    """
    session = session_of(context)
    told = protection_pb2.Tip(
        channel=chosen(protection_pb2.TipChannel, channel, "--channel") or None,
        kind=chosen(protection_pb2.TipKind, kind, "--kind") or None,
        text=read_bytes("-", "TEXT").decode("utf-8", "replace") if text == "-" else text,
        contact=contact,
        travel_date=parse_date(travel_date, "--travel-date") if travel_date else None,
        route=route,
    )
    with told_plainly(), session.client(server) as client:
        kept = client.submit_tip(protection_pb2.SubmitTipRequest(request_id=new_request_id(), tip=told))
    _show(session, kept, as_json=as_json)


def _show(session: Session, kept: protection_pb2.Tip, *, as_json: bool) -> None:
    if as_json:
        print_json(kept)
        return
    state = session.say(SHOWN[protection_pb2.TipState.Name(kept.state)])
    when = kept.create_time.ToDatetime().strftime("%Y-%m-%d %H:%MZ")
    session.out.print(f"[bold]{kept.name}[/]  {when}  {state}")
    session.out.print(f"  {plain(kept.text)}")
    for triage in kept.triages:
        word = session.say(SHOWN[protection_pb2.TipState.Name(triage.state)])
        session.out.print(
            f"  → {word} {plain(triage.reference)} {plain(triage.note)} [dim]{triage.actor.officer_id}[/]"
        )


@app.command("list")
def list_tips(
    context: typer.Context,
    state: Annotated[
        str, typer.Option("--state", help="new, acted-on, passed-on, proposed, no-action, duplicate.")
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List tips, newest first. Needs the role supervisor or protection_officer (--role)."""
    session = session_of(context)
    wanted = chosen(protection_pb2.TipState, state, "--state") or None
    with told_plainly(), session.client(server, looks_only=True) as client:
        page = client.list_tips(protection_pb2.ListTipsRequest(page_size=limit, state=wanted))
    for kept in page.tips:
        _show(session, kept, as_json=as_json)
    if not page.tips and not as_json:
        session.out.print("no tips")


@app.command()
def triage(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="TIP", help="tips/ID, or the ID alone.")],
    state: Annotated[
        str, typer.Argument(metavar="STATE", help="acted-on, passed-on, proposed, no-action or duplicate.")
    ],
    etag: Annotated[str, typer.Option("--etag", help="State of the tip that you saw, from `lintas tip list --json`.")],
    priority: Annotated[str, typer.Option("--priority", help="immediate, soon or routine.")] = "routine",
    reference: Annotated[
        str,
        typer.Option("--reference", help="proposed: proposals/ID; duplicate: tips/ID; passed-on: services/ID."),
    ] = "",
    note: Annotated[str, typer.Option("--note", help="Free text, kept with the personal data.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record what a person made of a tip. A proposal is decided by supervisors; no list changes here."""
    session = session_of(context)
    request = protection_pb2.TriageTipRequest(
        request_id=new_request_id(),
        name=named(name, "tips"),
        etag=etag,
        state=chosen(protection_pb2.TipState, state, "STATE") or None,
        priority=chosen(protection_pb2.TipPriority, priority, "--priority") or None,
        reference=reference,
        note=note,
    )
    with told_plainly(), session.client(server, looks_only=True) as client:
        kept = client.triage_tip(request)
    _show(session, kept, as_json=as_json)
