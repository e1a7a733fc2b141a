"""Keeping what runs found, and what analysts decide. A lead changes no list, no advice and no indicator."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from verifier.leads.kept_lead import FoundLead, KeptLead, LeadState, shortened
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records, check_etag

# the same pattern and subject are the same lead in every run
_NAMESPACE: Final = uuid.UUID("6a2f0c1e-0d35-4b1b-9a55-7f1f1c1d8e21")


@dataclass(frozen=True, slots=True)
class Intake:
    """What a run brought: leads nobody had seen, those with other evidence than before, and those as they were."""

    new: int
    changed: int
    same: int


class LeadDesk:
    """Only supervisors keep and decide leads: what is looked into is a decision about people's time and privacy."""

    def __init__(self, *, records: Records[KeptLead], now: Clock, new_id: NewId) -> None:
        self._records = records
        self._now = now
        self._new_id = new_id

    def take_in(self, found: Iterable[FoundLead], actor: Actor) -> Intake:
        """Keep what one run found. Raises LintasError ROLE_NOT_ALLOWED."""
        _check_role(actor)
        counts = {"new": 0, "changed": 0, "same": 0}
        for each in found:
            counts[self._keep(each, actor)] += 1
        return Intake(**counts)

    def _keep(self, found: FoundLead, actor: Actor) -> str:
        now, key = self._now(), RequestKey(self._new_id(), "")
        record_id = str(uuid.uuid5(_NAMESPACE, f"{found.pattern_id}|{found.subject}"))
        try:
            before = self._records.get(record_id)
        except LintasError as error:
            if error.fault is not Fault.NOT_FOUND:
                raise
            new = KeptLead(record_id, now, actor, shortened(found), len(found.crossings), now)
            self._records.record(new, EventDraft("lead.found", actor, new.name, _facts(new), now), key)
            return "new"
        if before.found == shortened(found) and before.crossing_count == len(found.crossings):
            return "same"
        after = before.found_again(found, now)
        self._records.change(before, after, EventDraft("lead.found", actor, after.name, _facts(after), now), key)
        return "changed"

    def decide(self, lead_id: str, etag: str, state: LeadState, reason: str, actor: Actor, key: RequestKey) -> KeptLead:
        """Record what an analyst made of it; the same request again gives the same record.

        Raises LintasError: ROLE_NOT_ALLOWED, RECORD_UNKNOWN, ETAG_STALE, INVALID_FIELD.
        """
        _check_role(actor)
        if (known := self._records.answered(key)) is not None:
            return known
        before = self._records.get(lead_id)
        check_etag(before, etag)
        now = self._now()
        after = before.decided(state, reason, actor, now)
        body: dict[str, JsonValue] = {"state": state.value, "pattern": after.found.pattern_id, "version": after.version}
        return self._records.change(before, after, EventDraft("lead.decided", actor, after.name, body, now), key)

    def get(self, lead_id: str) -> KeptLead:
        """Raises LintasError RECORD_UNKNOWN."""
        return self._records.get(lead_id)

    def list(self, state: LeadState | None, *, page_size: int, page_token: str) -> RecordPage[KeptLead]:
        """Newest first; all states without one."""
        which = RecordFilter(state=state.value if state else "")
        return self._records.list(which, page_size=page_size, page_token=page_token)


def _check_role(actor: Actor) -> None:
    if actor.role is not Role.SUPERVISOR:
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", "only a supervisor keeps and decides leads")


def _facts(lead: KeptLead) -> dict[str, JsonValue]:
    """That it was found, and how strong it is; of whom, only the record says."""
    counts: dict[str, JsonValue] = dict(lead.found.counts)
    return {"pattern": lead.found.pattern_id, "state": lead.state_code, "counts": counts, "version": lead.version}
