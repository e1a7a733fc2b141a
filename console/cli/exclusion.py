"""`lintas exclusion`: «not the same person», decided by two, remembered for one document and one entry."""

from __future__ import annotations

from datetime import UTC
from typing import Annotated

import typer

from console.cli.plain import plain
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from lintas.v1 import exclusions_pb2 as wire
from lintas.v1 import watchlist_pb2

app = typer.Typer(help="Remember that a traveller is not the listed person.", no_args_is_help=True)
_Name = Annotated[str, typer.Argument(metavar="EXCLUSION", help="exclusions/ID, or the ID alone.")]
_Reason = Annotated[str, typer.Option("--reason", "-m", help="What tells the two apart; why it is taken back.")]


@app.command()
def record(
    context: typer.Context,
    entry: Annotated[str, typer.Argument(metavar="ENTRY", help="entries/ID, or the ID alone.")],
    document: Annotated[str, typer.Option("--document", metavar="ISSUER:NUMBER", help="The traveller's document.")],
    reason: _Reason,
    months: Annotated[int, typer.Option("--months", min=1, max=120, help="How long it holds.")] = 24,
    case: Annotated[str, typer.Option("--case", help="The case in which the two were compared.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record that the holder of a document is not the listed person. A second person must agree.

    Example: lintas exclusion record bans:7 --document IDN:X1234567 -m "born in 1991, the entry's person in 1958"
    """
    session = session_of(context)
    issuer, _, number = document.rpartition(":")
    with told_plainly(), session.client(server) as client:
        found = client.get_entry(entry if entry.startswith("entries/") else f"entries/{entry}")
        request = wire.RecordExclusionRequest(
            request_id=new_request_id(),
            document=watchlist_pb2.DocumentKey(issuer=issuer, number=number),
            entry=found.name,
            entry_etag=found.etag,
            reason=reason,
            months=months,
            case=client.get_case(f"cases/{case.removeprefix('cases/')}").name if case else "",
        )
        _show(session, client.record_exclusion(request), as_json=as_json)


@app.command()
def confirm(context: typer.Context, name: _Name, server: Server = "", as_json: Json = False) -> None:
    """Agree, as the second person."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_exclusion(_full(name))
        request = wire.ConfirmExclusionRequest(request_id=new_request_id(), name=found.name, etag=found.etag)
        _show(session, client.confirm_exclusion(request), as_json=as_json)


@app.command()
def withdraw(context: typer.Context, name: _Name, reason: _Reason, server: Server = "", as_json: Json = False) -> None:
    """Take it back: the hit shows again at once."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_exclusion(_full(name))
        request = wire.WithdrawExclusionRequest(
            request_id=new_request_id(), name=found.name, etag=found.etag, reason=reason
        )
        _show(session, client.withdraw_exclusion(request), as_json=as_json)


@app.command("list")
def list_exclusions(
    context: typer.Context,
    state: Annotated[str, typer.Option("--state", help="waiting, in_force, due or withdrawn; all otherwise.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """What was decided; `--state due` are those that have run out and wait for a review."""
    if state not in {"", "waiting", "in_force", "due", "withdrawn"}:
        raise typer.BadParameter("waiting, in_force, due or withdrawn", param_hint="--state")
    session = session_of(context)
    token, count = "", 0
    with told_plainly(), session.client(server, looks_only=True) as client:
        while True:
            wanted = f"EXCLUSION_STATE_{(state or 'unspecified').upper()}"
            page = client.list_exclusions(wire.ListExclusionsRequest(page_size=200, page_token=token, state=wanted))
            for exclusion in page.exclusions:
                count += 1
                _show(session, exclusion, as_json=as_json)
            if not (token := page.next_page_token):
                break
    if not count and not as_json:
        session.out.print("none")


def _full(name: str) -> str:
    return name if name.startswith("exclusions/") else f"exclusions/{name}"


def _show(session: Session, exclusion: wire.Exclusion, *, as_json: bool) -> None:
    if as_json:
        print_json(exclusion)
        return
    state = wire.ExclusionState.Name(exclusion.state).removeprefix("EXCLUSION_STATE_").lower().replace("_", " ")
    until = exclusion.expire_time.ToDatetime(tzinfo=UTC).astimezone().strftime("%Y-%m-%d")
    document = f"{exclusion.document.issuer}:{exclusion.document.number}"
    people = " and ".join(
        plain(actor.officer_id) for actor in (exclusion.recorded_by, exclusion.confirmed_by) if actor.officer_id
    )
    session.out.print(
        f"[bold]{plain(exclusion.name)}[/]  {state}, until {until}: {plain(document)} is not {plain(exclusion.entry)}\n"
        f"  by {people}: {plain(exclusion.reason)}",
        soft_wrap=True,
    )
