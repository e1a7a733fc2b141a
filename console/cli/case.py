"""`lintas case`: look up cases and record decisions."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from console.cli.session import Json, Server, print_json, session_of, told_plainly
from console.cli.verdict import Verdict
from console.client import new_request_id
from console.words import ADVICE, OUTCOME
from lintas.v1 import verification_pb2

app = typer.Typer(help="Look up cases and record decisions.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="CASE", help="cases/ID, or the ID alone.")]


def _full(name: str) -> str:
    return name if "/" in name else f"cases/{name}"


@app.command()
def show(context: typer.Context, name: Name, server: Server = "", as_json: Json = False) -> None:
    """Show one case: what was read, checked, found, advised and decided."""
    session = session_of(context)
    with told_plainly(), session.client(server) as client:
        case = client.get_case(_full(name))
    if as_json:
        print_json(case)
    else:
        session.out.print(Verdict(session.language).panel(case))


@app.command()
def decide(
    context: typer.Context,
    name: Name,
    outcome: Annotated[str, typer.Argument(metavar="OUTCOME", help="clear, refer, defer, refuse, hold or protect.")],
    reason: Annotated[str, typer.Option("--reason", help="Coded reason; refuse, defer and hold need one.")] = "",
    note: Annotated[str, typer.Option("--note", help="Free text, kept with the personal data.")] = "",
    confirms: Annotated[
        str, typer.Option("--confirms", metavar="DECISION", help="Confirm this decision as its second person.")
    ] = "",
    emergency: Annotated[
        bool, typer.Option("--emergency", help="PROTECT that cannot wait for a second person.")
    ] = False,
    etag: Annotated[str, typer.Option("--etag", help="State of the case that you saw; read now when not given.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record a decision. Defer, refuse, hold and protect take effect when a second person confirms them."""
    session = session_of(context)
    known = {key.removeprefix("OUTCOME_").lower(): key for key in OUTCOME if key != "OUTCOME_UNSPECIFIED"}
    if outcome.lower() not in known:
        raise typer.BadParameter(f"one of {', '.join(known)}", param_hint="OUTCOME")
    with told_plainly(), session.client(server) as client:
        case = client.record_decision(
            verification_pb2.RecordDecisionRequest(
                request_id=new_request_id(),
                name=_full(name),
                etag=etag or client.get_case(_full(name)).etag,
                outcome=known[outcome.lower()],
                reason_code=reason.upper(),
                note=note,
                confirms_decision_id=confirms,
                emergency=emergency,
            )
        )
    if as_json:
        print_json(case)
    else:
        session.out.print(Verdict(session.language).panel(case))


@app.command("list")
def list_cases(
    context: typer.Context,
    undecided: Annotated[bool, typer.Option("--undecided", help="Only cases that nobody decided yet.")] = False,
    officer: Annotated[str, typer.Option("--officer", help="Only cases of this officer.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List cases, newest first."""
    session = session_of(context)
    cases: list[verification_pb2.Case] = []
    token = ""
    with told_plainly(), session.client(server) as client:
        while len(cases) < limit:
            request = verification_pb2.ListCasesRequest(
                page_size=min(200, limit - len(cases)), page_token=token, undecided_only=undecided, officer_id=officer
            )
            page = client.list_cases(request)
            cases.extend(page.cases)
            token = page.next_page_token
            if not token:
                break
    if as_json:
        for case in cases:
            print_json(case)
        return
    table = Table("case", "time", "advice", "decision", "officer", "device", box=None)
    for case in cases:
        advice = ADVICE[verification_pb2.AdviceKind.Name(case.examination.advice.kind)]
        outcome = OUTCOME[verification_pb2.Outcome.Name(case.outcome)]
        when = case.create_time.ToDatetime().strftime("%Y-%m-%d %H:%M:%SZ")
        actor = case.actor
        table.add_row(case.name, when, session.say(advice), session.say(outcome), actor.officer_id, actor.device_id)
    session.out.print(table if cases else "no cases yet: examine a document first, as in `lintas examine FILE`")
