"""From what a run of patterns found to leads that are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, tzinfo

from verifier.leads.kept_lead import Allowed, FoundLead
from verifier.patterns.allowance import Allowance
from verifier.patterns.lead import Lead
from verifier.patterns.pattern import Pattern
from verifier.sql.lead_grounds import LeadGrounds


def found_leads(
    leads: Iterable[Lead], patterns: Iterable[Pattern], grounds: LeadGrounds, zone: tzinfo
) -> Iterator[FoundLead]:
    """One for each lead, with the allowance that explains it where it is suppressed."""
    names = {each.pattern_id: each.name for each in patterns}
    for lead in leads:
        allowance = grounds.explaining(lead.subject, lead.crossing_ids[0]) if lead.is_suppressed else None
        yield FoundLead(
            pattern_id=lead.pattern_id,
            pattern=names[lead.pattern_id],
            subject=lead.subject,
            text=lead.text,
            innocent=lead.innocent,
            counts=dict(lead.counts),
            crossings=lead.crossing_ids,
            first_at=datetime.fromtimestamp(lead.first_s, zone),
            last_at=datetime.fromtimestamp(lead.last_s, zone),
            is_suppressed=lead.is_suppressed,
            allowed=_allowed(allowance) if allowance else None,
        )


def _allowed(allowance: Allowance) -> Allowed:
    return Allowed(
        allowance_id=allowance.allowance_id,
        kind=allowance.kind.text,
        ground=allowance.ground,
        valid_until=allowance.valid_until,
        allowed_by=allowance.allowed_by,
    )
