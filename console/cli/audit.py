"""`lintas audit`: is the record whole?"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from console.cli import audit_retention
from console.cli.inputs import parse_time
from console.cli.plain import plain
from console.cli.session import Json, session_of, told_plainly
from console.event_filter import EventFilter, told
from console.subject_access import COUNTED, Applicant
from ledger.actor import Role
from ledger.chain import Head
from watchlist.partial_date import PartialDate

app = typer.Typer(help="Verify and read the ledger of everything that was done.", no_args_is_help=True)
app.add_typer(audit_retention.app, name="retention")
_ALWAYS: Final = frozenset({"cases", "entries", "proposals", "events"})


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

        session.check_database()
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


@app.command()
def query(
    context: typer.Context,
    kind: Annotated[str, typer.Option("--kind", help="Kinds that begin so, such as watchlist. or case.decided")] = "",
    officer: Annotated[str, typer.Option("--officer", help="Only what this person did.")] = "",
    subject: Annotated[str, typer.Option("--subject", help="Only this resource, such as entries/ID or cases/ID.")] = "",
    since: Annotated[str, typer.Option("--since", metavar="TIME", help="YYYY-MM-DD or with a time.")] = "",
    until: Annotated[str, typer.Option("--until", metavar="TIME", help="Before this time.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="The last so many.")] = 100,
    as_json: Json = False,
) -> None:
    """Who did what, and when: events of the ledger, the oldest first. They hold no personal data of travellers.

    Example: lintas audit query --kind watchlist. --since 2026-05-01
    """
    session = session_of(context)
    wanted = EventFilter(kind, officer, subject, parse_time(since, "--since"), parse_time(until, "--until"))
    with told_plainly():
        from console.wiring import open_audit  # noqa: PLC0415 - loads the data base

        session.check_database()
        with open_audit(session.settings) as audit:
            found = audit.query(wanted, limit=limit)
    for event in found:
        if as_json:
            print(json.dumps(told(event), ensure_ascii=False))  # noqa: T201 - machines read it
        else:
            when = event.recorded_at.astimezone().strftime("%Y-%m-%d %H:%M:%S")
            who = f"{event.actor.officer_id} ({event.actor.role.value}) at {event.actor.device_id}"
            session.out.print(
                f"{event.sequence:>8}  {when}  {event.kind:26} {plain(event.subject)}  [dim]{plain(who)}[/]",
                highlight=False,
                soft_wrap=True,
            )
    if not found and not as_json:
        session.out.print("no such events")


@app.command("export-subject")
def export_subject(
    context: typer.Context,
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FILE", help="A new file, readable by its owner only.")],
    name: Annotated[str, typer.Option("--name", help="The name; needs --birth-date.")] = "",
    birth_date: Annotated[str, typer.Option("--birth-date", metavar="DATE", help="YYYY-MM-DD.")] = "",
    document: Annotated[list[str] | None, typer.Option("--document", help="A document number.")] = None,
    identity: Annotated[list[str] | None, typer.Option("--identity", help="An identity number (NIK).")] = None,
) -> None:
    """Everything that is kept on one person, and all that was done with it, as JSON (subject access).

    Example: lintas --role auditor audit export-subject --name "ANNA CITRA" --birth-date 1990-01-02 -o anna.json
    """
    session = session_of(context)
    if session.role not in {Role.AUDITOR, Role.ADMINISTRATOR}:
        raise typer.BadParameter("needs the role auditor or administrator", param_hint="--role")
    with told_plainly(), counting(session.err) as seen:
        from console.wiring import open_subject_access  # noqa: PLC0415 - loads the data base

        applicant = Applicant(name, _date(birth_date), tuple(document or ()), tuple(identity or ()))
        session.check_database()
        with open_subject_access(session.settings) as access:
            found = access.export(applicant, session.actor, seen=seen)
    try:
        with os.fdopen(os.open(out, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
            json.dump(found, file, ensure_ascii=False, indent=2)
    except OSError as error:
        raise typer.BadParameter(error.strerror or "cannot be written", param_hint="--out") from None
    counts = ", ".join(f"{len(found[each]):,} {each}" for each in COUNTED if found[each] or each in _ALWAYS)
    session.out.print(f"wrote [bold]{plain(str(out))}[/]: {counts}")


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        raise typer.BadParameter("YYYY-MM-DD", param_hint="--birth-date") from None


@contextmanager
def counting(console: Console) -> Iterator[Callable[[], None]]:
    """Shows how many records were looked at."""
    columns = (SpinnerColumn(), TextColumn("looked at {task.completed:,.0f} records"))
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task("", total=None)
        yield lambda: progress.advance(task)
