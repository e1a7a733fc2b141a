"""The `Feedback` port over any case store and outcome store: reads everything, for training and tests."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, TypeVar

from verifier.advice.model import AdviceKind
from verifier.case import Case
from verifier.decision import Outcome
from verifier.outcome.case_outcome import CaseOutcome, minutes_by_status
from verifier.outcome.feedback import Funnel, IndicatorTally, Period, Workload
from verifier.protection.records import Kept, RecordFilter, Records
from verifier.referral.call_back import CallBack
from verifier.referral.referral import Referral
from verifier.referral.terms import TraffickingStatus
from verifier.store import CaseFilter, CaseStore
from verifier.tips.tip import Tip

T = TypeVar("T", bound=Kept)
_PAGE: Final = 200
_LABELS: Final = {
    TraffickingStatus.POSSIBLE: "possible",
    TraffickingStatus.ACTUAL: "actual",
    TraffickingStatus.NOT: "refuted",
}
_REFERS: Final = frozenset({Outcome.REFER, Outcome.PROTECT})


class MemoryFeedback:
    """The same counts as the one in SQL, made by looking at every case."""

    def __init__(
        self,
        cases: CaseStore,
        outcomes: Records[CaseOutcome],
        *,
        call_backs: Records[CallBack],
        referrals: Records[Referral],
        tips: Records[Tip],
    ) -> None:
        self._cases = cases
        self._outcomes = outcomes
        self._call_backs = call_backs
        self._referrals = referrals
        self._tips = tips

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

    def workload(self, period: Period) -> Workload:
        """Records made in the period."""
        which = RecordFilter(since=period.since, until=period.until)
        return Workload(
            call_backs=Counter(each.state_code for each in _all(self._call_backs, which)),
            referrals=Counter(each.state_code for each in _all(self._referrals, which)),
            outcomes=Counter(each.state_code for each in _all(self._outcomes, which)),
            tips=Counter(each.state_code for each in _all(self._tips, which)),
        )

    def minutes_kept(self, period: Period) -> dict[str, tuple[int, ...]]:
        """How long people were kept, by what came of it."""
        return minutes_by_status(_all(self._outcomes, RecordFilter(since=period.since, until=period.until)))

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
        for each in _all(self._outcomes, RecordFilter()):
            found.setdefault(each.case_id, []).append(each)
        return found


def _all(records: Records[T], which: RecordFilter) -> Iterator[T]:
    token = ""
    while True:
        page = records.list(which, page_size=_PAGE, page_token=token)
        yield from page.records
        token = page.next_token
        if not token:
            return


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
