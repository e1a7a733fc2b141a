"""A report on patterns, for people and for machines."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from console.cli.plain import plain
from console.cli.session import Session

if TYPE_CHECKING:
    from verifier.patterns.lead import Lead, Report
    from verifier.patterns.thresholds import Thresholds

_SHOWN_IDS: Final = 3


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


def print_json(report: Report) -> None:
    """One lead a line, and the report itself last."""
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


def print_report(session: Session, report: Report, numbers: Thresholds) -> None:
    """Leads in words with some of their evidence, then what was explained, then what limits the report."""
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
