"""The use cases of one post: examine and record, decide and record, look up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from ledger.actor import Actor
from ledger.errors import Fault, FieldFault, LintasError
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from verifier.case import Case, Decision
from verifier.decision import Outcome, check_decision, needs_second_person
from verifier.engine import Engine, Request
from verifier.examination import Examination
from verifier.model.presentation import Presentation
from verifier.store import CaseFilter, CasePage, CaseStore, etag_stale


@dataclass(frozen=True, slots=True)
class Verdict:
    """What an officer wants to record on a case that they have seen in the state `etag`."""

    case_id: str
    etag: str
    outcome: Outcome
    reason_code: str = ""
    note: str = ""
    confirms_decision_id: str = ""
    is_emergency: bool = False


class Desk:
    """Examines and records. An answer that could not be recorded is not given."""

    def __init__(
        self,
        *,
        engine: Engine,
        cases: CaseStore,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        own_state: str,
    ) -> None:
        """`now` gives the time in the post's zone, `new_id` a fresh UUID; `own_state` is the post's ICAO code."""
        self._engine = engine
        self._cases = cases
        self._now = now
        self._new_id = new_id
        self._own_state = own_state

    def examine(
        self,
        presentation: Presentation,
        actor: Actor,
        key: RequestKey,
        *,
        seconds_left: Callable[[], float],
        reading_engine: str = "auto",
    ) -> Case:
        """Examine and record; the same request again gives the same case.

        Raises LintasError for faults of the request, a passed deadline, or a record that could not be written.
        """
        if (known := self._cases.answered(key)) is not None:
            return known
        now = self._now()
        examination = self._engine.examine(presentation, Request(now, seconds_left, reading_engine))
        case = Case(
            case_id=self._new_id(),
            created_at=now,
            actor=actor,
            presentation=replace(presentation, image=None),  # not kept: docs/decisions/0005
            examination=examination,
        )
        return self._cases.record(case, EventDraft("case.examined", actor, case.name, _facts(examination), now), key)

    def decide(self, verdict: Verdict, actor: Actor, key: RequestKey) -> Case:
        """Record a decision, or confirm one as second person.

        Raises LintasError: CASE_UNKNOWN, ETAG_STALE, REQUEST_ID_REUSED, what `check_decision` refuses, and what
        `Case.confirmed` refuses.
        """
        if (known := self._cases.answered(key)) is not None:
            return known
        case = self._cases.get(verdict.case_id)
        if case.etag != verdict.etag:
            raise etag_stale()
        now = self._now()
        if verdict.confirms_decision_id:
            after, kind = self._confirm(case, verdict, actor, now), "case.decision_confirmed"
        else:
            after, kind = self._decide(case, verdict, actor, now), "case.decided"
        return self._cases.change(
            case, after, EventDraft(kind, actor, case.name, _verdict_facts(after, verdict), now), key
        )

    def _decide(self, case: Case, verdict: Verdict, actor: Actor, now: datetime) -> Case:
        record = case.examination.record
        check_decision(
            verdict.outcome,
            actor=actor,
            reason_code=verdict.reason_code,
            is_emergency=verdict.is_emergency,
            direction=case.presentation.journey.direction,
            nationality=record.value("nationality") if record else case.presentation.visual_zone.nationality,
            own_state=self._own_state,
        )
        return case.decided(
            Decision(
                decision_id=self._new_id(),
                outcome=verdict.outcome,
                actor=actor,
                decided_at=now,
                reason_code=verdict.reason_code,
                note=verdict.note,
                is_emergency=verdict.is_emergency,
                overrules=case.outcome is not None and needs_second_person(case.outcome),
            )
        )

    def _confirm(self, case: Case, verdict: Verdict, actor: Actor, now: datetime) -> Case:
        after = case.confirmed(verdict.confirms_decision_id, actor, now)
        confirmed = next(each for each in after.decisions if each.decision_id == verdict.confirms_decision_id)
        if confirmed.outcome is not verdict.outcome:
            field = FieldFault("outcome", "not the outcome of the decision that is confirmed")
            raise LintasError(Fault.INVALID, "OUTCOME_DIFFERS", f"outcome: {field.description}", fields=(field,))
        return after

    def get(self, case_id: str) -> Case:
        """One case. Raises LintasError CASE_UNKNOWN."""
        return self._cases.get(case_id)

    def list(self, which: CaseFilter, *, page_size: int, page_token: str) -> CasePage:
        """Cases, newest first."""
        return self._cases.list(which, page_size=page_size, page_token=page_token)


def _facts(examination: Examination) -> dict[str, JsonValue]:
    """What the ledger says of an answer: no personal data, enough to explain it years later."""
    provenance = examination.provenance
    hits: list[JsonValue] = [
        {"entry": hit.entry.entry_id, "version": hit.entry.version, "grade": hit.comparison.grade.value}
        for hit in examination.search.hits
    ]
    return {
        "advice": examination.advice.kind.value,
        "reasons": [reason.code for reason in examination.advice.reasons],
        "overall": examination.checks.overall.value,
        "hits": hits,
        "engine": provenance.engine_version,
        "watchlist_version": provenance.watchlist_version,
        "watchlist_freshness": provenance.watchlist_age.freshness.value if provenance.watchlist_age else "",
        "image_sha256": provenance.image_sha256,
        "policy_sha256": provenance.policy_digest,
        "specimen": examination.is_specimen,
    }


def _verdict_facts(after: Case, verdict: Verdict) -> dict[str, JsonValue]:
    return {
        "outcome": verdict.outcome.value,
        "reason_code": verdict.reason_code,
        "confirms": verdict.confirms_decision_id,
        "emergency": verdict.is_emergency,
        "in_force": after.outcome.value if after.outcome else "",
        "version": after.version,
    }
