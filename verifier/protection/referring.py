"""Making referrals, and keeping the receipt of the hand-over."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from ledger.actor import Actor
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from verifier.protection.known_case import known_case
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records, check_etag
from verifier.referral.directory import Directory, Service
from verifier.referral.referral import Receipt, Referral, check_consent
from verifier.store import CaseStore


class ReferralDesk:
    """Referrals know cases; no case, and nothing of the ledger, knows a referral."""

    def __init__(
        self, *, records: Records[Referral], cases: CaseStore, directory: Directory, now: Clock, new_id: NewId
    ) -> None:
        self._records = records
        self._cases = cases
        self._directory = directory
        self._now = now
        self._new_id = new_id

    @property
    def directory(self) -> Directory:
        """Who can help."""
        return self._directory

    def today(self) -> date:
        """The day at the post."""
        return self._now().date()

    def service_of(self, referral: Referral) -> Service:
        """The other side. Raises LintasError SERVICE_UNKNOWN where the directory lost it since."""
        return self._directory.service(referral.service_id)

    def create(self, told: Referral, actor: Actor, key: RequestKey) -> Referral:
        """Keep a new referral; the same request again gives the same one.

        Raises LintasError: SERVICE_UNKNOWN, CONSENT_REQUIRED, INVALID_FIELD, CASE_UNKNOWN.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        self._directory.service(told.service_id, "referral.service")
        check_consent(told)
        case_id = known_case(self._cases, told.case_id, "referral.case").case_id if told.case_id else ""
        now = self._now()
        new = replace(
            told, record_id=self._new_id(), created_at=now, actor=actor, case_id=case_id, receipt=None, version=1
        )
        body: dict[str, JsonValue] = {"direction": new.direction.value, "version": new.version}
        return self._records.record(new, EventDraft("referral.created", actor, new.name, body, now), key)

    def acknowledge(
        self, referral_id: str, etag: str, receipt: Callable[[datetime], Receipt], actor: Actor, key: RequestKey
    ) -> Referral:
        """Keep the other side's answer. `receipt` makes it, given the time now.

        Raises LintasError: RECORD_UNKNOWN, ETAG_STALE, REFERRAL_ANSWERED, INVALID_FIELD.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        before = self._records.get(referral_id)
        check_etag(before, etag)
        now = self._now()
        after = before.received(receipt(now))
        body: dict[str, JsonValue] = {"state": after.state_code, "version": after.version}
        draft = EventDraft("referral.acknowledged", actor, after.name, body, now)
        return self._records.change(before, after, draft, key)

    def get(self, referral_id: str) -> Referral:
        """Raises LintasError RECORD_UNKNOWN."""
        return self._records.get(referral_id)

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[Referral]:
        """Newest first."""
        return self._records.list(which, page_size=page_size, page_token=page_token)
