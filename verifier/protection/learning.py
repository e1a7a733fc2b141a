"""Recording what came of cases, and measuring every indicator by it."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from ledger.short_id import ids_from
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.journey_check import check_cues
from verifier.outcome.case_outcome import CaseOutcome, Stage
from verifier.outcome.feedback import Feedback, Funnel, Period
from verifier.outcome.performance import Performance, performance
from verifier.protection.known_case import known_case
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records
from verifier.referral.terms import TraffickingStatus
from verifier.store import CaseStore

_LONGEST_MINUTES: Final = 60 * 24 * 7


class OutcomeDesk:
    """Feedback on cases that exist; it changes no rule by itself."""

    def __init__(
        self,
        *,
        records: Records[CaseOutcome],
        cases: CaseStore,
        feedback: Feedback,
        policy: Catalogue,
        now: Clock,
        new_id: NewId,
    ) -> None:
        self._records = records
        self._cases = cases
        self._feedback = feedback
        self._policy = policy
        self._now = now
        self._new_id = new_id

    def record(self, told: CaseOutcome, actor: Actor, key: RequestKey) -> CaseOutcome:
        """Keep it; the same request again gives the same record.

        Raises LintasError: CASE_UNKNOWN, INDICATOR_UNKNOWN, INVALID_FIELD where an actual victim was decided by nobody
        in particular, or somebody was kept for more than a week.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        self._check(told)
        now = self._now()
        case = known_case(self._cases, told.case_id, "outcome.case")
        new = replace(told, record_id=self._new_id(), created_at=now, actor=actor, case_id=case.case_id, version=1)
        # that something came of the case, and not what
        body = {"case": case.name, "stage": new.stage.value}
        return self._records.record(new, EventDraft("protection.outcome_recorded", actor, new.name, body, now), key)

    def _check(self, told: CaseOutcome) -> None:
        check_cues(told.cues, told.counter_cues, self._policy, ("outcome.cues", "outcome.counter_cues"))
        if told.minutes is not None and not 0 <= told.minutes <= _LONGEST_MINUTES:
            raise invalid_field("outcome.minutes", f"0 to {_LONGEST_MINUTES}")
        if told.decided_by is None and (told.stage is Stage.LATER or told.status is TraffickingStatus.ACTUAL):
            raise invalid_field("outcome.decided_by", "say who decided that")

    def list(self, which: RecordFilter, *, page_size: int, page_token: str) -> RecordPage[CaseOutcome]:
        """Newest first. Raises LintasError CASE_UNKNOWN, ID_AMBIGUOUS for the beginning of an id that names no case."""
        if ids_from(which.case_id) is not None:
            which = replace(which, case_id=known_case(self._cases, which.case_id, "case").case_id)
        return self._records.list(which, page_size=page_size, page_token=page_token)

    def performance(self, period: Period) -> tuple[Performance, ...]:
        """Every indicator over the period, those with alerts first. Raises LintasError for a period without days."""
        _check_period(period)
        due = self._policy.due_for_review(self._now().date())
        return performance(self._feedback.tallies(period), self._policy, due)

    def funnel(self, period: Period) -> Funnel:
        """From crossings to confirmed cases."""
        _check_period(period)
        return self._feedback.funnel(period)


def _check_period(period: Period) -> None:
    if period.since >= period.until:
        raise invalid_field("end_time", "must be later than start_time")
