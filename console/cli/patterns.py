"""`lintas patterns`: leads over recorded crossings, for an analyst. Nothing of it reaches a counter."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final
from zoneinfo import ZoneInfo

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from console.cli.plain import plain
from console.cli.session import Json, Session, session_of, told_plainly
from ledger.errors import Fault, LintasError, invalid_field
from verifier.patterns.allowance import Allowance, AllowanceKind, SubjectKind
from verifier.patterns.keys import KeyKind, Keyring

if TYPE_CHECKING:
    from verifier.patterns.lead import Lead, Report
    from verifier.patterns.pattern import Pattern
    from verifier.patterns.run import Store
    from verifier.patterns.tables import Span
    from verifier.patterns.thresholds import Thresholds

app = typer.Typer(help="Leads over recorded crossings: questions for an analyst, never hits.", no_args_is_help=True)
_SHOWN_IDS: Final = 3
_Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DATE")]


@app.command()
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
    as_json: Json = False,
) -> None:
    """Look for patterns from --since (a year ago) until --until (now), and show leads with their evidence.

    What an allowance explains is counted beside the leads. PostgreSQL does the work itself; SQLite is read into memory.
    """
    session = session_of(context)
    with told_plainly():
        from verifier.patterns.catalogue import PATTERNS  # noqa: PLC0415 - Ibis and DuckDB are for analysts only
        from verifier.patterns.thresholds import load_thresholds  # noqa: PLC0415

        numbers = load_thresholds(PATTERNS, thresholds)
        chosen = _chosen(PATTERNS, only or [])
        span = _span(session, since, until, is_parquet=parquet is not None)
        with _store(session, parquet, span) as store:
            report = _run(session, chosen, store, span, numbers)
    if as_json:
        _print_json(report)
    else:
        _print(session, report, numbers)


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


@contextmanager
def _store(session: Session, parquet: Path | None, span: Span) -> Iterator[Store]:
    if parquet is not None:
        from verifier.patterns.duck import DuckStore  # noqa: PLC0415 - as above

        missing = [
            each
            for each in ("crossings", "crossing_contacts", "pattern_allowances")
            if not (parquet / f"{each}.parquet").is_file()
        ]
        if missing:
            raise invalid_field("--parquet", f"the folder has no {missing[0]}.parquet")
        with DuckStore() as store:
            store.read_parquet(parquet)
            yield store
        return
    from console.wiring import open_database  # noqa: PLC0415 - loads the data base
    from verifier.sql.patterns import SqlPatternStore  # noqa: PLC0415

    with open_database(session.settings) as database, SqlPatternStore(database).opened(span) as opened:
        yield opened


def _run(session: Session, chosen: list[Pattern], store: Store, span: Span, numbers: Thresholds) -> Report:
    from verifier.patterns.run import run as look  # noqa: PLC0415 - as above

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
        task = progress.add_task(chosen[0].pattern_id, total=len(chosen))
        names = [each.pattern_id for each in chosen[1:]] + [""]

        def told(_pattern: Pattern, _leads: int) -> None:
            progress.update(task, advance=1, description=names.pop(0))

        return look(chosen, store, span, numbers, told=told)


def _as_json(lead: Lead) -> dict[str, object]:
    return {
        "pattern": lead.pattern_id,
        "subject": lead.subject,
        "suppressed": lead.is_suppressed,
        "counts": dict(lead.counts),
        "text": {"id": lead.text.id, "en": lead.text.en},
        "innocent": {"id": lead.innocent.id, "en": lead.innocent.en},
        "first": lead.first_s,
        "last": lead.last_s,
        "crossings": list(lead.crossing_ids),
    }


def _print_json(report: Report) -> None:
    for lead in report.leads:
        print(json.dumps(_as_json(lead), ensure_ascii=False))  # noqa: T201 - machines read it
    summary = {
        "since": report.span.since_s,
        "until": report.span.until_s,
        "crossings": report.crossings,
        "leads": len(report.open_leads),
        "suppressed": len(report.suppressed),
        "skipped_parties": report.skipped_parties,
        "keys": list(report.key_ids),
        "thresholds_sha256": report.thresholds_digest,
    }
    print(json.dumps({"report": summary}))  # noqa: T201 - machines read it


def _print(session: Session, report: Report, numbers: Thresholds) -> None:
    out, zone = session.out, ZoneInfo(session.settings.time_zone)
    for lead in report.open_leads:
        days = " – ".join(f"{datetime.fromtimestamp(each, zone):%Y-%m-%d}" for each in (lead.first_s, lead.last_s))
        more = len(lead.crossing_ids) - _SHOWN_IDS
        ids = ", ".join(lead.crossing_ids[:_SHOWN_IDS]) + (f" (+{more})" if more > 0 else "")
        out.print(f"[bold]{lead.pattern_id}[/] {plain(lead.subject)}  [dim]{days}[/]", highlight=False)
        out.print(f"  {plain(session.say(lead.text))}", highlight=False)
        out.print(f"  [dim]{plain(session.say(lead.innocent))}[/]", highlight=False)
        out.print(f"  [dim]{ids}[/]", highlight=False)
    out.print(f"{len(report.open_leads)} leads in {report.crossings} crossings", highlight=False)
    if report.suppressed:
        by = {each.pattern_id for each in report.suppressed}
        told = ", ".join(f"{name} {sum(each.pattern_id == name for each in report.suppressed)}" for name in sorted(by))
        out.print(f"{len(report.suppressed)} explained by allowances ({told}); --json lists them", highlight=False)
    for warning in _warnings(report, numbers, datetime.now(zone)):
        session.err.print(f"[yellow]![/] {warning}", highlight=False)


def _warnings(report: Report, numbers: Thresholds, now: datetime) -> Iterator[str]:
    if report.skipped_parties:
        yield f"{report.skipped_parties} parties are too large to pair adults with children"
    if len(report.key_ids) > 1:
        yield "crossings were recorded under several keys: the same person or telephone does not meet across them"
    if numbers.is_overdue(now.date()):
        yield f"the thresholds were due for review on {numbers.review_due_on}; ask {numbers.owner}"


@app.command()
def generate(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(file_okay=False, metavar="FOLDER")],
    crossings: Annotated[int, typer.Option("--crossings", min=1000, help="About how many.")] = 1_000_000,
    seed: Annotated[int, typer.Option("--seed", min=0, help="The same seed gives the same world.")] = 1,
) -> None:
    """Write a year of invented crossings with planted rings and innocent look-alikes, to try patterns on."""
    session = session_of(context)
    with told_plainly():
        from verifier.patterns.synthetic.world import generate as make  # noqa: PLC0415 - loads numpy and Arrow

        if any(folder.glob("*.parquet")):
            raise invalid_field("FOLDER", "holds Parquet files already; choose another")
        columns = (TextColumn("generated"), BarColumn(), TimeElapsedColumn())
        with Progress(*columns, console=session.err, transient=True, disable=not session.err.is_terminal) as progress:
            task = progress.add_task("", total=crossings)
            made = make(folder, crossings, seed, told=lambda rows: progress.advance(task, rows))
    rings = sum(made.rings.values())
    session.out.print(
        f"{made.crossings} crossings, {made.contacts} contacts, {rings} rings in {folder}", highlight=False
    )


@app.command()
def allow(
    context: typer.Context,
    kind: Annotated[AllowanceKind, typer.Option("--kind", help="What makes it lawful.")],
    ground: Annotated[str, typer.Option("--ground", help="Licence, letter or decision that was seen.")],
    until: Annotated[datetime, typer.Option("--until", formats=["%Y-%m-%d"], metavar="DATE", help="Last day.")],
    since: _Day = None,
    agency: Annotated[str, typer.Option("--agency", metavar="LICENCE")] = "",
    booking: Annotated[str, typer.Option("--booking", metavar="HASH", help="As terminals send it.")] = "",
    payer: Annotated[str, typer.Option("--payer", metavar="HASH", help="As terminals send it.")] = "",
    contact: Annotated[str, typer.Option("--contact", metavar="TELEPHONE|HASH", help="Is kept as a hash.")] = "",
) -> None:
    """Record who sends many travellers lawfully. Their patterns are then counted as explained, not shown as leads."""
    session = session_of(context)
    with told_plainly():
        from console.crossing_record import open_keyring  # noqa: PLC0415 - loads the data base
        from console.wiring import open_database  # noqa: PLC0415
        from verifier.sql.allowances import SqlAllowances  # noqa: PLC0415

        keyring = open_keyring(session.settings)
        if keyring is None:
            raise LintasError(
                Fault.PRECONDITION, "CONTACT_KEY", "no crossings are recorded: set LINTAS_CONTACT_KEY_FILE first"
            )
        zone = ZoneInfo(session.settings.time_zone)
        now = datetime.now(zone)
        subject_kind, text, key = _subject(keyring, agency=agency, booking=booking, payer=payer, contact=contact)
        made = Allowance(
            allowance_id=str(uuid.uuid4()),
            kind=kind,
            subject_kind=subject_kind,
            subject_text=text,
            subject_key=key,
            ground=ground,
            valid_from=since.replace(tzinfo=zone) if since else now,
            valid_until=until.replace(tzinfo=zone) + timedelta(days=1),
            allowed_by=session.actor.officer_id,
        )
        with open_database(session.settings) as database:
            SqlAllowances(database).grant(made, session.actor, now)
    session.out.print(f"allowed until {until:%Y-%m-%d}: {made.allowance_id}", highlight=False)


def _subject(
    keyring: Keyring, *, agency: str, booking: str, payer: str, contact: str
) -> tuple[SubjectKind, str | None, int | None]:
    given = {"--agency": agency, "--booking": booking, "--payer": payer, "--contact": contact}
    named = [name for name, value in given.items() if value.strip()]
    if len(named) != 1:
        raise invalid_field("subject", f"give one of {', '.join(given)}")
    match named[0]:
        case "--agency":
            return SubjectKind.AGENCY, keyring.agency_id(agency, ""), None
        case "--booking":
            return SubjectKind.BOOKING, None, keyring.key(KeyKind.BOOKING, booking.strip())
        case "--payer":
            return SubjectKind.PAYER, None, keyring.key(KeyKind.PAYER, payer.strip())
        case _:
            return SubjectKind.CONTACT, None, keyring.contact_key(contact)


@app.command()
def allowances(context: typer.Context, as_json: Json = False) -> None:
    """List all allowances, with ground, end and who gave them."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_database  # noqa: PLC0415 - loads the data base
        from verifier.sql.allowances import SqlAllowances  # noqa: PLC0415

        with open_database(session.settings) as database:
            found = SqlAllowances(database).all()
    for each in found:
        subject = each.subject_text or "(hashed)"
        if as_json:
            row = {
                "id": each.allowance_id,
                "kind": each.kind.value,
                "subject_kind": each.subject_kind.value,
                "subject": each.subject_text,
                "ground": each.ground,
                "valid_from": each.valid_from.isoformat(),
                "valid_until": each.valid_until.isoformat(),
                "allowed_by": each.allowed_by,
            }
            print(json.dumps(row, ensure_ascii=False))  # noqa: T201 - machines read it
            continue
        ends = f"{each.valid_until:%Y-%m-%d}"
        line = f"{each.subject_kind.value} {subject}: {session.say(each.kind.text)}, until {ends}, {each.ground}"
        session.out.print(plain(line), highlight=False)


@app.command()
def new_key(path: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Make the secret of the keyed hashes (LINTAS_CONTACT_KEY_FILE). Crossings under two secrets never meet."""
    with told_plainly():
        from verifier.patterns.key_file import read_or_make_secret  # noqa: PLC0415 - only here

        if path.exists():
            raise invalid_field("FILE", "exists already; a key that is lost cannot be made again")
        read_or_make_secret(path)
    typer.echo(f"made {path}; keep a copy apart from copies of the data base")
