"""Taking in tips, and triaging them. Nothing here reaches a list: that takes a proposal, and supervisors."""

from __future__ import annotations

from dataclasses import replace

from ledger.actor import Actor
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records, check_etag
from verifier.referral.directory import Directory
from verifier.tips.tip import Tip, TipState, Triage


class TipDesk:
    """Tips, newest first, each with all its triages."""

    def __init__(self, *, records: Records[Tip], directory: Directory, now: Clock, new_id: NewId) -> None:
        self._records = records
        self._directory = directory
        self._now = now
        self._new_id = new_id

    def submit(self, told: Tip, actor: Actor, key: RequestKey) -> Tip:
        """Keep a new tip; the same request again gives the same one."""
        if (known := self._records.answered(key)) is not None:
            return known
        now = self._now()
        new = replace(told, record_id=self._new_id(), created_at=now, actor=actor, triages=(), version=1)
        body = {"channel": new.channel.value, "kind": new.kind.value}
        return self._records.record(new, EventDraft("tip.submitted", actor, new.name, body, now), key)

    def triage(self, tip_id: str, etag: str, made_of_it: Triage, actor: Actor, key: RequestKey) -> Tip:
        """Keep what a person made of it.

        Raises LintasError: RECORD_UNKNOWN (of either tip), ETAG_STALE, SERVICE_UNKNOWN, INVALID_FIELD.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        before = self._records.get(tip_id)
        check_etag(before, etag)
        now = self._now()
        after = before.triaged(replace(made_of_it, actor=actor, triaged_at=now))
        self._check_reference(made_of_it)
        body: dict[str, JsonValue] = {
            "state": after.state_code,
            "priority": made_of_it.priority.value,
            "version": after.version,
        }
        return self._records.change(before, after, EventDraft("tip.triaged", actor, after.name, body, now), key)

    def _check_reference(self, made_of_it: Triage) -> None:
        if made_of_it.state is TipState.DUPLICATE:
            self._records.get(made_of_it.reference.removeprefix("tips/"))
        if made_of_it.state is TipState.PASSED_ON:
            self._directory.service(made_of_it.reference.removeprefix("services/"), "reference")

    def get(self, tip_id: str) -> Tip:
        """Raises LintasError RECORD_UNKNOWN."""
        return self._records.get(tip_id)

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[Tip]:
        """Newest first."""
        return self._records.list(which, page_size=page_size, page_token=page_token)
