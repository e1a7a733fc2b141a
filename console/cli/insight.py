"""`lintas insight report`: how the post did over a period."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer
from google.protobuf.timestamp_pb2 import Timestamp

from console.cli.inputs import parse_time
from console.cli.insight_class import add_class
from console.cli.insight_leads import decide, leads
from console.cli.plain import plain
from console.cli.session import Json, Server, print_json, session_of, told_plainly
from lintas.v1 import insight_pb2

app = typer.Typer(
    help="How the post does: flow, referrals, indicators, lists, equal treatment, training; leads for analysts.",
    no_args_is_help=True,
)
app.command()(leads)
app.command()(decide)
app.command("add-class")(add_class)


@app.command()
def report(
    context: typer.Context,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help="First day; 30 days ago otherwise.")] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help="First day that no longer counts; now else.")] = "",
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="report.html or report.pdf.")] = None,
    voice: Annotated[str, typer.Option("--voice", help="id, en or both.")] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Write the report of a period as HTML or PDF, by the file's ending. Needs supervisor, auditor or administrator.

    Example: lintas --role supervisor insight report --from 2026-10-01 --to 2026-11-01 -o october.pdf
    """
    session = session_of(context)
    if voice not in {"", "id", "en", "both"}:
        raise typer.BadParameter("id, en or both", param_hint="--voice")
    if out is None and not as_json:
        raise typer.BadParameter("give a file that ends in .html or .pdf, or --json", param_hint="--out")
    if out is not None and out.suffix not in {".html", ".pdf"}:
        raise typer.BadParameter("must end in .html or .pdf", param_hint="--out")
    end = parse_time(until, "--to") or datetime.now(UTC)
    start = parse_time(since, "--from") or end - timedelta(days=30)
    request = insight_pb2.GetInsightRequest(start_time=_stamp(start), end_time=_stamp(end))
    with told_plainly(), session.client(server, looks_only=True) as client:
        found = client.get_insight(request)
    if as_json:
        print_json(found)
    if out is not None:
        out.write_bytes(_rendered(found, voice or session.language, session.settings.time_zone, out.suffix))
        if not as_json:
            session.out.print(f"wrote [bold]{plain(str(out))}[/]")


def _rendered(found: insight_pb2.Insight, voice: str, time_zone: str, suffix: str) -> bytes:
    # plots and typesetting load large libraries, which no other command needs
    from console.insight.report import insight_report  # noqa: PLC0415
    from simulator.report.html import to_html  # noqa: PLC0415
    from simulator.report.pdf import to_pdf  # noqa: PLC0415
    from simulator.report.voice import Voice  # noqa: PLC0415

    zone, spoken = ZoneInfo(time_zone), Voice(voice)
    made = insight_report(found, spoken, zone)
    if suffix == ".html":
        return to_html(made, spoken).encode()
    return to_pdf(made, spoken, found.end_time.ToDatetime(tzinfo=UTC).astimezone(zone).date())


def _stamp(instant: datetime) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(instant.astimezone(UTC))
    return stamp
