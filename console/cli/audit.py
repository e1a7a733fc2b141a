"""`lintas audit`: is the record whole?"""

from __future__ import annotations

import json
from typing import Annotated

import typer

from console.cli.session import Json, session_of, told_plainly
from ledger.chain import Head

app = typer.Typer(help="Verify and read the ledger of everything that was done.", no_args_is_help=True)


@app.command()
def verify(
    context: typer.Context,
    head: Annotated[
        list[str] | None,
        typer.Option(
            "--head", metavar="SEQUENCE:DIGEST", help="A head noted earlier, elsewhere: shows if the end was cut."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Find every event that was changed, removed, moved or put in, and every case that is not as it was recorded.

    Prints the head of the chain: note it on another machine or on paper, and give it with --head next time.
    Exit code 3 when anything is wrong.
    """
    session = session_of(context)
    try:
        heads = [Head.parse(text) for text in head or ()]
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--head") from None
    with told_plainly():
        from console.wiring import open_audit  # noqa: PLC0415 - loads the data base

        with open_audit(session.settings) as audit:
            report = audit.verify(heads)
    if as_json:
        faults = [{"kind": f.kind.value, "sequence": f.sequence, "detail": f.detail} for f in report.faults]
        answer = {"ok": not faults, "events": report.event_count, "head": str(report.head), "faults": faults}
        print(json.dumps(answer))  # noqa: T201 - machines read it
    else:
        for fault in report.faults:
            session.out.print(f"[red]✗[/] event {fault.sequence}: {fault.kind.value}: {fault.detail}", highlight=False)
        if not report.faults:
            session.out.print(
                f"[green]✓[/] {report.event_count} events, the chain and all records are whole", highlight=False
            )
        session.out.print(f"head {report.head}", highlight=False)
    if report.faults:
        raise typer.Exit(3)
