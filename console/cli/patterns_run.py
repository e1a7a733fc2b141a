"""`lintas patterns run`: leads over recorded crossings, for an analyst. Nothing of it reaches a counter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from console.cli.patterns_report import print_json, print_report
from console.cli.session import Json, Session, session_of, told_plainly
from ledger.errors import invalid_field

if TYPE_CHECKING:
    from verifier.patterns.lead import Report
    from verifier.patterns.pattern import Pattern
    from verifier.patterns.store import Store
    from verifier.patterns.tables import Span
    from verifier.patterns.thresholds import Thresholds

_Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]


def run(
    context: typer.Context,
    since: _Day = None,
    until: _Day = None,
    only: Annotated[
        list[str] | None, typer.Option("--only", metavar="PATTERN", help="Only this one; repeatable.")
    ] = None,
    parquet: Annotated[
        Path | None,
        typer.Option("--parquet", exists=True, file_okay=False, help="A folder of exported or generated crossings."),
    ] = None,
    thresholds: Annotated[
        Path | None, typer.Option("--thresholds", exists=True, dir_okay=False, help="Your own numbers (YAML).")
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the leads for analysts (`lintas insight leads`, the console).")
    ] = False,
    as_json: Json = False,
) -> None:
    """Look for patterns from --since (a year ago) until --until (now), and show leads with their evidence.

    What an allowance explains is counted beside the leads. PostgreSQL does the work itself; SQLite is read into memory.
    """
    session = session_of(context)
    if keep and parquet is not None:
        raise typer.BadParameter("leads are kept of the data base's own crossings", param_hint="--keep")
    with told_plainly():
        from verifier.patterns.catalogue import PATTERNS  # noqa: PLC0415 - Ibis and DuckDB are for analysts only
        from verifier.patterns.thresholds import load_thresholds  # noqa: PLC0415

        numbers = load_thresholds(PATTERNS, thresholds)
        chosen = _chosen(PATTERNS, only or [])
        span = _span(session, since, until, is_parquet=parquet is not None)
        report = _on_store(session, parquet, span, lambda store: _run(session, chosen, store, span, numbers))
        if keep:
            from console.cli.insight_leads import keep_leads  # noqa: PLC0415 - as above

            keep_leads(session, report, PATTERNS)
    if as_json:
        print_json(report)
    else:
        print_report(session, report, numbers)


def _chosen(patterns: tuple[Pattern, ...], only: list[str]) -> list[Pattern]:
    known = {each.pattern_id: each for each in patterns}
    for name in only:
        if name not in known:
            raise invalid_field("--only", f"one of {', '.join(known)}")
    return [known[name] for name in only] or list(patterns)


def _span(session: Session, since: datetime | None, until: datetime | None, *, is_parquet: bool) -> Span:
    from verifier.patterns.synthetic.world import SPAN  # noqa: PLC0415 - as above
    from verifier.patterns.tables import Span  # noqa: PLC0415

    if is_parquet and since is None and until is None:
        return SPAN  # what `generate` writes is dated
    zone = ZoneInfo(session.settings.time_zone)
    end = until.replace(tzinfo=zone) + timedelta(days=1) if until else datetime.now(zone)
    start = since.replace(tzinfo=zone) if since else end - timedelta(days=365)
    if start >= end:
        raise invalid_field("--since", "must lie before --until")
    return Span(int(start.timestamp()), int(end.timestamp()))


def _on_store(session: Session, parquet: Path | None, span: Span, work: Callable[[Store], Report]) -> Report:
    if parquet is None:
        session.check_database()
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from verifier.sql.patterns import SqlPatternStore  # noqa: PLC0415

        with open_database(session.settings) as database:
            return SqlPatternStore(database).look(span, work)
    from verifier.patterns.duck import TABLES, DuckStore  # noqa: PLC0415 - as above

    if missing := [each for each in TABLES if not (parquet / f"{each}.parquet").is_file()]:
        raise invalid_field("--parquet", f"the folder has no {missing[0]}.parquet")
    with DuckStore() as store:
        store.read_parquet(parquet)
        return work(store)


def _run(session: Session, chosen: list[Pattern], store: Store, span: Span, numbers: Thresholds) -> Report:
    from verifier.patterns.run import run as look  # noqa: PLC0415 - as above

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
        task = progress.add_task(chosen[0].pattern_id, total=len(chosen))
        names = [each.pattern_id for each in chosen[1:]] + [""]

        def told(_pattern: Pattern, _leads: int) -> None:
            progress.update(task, advance=1, description=names.pop(0))

        return look(chosen, store, span, numbers, told=told)
