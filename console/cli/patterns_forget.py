"""`lintas patterns forget`: crossings that are old enough, or whose traveller asked for it, are removed."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated
from zoneinfo import ZoneInfo

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

from console.cli.session import Json, Session, session_of, told_plainly
from ledger.errors import invalid_field
from ledger.text import Text

if TYPE_CHECKING:
    from verifier.sql.crossing_retention import Forgotten, SqlCrossingRetention

_WOULD = Text(
    id="akan dihapus: {crossings} pelintasan dan {contacts} kontak",
    en="would be removed: {crossings} crossings and {contacts} contacts",
)
_DID = Text(
    id="dihapus: {crossings} pelintasan dan {contacts} kontak",
    en="removed {crossings} crossings and {contacts} contacts",
)


def forget(
    context: typer.Context,
    before: Annotated[
        datetime | None,
        typer.Option(
            "--before", formats=["%Y-%m-%d"], metavar="DATE", help="Older than this day; see LINTAS_CROSSING_DAYS."
        ),
    ] = None,
    case: Annotated[
        list[str] | None, typer.Option("--case", metavar="CASE", help="Only the crossing of this case; repeatable.")
    ] = None,
    request: Annotated[
        str, typer.Option("--request", help="With --case: file number of the traveller's own request.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only count.")] = False,
    as_json: Json = False,
) -> None:
    """Remove crossings and the contacts they named, once they are past their time. Needs --role supervisor.

    Without --before, what is older than LINTAS_CROSSING_DAYS. Each removal is an event with its counts. Cases stay.
    """
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from verifier.sql.crossing_retention import SqlCrossingRetention  # noqa: PLC0415

        if case and before is not None:
            raise invalid_field("--case", "cannot be given together with --before")
        session.check_database()
        with open_database(session.settings) as database:
            kept = SqlCrossingRetention(database)
            if case:
                done = _of_cases(session, kept, case, request, dry_run=dry_run)
            else:
                done = _before(session, kept, before, dry_run=dry_run)
    _show(session, done, dry_run=dry_run, as_json=as_json)


def _before(session: Session, kept: SqlCrossingRetention, day: datetime | None, *, dry_run: bool) -> Forgotten:
    zone = ZoneInfo(session.settings.time_zone)
    now = datetime.now(zone)
    before = day.replace(tzinfo=zone) if day else now - timedelta(days=session.settings.crossing_days)
    due = kept.due(before)
    if dry_run:
        return due
    columns = (TextColumn("{task.description}"), BarColumn(), TimeRemainingColumn())
    with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
        task = progress.add_task("", total=due.crossings)
        return kept.forget(before, session.actor, now, told=lambda gone: progress.advance(task, gone.crossings))


def _of_cases(
    session: Session, kept: SqlCrossingRetention, cases: list[str], request: str, *, dry_run: bool
) -> Forgotten:
    from verifier.sql.crossing_retention import Forgotten  # noqa: PLC0415 - loads the data base

    ids = [each.removeprefix("cases/") for each in cases]
    if not dry_run:
        return kept.erase(ids, request, session.actor, datetime.now(ZoneInfo(session.settings.time_zone)))
    found = kept.of_cases(ids)
    return Forgotten(len(found), sum(len(each["contact_keys"]) for each in found))


def _show(session: Session, done: Forgotten, *, dry_run: bool, as_json: bool) -> None:
    counts = {"crossings": done.crossings, "contacts": done.contacts}
    if as_json:
        print(json.dumps({**counts, "removed": not dry_run}))  # noqa: T201 - machines read it
        return
    session.out.print(session.say(_WOULD if dry_run else _DID).format(**counts), highlight=False)
