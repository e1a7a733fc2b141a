"""Recording calls to a child's parents."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from ledger.actor import Actor
from ledger.errors import invalid_field
from ledger.event import EventDraft
from ledger.request_key import RequestKey
from verifier.protection.known_case import known_case
from verifier.protection.records import Clock, NewId, RecordFilter, RecordPage, Records
from verifier.referral.call_back import Answer, CallBack
from verifier.store import CaseStore

_CLOCKS_DIFFER: Final = timedelta(minutes=5)


class CallBackDesk:
    """One record for each attempt, on a case that exists."""

    def __init__(self, *, records: Records[CallBack], cases: CaseStore, now: Clock, new_id: NewId) -> None:
        self._records = records
        self._cases = cases
        self._now = now
        self._new_id = new_id

    def record(self, told: CallBack, actor: Actor, key: RequestKey) -> CallBack:
        """Keep it under an id and time of our own; the same request again gives the same record.

        Raises LintasError: CASE_UNKNOWN; INVALID_FIELD for a call in the future, a parent who confirms without being
        reached, or a parent reached on a number that nobody says where it came from.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        now = self._now()
        _check(told, now)
        case = known_case(self._cases, told.case_id, "call_back.case")
        new = replace(told, record_id=self._new_id(), created_at=now, actor=actor, case_id=case.case_id)
        # how it ended stays with the record: a child is never told of in the ledger
        draft = EventDraft("protection.called_back", actor, new.name, {"case": case.name}, now)
        return self._records.record(new, draft, key)

    def list(self, case_id: str, *, page_size: int, page_token: str) -> RecordPage[CallBack]:
        """Of one case, newest first. Raises LintasError CASE_UNKNOWN."""
        case = known_case(self._cases, case_id, "case")
        return self._records.list(RecordFilter(case_id=case.case_id), page_size=page_size, page_token=page_token)


def _check(told: CallBack, now: datetime) -> None:
    if told.called_at > now + _CLOCKS_DIFFER:
        raise invalid_field("call_back.call_time", "lies in the future")
    if told.confirms_journey is not Answer.UNKNOWN and told.parent_reached is not Answer.YES:
        raise invalid_field("call_back.confirms_journey", "nobody was reached who could say so")
    if told.parent_reached is Answer.YES and told.number_source is None:
        raise invalid_field("call_back.number_source", "say where the number came from")
