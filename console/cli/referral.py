"""`lintas referral`: who can help, calls to parents, referrals and their receipts."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from console.cli.inputs import parse_json
from console.cli.plain import plain
from console.cli.protection_words import SHOWN, chosen, chosen_all, instant, named
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from ledger.text import Text
from lintas.v1 import common_pb2, protection_pb2

app = typer.Typer(help="Refer people to those who can help. Needs the role protection_officer.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="REFERRAL", help="referrals/ID, or the ID alone.")]

_STALE = Text(
    id="nomor sudah waktunya diperiksa ulang: telepon dulu", en="the numbers are due for review: ring before you rely"
)
_SETTLED = Text(id="CTR-04 dapat dimasukkan", en="CTR-04 may be entered")
_ALARMING = Text(
    id="Orang tua tidak tahu perjalanan ini: beri tahu atasan", en="The parent knows nothing of it: tell the supervisor"
)


@app.command()
def directory(context: typer.Context, server: Server = "", as_json: Json = False) -> None:
    """Show who can help, and which numbers are due for review."""
    session = session_of(context)
    with told_plainly(), session.policy_client(server) as client:
        found = client.referral_directory()
    if as_json:
        print_json(found)
        return
    for service in found.services:
        session.out.print(f"[bold]{plain(_say(session, service.title))}[/]  [dim]{service.name}[/]")
        session.out.print(f"  {plain(_say(session, service.role))}")
        for contact in service.contacts:
            note = f" ({plain(_say(session, contact.note))})" if contact.HasField("note") else ""
            session.out.print(f"  {contact.kind:9} [bold]{plain(contact.value)}[/]{note}")
        if service.stale:
            session.out.print(f"  [yellow]! {session.say(_STALE)}[/]")


def _say(session: Session, text: common_pb2.Text) -> str:
    return text.id if session.language == "id" else text.en


@app.command("call-back")
def call_back(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="cases/ID, or the ID alone.")],
    reached: Annotated[str, typer.Option("--reached", help="Was a parent reached? yes, no or unknown.")],
    confirms: Annotated[str, typer.Option("--confirms", help="Do they know of the journey? yes, no, unknown.")] = "",
    found_in: Annotated[
        str,
        typer.Option(
            "--number-from",
            help="population-register, passport-application, school-or-office, consulate, public-directory; "
            "not independent: given-by-child, given-by-companion, on-consent-paper.",
        ),
    ] = "",
    paper: Annotated[str, typer.Option("--paper", help="Consent paper: verified, seen, missing, unknown.")] = "",
    called_at: Annotated[str, typer.Option("--at", help="When; now, where it is not given.")] = "",
    note: Annotated[str, typer.Option("--note", help="Free text, kept with the personal data.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record one attempt to reach a child's parents. Keep no number: say where you found it.

    Example: lintas referral call-back CASE --reached yes --confirms yes --number-from school-or-office
    """
    session = session_of(context)
    told = protection_pb2.CallBack(
        case=named(case, "cases"),
        call_time=instant(called_at, "--at"),
        parent_reached=chosen(protection_pb2.Answer, reached, "--reached") or None,
        confirms_journey=chosen(protection_pb2.Answer, confirms, "--confirms") or None,
        consent_paper=chosen(protection_pb2.ConsentPaper, paper, "--paper") or None,
        number_source=chosen(protection_pb2.NumberSource, found_in, "--number-from") or None,
        note=note,
    )
    with told_plainly(), session.client(server, looks_only=True) as client:
        kept = client.record_call_back(
            protection_pb2.RecordCallBackRequest(request_id=new_request_id(), call_back=told)
        )
    if as_json:
        print_json(kept)
        return
    session.out.print(f"{kept.name}: {session.say(SHOWN[protection_pb2.Answer.Name(kept.parent_reached)])}")
    if kept.settles:
        session.out.print(f"[green]✓ {session.say(_SETTLED)}[/]")
    if kept.alarming:
        session.out.print(f"[yellow]! {session.say(_ALARMING)}[/]")


@app.command()
def create(
    context: typer.Context,
    service: Annotated[str, typer.Argument(metavar="SERVICE", help="As in `lintas referral directory`.")],
    *,
    status: Annotated[str, typer.Option("--status", help="possible, actual or not.")] = "possible",
    consent: Annotated[
        str, typer.Option("--consent", help="given, refused, child-best-interests, unable (with --need medical).")
    ] = "",
    child: Annotated[bool | None, typer.Option("--child/--adult", help="Leave it out where the age is open.")] = None,
    case: Annotated[str, typer.Option("--case", help="The case that it came from.")] = "",
    decided_by: Annotated[str, typer.Option("--decided-by", help="police, ngo, court-or-prosecution, …")] = "",
    control: Annotated[list[str] | None, typer.Option("--control", help="Methods of control (HTCDS).")] = None,
    recruitment: Annotated[list[str] | None, typer.Option("--recruitment", help="Methods of recruitment.")] = None,
    exploitation: Annotated[list[str] | None, typer.Option("--exploitation", help="Types of exploitation.")] = None,
    role_of_other: Annotated[list[str] | None, typer.Option("--role-of-other", help="Nobody is named.")] = None,
    need: Annotated[list[str] | None, typer.Option("--need", help="shelter, medical, legal, interpreter, …")] = None,
    incoming: Annotated[bool, typer.Option("--incoming", help="From that service to us.")] = False,
    note: Annotated[str, typer.Option("--note", help="Without names, numbers, addresses.")] = "",
    file: Annotated[
        str, typer.Option("--file", metavar="JSON|FILE", help="The whole referral, instead of options.")
    ] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Refer somebody, in the terms of IOM's Human Trafficking Case Data Standard. An adult's consent is needed.

    Example: lintas --role protection_officer referral create sapa-129 --consent given --adult --need shelter
    """
    session = session_of(context)
    wire = protection_pb2
    told = wire.Referral(
        direction=wire.REFERRAL_DIRECTION_INCOMING if incoming else wire.REFERRAL_DIRECTION_OUTGOING,
        case=named(case, "cases"),
        status=chosen(wire.TraffickingStatus, status, "--status") or None,
        decided_by=chosen(wire.DecisionMaker, decided_by, "--decided-by") or None,
        consent=chosen(wire.Consent, consent, "--consent") or None,
        control=chosen_all(wire.Control, control, "--control"),
        recruitment=chosen_all(wire.Recruitment, recruitment, "--recruitment"),
        exploitation=chosen_all(wire.Exploitation, exploitation, "--exploitation"),
        roles_of_others=chosen_all(wire.RoleInProcess, role_of_other, "--role-of-other"),
        needs=chosen_all(wire.Need, need, "--need"),
        note=note,
    )
    if child is not None:
        told.child = child
    if file:
        told = parse_json(file, wire.Referral(), "--file")
    told.service = named(service, "services")
    with told_plainly(), session.client(server) as client:
        kept = client.create_referral(wire.CreateReferralRequest(request_id=new_request_id(), referral=told))
    _show(session, kept, as_json=as_json)


def _show(session: Session, kept: protection_pb2.Referral, *, as_json: bool) -> None:
    if as_json:
        print_json(kept)
        return
    state = session.say(SHOWN[protection_pb2.ReferralState.Name(kept.state)])
    session.out.print(f"[bold]{kept.name}[/]  {kept.handover_code}  {plain(kept.service)}  {state}")
    if kept.service_stale:
        session.out.print(f"  [yellow]! {session.say(_STALE)}[/]")


@app.command()
def show(
    context: typer.Context,
    name: Name,
    htcds: Annotated[bool, typer.Option("--htcds", help="The fields under their HTCDS names, one a line.")] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Show one referral."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        kept = client.get_referral(named(name, "referrals"))
    if htcds and not as_json:
        for field in sorted(kept.htcds):
            session.out.print(f"{field}: {plain(kept.htcds[field])}")
        return
    _show(session, kept, as_json=as_json)


@app.command("list")
def list_referrals(
    context: typer.Context,
    state: Annotated[str, typer.Option("--state", help="sent, acknowledged or declined.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List referrals, newest first."""
    session = session_of(context)
    wanted = chosen(protection_pb2.ReferralState, state, "--state") or None
    with told_plainly(), session.client(server, looks_only=True) as client:
        page = client.list_referrals(protection_pb2.ListReferralsRequest(page_size=limit, state=wanted))
    if as_json:
        for kept in page.referrals:
            print_json(kept)
        return
    table = Table("referral", "time", "service", "status", "state", box=None)
    for kept in page.referrals:
        table.add_row(
            kept.name,
            kept.create_time.ToDatetime().strftime("%Y-%m-%d %H:%MZ"),
            plain(kept.service),
            session.say(SHOWN[protection_pb2.TraffickingStatus.Name(kept.status)]),
            session.say(SHOWN[protection_pb2.ReferralState.Name(kept.state)]),
        )
    session.out.print(table if page.referrals else "no referrals")


@app.command()
def acknowledge(
    context: typer.Context,
    name: Name,
    their_reference: Annotated[str, typer.Option("--their-reference", help="The other side's own number.")] = "",
    declined: Annotated[bool, typer.Option("--declined", help="They cannot take the person.")] = False,
    received_at: Annotated[str, typer.Option("--at", help="When; now, where it is not given.")] = "",
    etag: Annotated[str, typer.Option("--etag", help="State that you saw; read now when not given.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record the receipt of the hand-over."""
    session = session_of(context)
    full = named(name, "referrals")
    receipt = protection_pb2.ReferralReceipt(
        accepted=not declined, receive_time=instant(received_at, "--at"), their_reference=their_reference
    )
    with told_plainly(), session.client(server, looks_only=True) as client:
        kept = client.acknowledge_referral(
            protection_pb2.AcknowledgeReferralRequest(
                request_id=new_request_id(),
                name=full,
                etag=etag or client.get_referral(full).etag,
                receipt=receipt,
            )
        )
    _show(session, kept, as_json=as_json)
