"""`lintas outcome`: what came of cases, and what it says of every indicator."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from console.cli.plain import plain
from console.cli.protection_words import SHOWN, chosen, instant, named
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from ledger.text import Text
from lintas.v1 import protection_pb2

app = typer.Typer(help="Record what came of cases; see which indicators help.", no_args_is_help=True)

_NOTHING = Text(id="tidak ada petunjuk yang muncul dalam kurun ini", en="no indicator stood in this period")


@app.command()
def record(
    context: typer.Context,
    case: Annotated[str, typer.Argument(metavar="CASE", help="cases/ID, or the ID alone.")],
    status: Annotated[str, typer.Argument(metavar="STATUS", help="possible, actual or not.")],
    stage: Annotated[str, typer.Option("--stage", help="secondary (at the post) or later.")] = "secondary",
    decided_by: Annotated[
        str,
        typer.Option(
            "--decided-by",
            help="police, ngo, court-or-prosecution, non-police-governmental-organization, other; "
            "needed for `later` and for `actual`.",
        ),
    ] = "",
    cue: Annotated[list[str] | None, typer.Option("--cue", help="Indicator that secondary found.")] = None,
    counter_cue: Annotated[list[str] | None, typer.Option("--counter-cue", help="Counter-indicator found.")] = None,
    minutes: Annotated[int | None, typer.Option("--minutes", min=0, help="How long the person was kept.")] = None,
    note: Annotated[str, typer.Option("--note", help="Free text, kept with the personal data.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record what came of a case. The last word counts.

    Example: lintas outcome record CASE not --minutes 12
    """
    session = session_of(context)
    told = protection_pb2.CaseOutcome(
        case=named(case, "cases"),
        stage=chosen(protection_pb2.OutcomeStage, stage, "--stage") or None,
        status=chosen(protection_pb2.TraffickingStatus, status, "STATUS") or None,
        decided_by=chosen(protection_pb2.DecisionMaker, decided_by, "--decided-by") or None,
        cues=cue or (),
        counter_cues=counter_cue or (),
        note=note,
    )
    if minutes is not None:
        told.minutes = minutes
    with told_plainly(), session.client(server, looks_only=True) as client:
        kept = client.record_outcome(protection_pb2.RecordOutcomeRequest(request_id=new_request_id(), outcome=told))
    _show(session, kept, as_json=as_json)


def _show(session: Session, kept: protection_pb2.CaseOutcome, *, as_json: bool) -> None:
    if as_json:
        print_json(kept)
        return
    stage = session.say(SHOWN[protection_pb2.OutcomeStage.Name(kept.stage)])
    status = session.say(SHOWN[protection_pb2.TraffickingStatus.Name(kept.status)])
    when = kept.create_time.ToDatetime().strftime("%Y-%m-%d %H:%MZ")
    session.out.print(f"[bold]{kept.name}[/]  {when}  {kept.case}  {stage}: {status}")


@app.command("list")
def list_outcomes(
    context: typer.Context,
    case: Annotated[str, typer.Option("--case", help="Only of this case.")] = "",
    status: Annotated[str, typer.Option("--status", help="possible, actual or not.")] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List outcomes, newest first. Needs the role supervisor, protection_officer or auditor (--role)."""
    session = session_of(context)
    request = protection_pb2.ListOutcomesRequest(
        page_size=limit,
        case=named(case, "cases"),
        status=chosen(protection_pb2.TraffickingStatus, status, "--status") or None,
    )
    with told_plainly(), session.client(server, looks_only=True) as client:
        page = client.list_outcomes(request)
    for kept in page.outcomes:
        _show(session, kept, as_json=as_json)
    if not page.outcomes and not as_json:
        session.out.print("no outcomes")


@app.command()
def indicators(
    context: typer.Context,
    since: Annotated[str, typer.Option("--from", metavar="DATE|30d", help="From when on.")] = "90d",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="Up to, not including; now.")] = "",
    everything: Annotated[bool, typer.Option("--all", help="Also those that never stood.")] = False,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """How often each indicator stood, was referred, helped, was wrong. Needs supervisor, auditor or such (--role)."""
    session = session_of(context)
    start, end = instant(since, "--from"), instant(until, "--to")
    if start is None:
        raise typer.BadParameter("needed", param_hint="--from")
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.indicator_performance(start, end)
    if as_json:
        print_json(found)
        return
    shown = [each for each in found.indicators if everything or each.fired or each.alerts]
    session.out.print(_table(session, shown) if shown else session.say(_NOTHING))
    funnel = found.funnel
    session.out.print(
        f"[dim]{funnel.examined:,} examined · {funnel.referred:,} referred · {funnel.with_outcome:,} with outcome · "
        f"{funnel.possible:,} possible · {funnel.actual:,} actual · {funnel.refuted:,} not[/]"
    )


def _table(session: Session, shown: list[protection_pb2.IndicatorFigures]) -> Table:
    table = Table("indicator", "fired", "referred", "helped", "wrong", "open", "share (95 %)", "", box=None)
    for each in shown:
        name = each.name.id if session.language == "id" else each.name.en
        share = each.helped_share
        told = f"{share.value:.0%} ({share.low:.0%}…{share.high:.0%})" if each.HasField("helped_share") else "-"
        alerts = "; ".join(alert.text.id if session.language == "id" else alert.text.en for alert in each.alerts)
        mark = " (evaluatory)" if each.evaluatory else ""
        table.add_row(
            f"[bold]{each.indicator_id}[/]{mark} {plain(name)}",
            f"{each.fired:,}",
            f"{each.referred:,}",
            f"{each.possible + each.actual:,}",
            f"{each.refuted:,}",
            f"{each.open:,}",
            told,
            f"[yellow]{plain(alerts)}[/]" if alerts else "",
        )
    return table
