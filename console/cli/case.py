"""`lintas case`: look up cases and record decisions."""

from __future__ import annotations

from typing import Annotated, Final

import typer
from rich.table import Table

from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.cli.verdict import Verdict
from console.client import new_request_id
from console.words import ADVICE, OUTCOME
from ledger.short_id import SHOWN_LENGTH
from ledger.text import Text
from lintas.v1 import verification_pb2

app = typer.Typer(help="Look up cases and record decisions.", no_args_is_help=True)
Name = Annotated[str, typer.Argument(metavar="CASE", help="cases/ID, the ID alone, or its first 8 digits or more.")]
_WIDE: Final = 120
_PIPE_WIDTH: Final = 200
_COLUMNS: Final = (
    Text(id="kasus", en="case"),
    Text(id="waktu", en="time"),
    Text(id="saran", en="advice"),
    Text(id="keputusan", en="decision"),
    Text(id="petugas", en="officer"),
    Text(id="perangkat", en="device"),
)
_NONE: Final = Text(
    id="belum ada kasus: periksa dahulu sebuah dokumen, seperti `lintas examine BERKAS`",
    en="no cases yet: examine a document first, as in `lintas examine FILE`",
)


def _full(name: str) -> str:
    return name if "/" in name else f"cases/{name}"


@app.command()
def show(context: typer.Context, name: Name, server: Server = "", as_json: Json = False) -> None:
    """Show one case: what was read, checked, found, advised and decided."""
    session = session_of(context)
    with told_plainly(), session.client(server, looks_only=True) as client:
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
    with told_plainly(), session.client(server, looks_only=True) as client:
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
    with told_plainly(), session.client(server, looks_only=True) as client:
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
    if not cases:
        session.out.print(session.say(_NONE))
        return
    if not session.out.is_terminal:
        # a pipe has no width: whoever reads it gets whole ids on one line
        session.out.width = max(_PIPE_WIDTH, session.out.width)
    session.out.print(_table(session, cases))


def _table(session: Session, cases: list[verification_pb2.Case]) -> Table:
    """Ids in full where there is room, or where a program reads them; else enough of them to name the case."""
    is_wide = not session.out.is_terminal or session.out.width >= _WIDE
    table = Table(*map(session.say, _COLUMNS), box=None)
    for column in table.columns[:2]:
        column.no_wrap = True
    table.columns[0].min_width = SHOWN_LENGTH
    for case in cases:
        advice = ADVICE[verification_pb2.AdviceKind.Name(case.examination.advice.kind)]
        outcome = OUTCOME[verification_pb2.Outcome.Name(case.outcome)]
        when = case.create_time.ToDatetime().strftime("%Y-%m-%d %H:%MZ")
        name = case.name if is_wide else case.name.removeprefix("cases/")[:SHOWN_LENGTH]
        actor = case.actor
        table.add_row(name, when, session.say(advice), session.say(outcome), actor.officer_id, actor.device_id)
    return table
