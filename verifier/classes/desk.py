"""Takes in what trainers hand over. The way is one way: live rooms read figures, exercises never read live rooms."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date
from typing import Final

from ledger.actor import Actor
from ledger.errors import Fault, LintasError
from ledger.event import EventDraft, JsonValue
from ledger.request_key import RequestKey
from verifier.classes.result import ClassResult, check_result
from verifier.protection.records import Clock, RecordFilter, Records

_PAGE: Final = 200
# the same figures handed over again are the same record
_NAMESPACE: Final = uuid.UUID("0f0a3f3a-3c56-4d39-8d0d-0a5a4b6d9f77")


class ClassDesk:
    """Results of classes, by the day they were held."""

    def __init__(self, *, records: Records[ClassResult], now: Clock) -> None:
        self._records = records
        self._now = now

    def today(self) -> date:
        """The day at the post."""
        return self._now().date()

    def record(self, told: ClassResult, actor: Actor, key: RequestKey) -> ClassResult:
        """Keep it; the same figures again are not counted twice.

        Raises LintasError: CLASS_TOO_SMALL, INVALID_FIELD, REQUEST_ID_REUSED.
        """
        if (known := self._records.answered(key)) is not None:
            return known
        check_result(told, self.today())
        now, record_id = self._now(), str(uuid.uuid5(_NAMESPACE, told.source_sha256))
        if (there := self._there(record_id)) is not None:
            return there
        new = replace(told, record_id=record_id, created_at=now, actor=actor)
        body: dict[str, JsonValue] = {"held_on": new.held_on.isoformat(), "trainees": new.trainees}
        return self._records.record(new, EventDraft("training.result_recorded", actor, new.name, body, now), key)

    def held_in(self, since: date, until: date) -> tuple[ClassResult, ...]:
        """Classes held from `since` up to, not including, `until`, the earliest first. Courses are few."""
        found: list[ClassResult] = []
        token = ""
        while True:
            page = self._records.list(RecordFilter(), page_size=_PAGE, page_token=token)
            found += [each for each in page.records if since <= each.held_on < until]
            if not (token := page.next_token):
                return tuple(sorted(found, key=lambda each: (each.held_on, each.record_id)))

    def _there(self, record_id: str) -> ClassResult | None:
        try:
            return self._records.get(record_id)
        except LintasError as error:
            if error.fault is not Fault.NOT_FOUND:
                raise
            return None
