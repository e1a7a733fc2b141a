"""The `Feedback` port over any case store and outcome store: reads everything, for training and tests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from verifier.advice.model import AdviceKind
from verifier.case import Case
from verifier.decision import Outcome
from verifier.outcome.case_outcome import CaseOutcome
from verifier.outcome.feedback import Funnel, IndicatorTally, Period
from verifier.protection.records import RecordFilter, Records
from verifier.referral.terms import TraffickingStatus
from verifier.store import CaseFilter, CaseStore

_PAGE: Final = 200
_LABELS: Final = {
    TraffickingStatus.POSSIBLE: "possible",
    TraffickingStatus.ACTUAL: "actual",
    TraffickingStatus.NOT: "refuted",
}
_REFERS: Final = frozenset({Outcome.REFER, Outcome.PROTECT})


class MemoryFeedback:
    """The same counts as the one in SQL, made by looking at every case."""

    def __init__(self, cases: CaseStore, outcomes: Records[CaseOutcome]) -> None:
        self._cases = cases
        self._outcomes = outcomes

    def tallies(self, period: Period) -> tuple[IndicatorTally, ...]:
        """One for each indicator that stood in a case of the period, by id."""
        outcomes = self._by_case()
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for case in self._within(period):
            told = outcomes.get(case.case_id, [])
            labels = _labels(case, told)
            for identifier, standing in _standing(case, told).items():
                counts[identifier].update(("fired", *standing, *labels))
        return tuple(IndicatorTally(identifier, **dict(counts[identifier])) for identifier in sorted(counts))

    def funnel(self, period: Period) -> Funnel:
        """Over all cases of the period."""
        outcomes = self._by_case()
        counts: Counter[str] = Counter()
        for case in self._within(period):
            told = outcomes.get(case.case_id, [])
            advised = case.examination.advice.kind
            counts.update(("examined", *_labels(case, told)))
            counts["advised_refer"] += advised is AdviceKind.REFER
            counts["advised_protect"] += advised is AdviceKind.PROTECT
            counts["with_outcome"] += bool(told)
        return Funnel(**dict(counts))

    def _within(self, period: Period) -> Iterator[Case]:
        token = ""
        while True:
            page = self._cases.list(CaseFilter(), page_size=_PAGE, page_token=token)
            yield from (case for case in page.cases if period.since <= case.created_at < period.until)
            token = page.next_token
            if not token:
                return

    def _by_case(self) -> dict[str, list[CaseOutcome]]:
        """Outcomes by case, the last one first."""
        found: dict[str, list[CaseOutcome]] = {}
        token = ""
        while True:
            page = self._outcomes.list(RecordFilter(), page_size=_PAGE, page_token=token)
            for each in page.records:
                found.setdefault(each.case_id, []).append(each)
            token = page.next_token
            if not token:
                return found


def _standing(case: Case, told: list[CaseOutcome]) -> dict[str, tuple[str, ...]]:
    outline = case.examination.protection
    seen = {
        cue.indicator_id: (cue.standing.value, *(("by_rule",) if cue.by_rule else ()))
        for cue in (outline.cues if outline else ())
    }
    found = {cue: ("counted",) for outcome in told for cue in outcome.cues}
    return found | seen


def _labels(case: Case, told: list[CaseOutcome]) -> tuple[str, ...]:
    is_referred = bool(told) or any(each.is_in_force and each.outcome in _REFERS for each in case.decisions)
    return (*(("referred",) if is_referred else ()), *((_LABELS[told[0].status],) if told else ()))
