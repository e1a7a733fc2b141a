"""`lintas insight leads|decide`: leads that runs of patterns kept, and what analysts make of them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Final
from zoneinfo import ZoneInfo

import typer

from console.cli.plain import plain
from console.cli.protection_words import chosen
from console.cli.session import Json, Server, Session, print_json, session_of, told_plainly
from console.client import new_request_id
from console.words import LEAD_STATE
from ledger.short_id import SHOWN_LENGTH
from ledger.text import Text
from lintas.v1 import insight_pb2

if TYPE_CHECKING:
    from verifier.patterns.lead import Report
    from verifier.patterns.pattern import Pattern

_KEPT: Final = Text(
    id="disimpan: {new} petunjuk baru, {changed} berubah, {same} tetap",
    en="kept: {new} new leads, {changed} changed, {same} as they were",
)
_NONE: Final = Text(
    id="tidak ada petunjuk: `lintas patterns run --keep` mencarinya",
    en="no leads: `lintas patterns run --keep` looks for them",
)


def keep_leads(session: Session, report: Report, patterns: Iterable[Pattern]) -> None:
    """Keep what a run found. Raises LintasError ROLE_NOT_ALLOWED for all but supervisors."""
    from console.found_leads import found_leads  # noqa: PLC0415 - loads the data base
    from console.wiring import leads_on, open_database  # noqa: PLC0415
    from verifier.sql.lead_grounds import LeadGrounds  # noqa: PLC0415

    zone = ZoneInfo(session.settings.time_zone)
    with open_database(session.settings) as database:
        found = found_leads(report.leads, patterns, LeadGrounds(database), zone)
        taken = leads_on(database, lambda: datetime.now(zone)).take_in(found, session.actor)
    told = session.say(_KEPT).format(new=taken.new, changed=taken.changed, same=taken.same)
    session.err.print(told, highlight=False)


def leads(
    context: typer.Context,
    state: Annotated[
        str, typer.Option("--state", help="new, grown, looked-at, passed-on, set-aside or explained; all otherwise.")
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, max=200, help="At most so many.")] = 50,
    server: Server = "",
    as_json: Json = False,
) -> None:
    """List leads, newest first: questions for an analyst, never hits. Needs supervisor or auditor (--role)."""
    session = session_of(context)
    wanted = chosen(insight_pb2.LeadState, state, "--state") or None
    with told_plainly(), session.client(server, looks_only=True) as client:
        page = client.list_leads(insight_pb2.ListLeadsRequest(page_size=limit, state=wanted))
    for lead in page.leads:
        _show(session, lead, as_json=as_json)
    if not page.leads and not as_json:
        session.out.print(session.say(_NONE))


def decide(
    context: typer.Context,
    lead: Annotated[str, typer.Argument(metavar="LEAD", help="leads/ID, the ID alone, or its first 8 digits or more.")],
    state: Annotated[str, typer.Argument(metavar="STATE", help="looked-at, passed-on or set-aside.")],
    reason: Annotated[
        str, typer.Option("--reason", "-m", help="Why it is set aside, or to whom it was passed on.")
    ] = "",
    server: Server = "",
    as_json: Json = False,
) -> None:
    """Record what you made of a lead; no list changes by it. Needs the role supervisor (--role).

    Example: lintas --role supervisor insight decide 3f2b8c1d set-aside -m "the employer's letter was seen"
    """
    session = session_of(context)
    name = lead if lead.startswith("leads/") else f"leads/{lead}"
    wanted = chosen(insight_pb2.LeadState, state, "STATE") or None
    with told_plainly(), session.client(server, looks_only=True) as client:
        before = client.get_lead(name)
        request = insight_pb2.DecideLeadRequest(
            request_id=new_request_id(), name=before.name, etag=before.etag, state=wanted, reason=reason
        )
        after = client.decide_lead(request)
    _show(session, after, as_json=as_json)


def _show(session: Session, lead: insight_pb2.Lead, *, as_json: bool) -> None:
    if as_json:
        print_json(lead)
        return
    zone = ZoneInfo(session.settings.time_zone)
    first, last = (
        stamp.ToDatetime(tzinfo=UTC).astimezone(zone) for stamp in (lead.first_crossing_time, lead.last_crossing_time)
    )
    out, state = session.out, session.say(LEAD_STATE[insight_pb2.LeadState.Name(lead.state)])
    short = lead.name.removeprefix("leads/")[:SHOWN_LENGTH]
    out.print(f"[bold]{short}[/]  {plain(_said(session, lead.pattern))}  [bold]{state}[/]")
    out.print(f"  {plain(_said(session, lead.text))}  [dim]{first:%Y-%m-%d} – {last:%Y-%m-%d}[/]")
    out.print(f"  [dim]{plain(_said(session, lead.innocent))}[/]")
    if lead.HasField("allowance"):
        allowed = lead.allowance
        out.print(f"  {plain(_said(session, allowed.kind))}: {plain(allowed.ground)} ({plain(allowed.allowed_by)})")
    for each in lead.decisions:
        word = session.say(LEAD_STATE[insight_pb2.LeadState.Name(each.state)])
        out.print(f"  → {word}, {plain(each.actor.officer_id)}: {plain(each.reason) or '-'}")


def _said(session: Session, text: object) -> str:
    return str(getattr(text, session.language))
