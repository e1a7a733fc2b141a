"""Asks the stores for a period's figures."""

from __future__ import annotations

from datetime import date, time, timedelta, tzinfo
from typing import Final

from verifier.insight.figures import Insight
from verifier.insight.tally import Tally
from verifier.outcome.feedback import Period
from verifier.protection.learning import OutcomeDesk
from verifier.store import CaseFilter, CaseStore

_PAGE: Final = 200


class InsightDesk:
    """Reads only."""

    def __init__(self, *, cases: CaseStore, outcomes: OutcomeDesk, zone: tzinfo) -> None:
        self._cases = cases
        self._outcomes = outcomes
        self._zone = zone

    def days_of(self, period: Period) -> tuple[date, date]:
        """The first day of the period and the first after it, at the post; a day that it holds a part of counts."""
        since, until = (each.astimezone(self._zone) for each in (period.since, period.until))
        is_midnight = until.time() == time()
        return since.date(), until.date() if is_midnight else until.date() + timedelta(days=1)

    def over(self, period: Period) -> Insight:
        """Figures of the cases examined in the period. Raises LintasError INVALID_FIELD for a period without days."""
        funnel, indicators = self._outcomes.funnel(period), self._outcomes.performance(period)
        tally = Tally(self._zone)
        token = ""
        while True:
            page = self._cases.list(CaseFilter(), page_size=_PAGE, page_token=token)
            for case in page.cases:
                if period.since <= case.created_at < period.until:
                    tally.add(case)
            # newest first: nothing older follows that could count
            is_past = bool(page.cases) and page.cases[-1].created_at < period.since
            token = page.next_token
            if is_past or not token:
                return tally.insight(period, funnel, indicators)
